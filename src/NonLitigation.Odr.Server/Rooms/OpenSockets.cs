using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;
using NonLitigation.Odr.Application.Accounts;
using Npgsql;

namespace NonLitigation.Odr.Server.Rooms;

/// <summary>
/// This node's open sockets. A person can be dropped from any node (sign-out, suspension); and every few seconds all of them are
/// compared with the accounts, so that a right that ended is noticed without Redis too. Failure-mode row K6.
/// </summary>
public sealed partial class OpenSockets(
    RedisLink redis, RedisNames names, SessionRights rights, EndedSessions ended, IOptions<RoomsOptions> options, ILogger<OpenSockets> logger) : BackgroundService, IConnections
{
    private readonly ConcurrentDictionary<string, (HubCallerContext Socket, Session Session)> _open = new();

    /// <summary>Takes a new socket in; one whose right has ended in the meantime is closed again.</summary>
    public async Task OpenedAsync(HubCallerContext socket)
    {
        if (Session.Of(socket.User) is not { } session) return;
        _open[socket.ConnectionId] = (socket, session);
        await LookAsync([session], socket.ConnectionAborted);
    }

    public void Closed(HubCallerContext socket) => _open.TryRemove(socket.ConnectionId, out _);

    public Task DropAsync(Guid personId, Guid? endedSession = null)
    {
        DropHere(personId);
        redis.Say(names.Dropped, endedSession is { } session ? $"{personId:N}:{session:N}" : $"{personId:N}");
        return Task.CompletedTask;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var listening = redis.ListenAsync(names.Dropped, Heard, stoppingToken);
        using var timer = new PeriodicTimer(options.Value.Sweep);
        while (await timer.WaitForNextTickAsync(stoppingToken)) await LookAsync([.. _open.Values.Select(one => one.Session).Distinct()], stoppingToken);
        await listening;
    }

    /// <summary>While the record is away nobody can do anything in a room anyway; who is here stays until the next look.</summary>
    private async Task LookAsync(IReadOnlyCollection<Session> sessions, CancellationToken cancellation)
    {
        try
        {
            var lapsed = await rights.LapsedAsync(sessions, cancellation);
            foreach (var one in _open.Values.Where(one => lapsed.Contains(one.Session))) one.Socket.Abort();
        }
        catch (Exception passing) when (passing is NpgsqlException or TimeoutException or InvalidOperationException or OperationCanceledException)
        {
            LogPassing(logger, passing);
        }
    }

    private void Heard(string? text)
    {
        if (text?.Split(':') is not [var person, .. var session] || !Guid.TryParseExact(person, "N", out var id)) return;
        if (session is [var of] && Guid.TryParseExact(of, "N", out var signedOut)) ended.Heard(signedOut);
        DropHere(id);
    }

    private void DropHere(Guid person)
    {
        foreach (var one in _open.Values.Where(one => one.Session.Person == person)) one.Socket.Abort();
    }

    [LoggerMessage(LogLevel.Information, "The rights of open sockets could not be looked at for a moment")]
    private static partial void LogPassing(ILogger logger, Exception exception);
}
