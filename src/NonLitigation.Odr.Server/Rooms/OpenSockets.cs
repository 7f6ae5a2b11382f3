using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;
using NonLitigation.Odr.Application.Accounts;
using NonLitigation.Odr.Server.Shared;

namespace NonLitigation.Odr.Server.Rooms;

/// <summary>This node's open sockets by person; a person can be dropped from any node (sign-out, suspension).</summary>
public sealed class OpenSockets(RedisLink redis, RedisNames names) : BackgroundService, IConnections
{
    private readonly ConcurrentDictionary<string, HubCallerContext> _open = new();

    public void Opened(HubCallerContext socket) => _open[socket.ConnectionId] = socket;

    public void Closed(HubCallerContext socket) => _open.TryRemove(socket.ConnectionId, out _);

    public Task DropAsync(Guid personId)
    {
        DropHere(personId);
        redis.Say(names.Dropped, personId.ToString("N"));
        return Task.CompletedTask;
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => redis.ListenAsync(names.Dropped, text =>
    {
        if (Guid.TryParseExact(text, "N", out var person)) DropHere(person);
    }, stoppingToken);

    private void DropHere(Guid person)
    {
        foreach (var socket in _open.Values.Where(one => one.User.ToCaller().PersonId == person)) socket.Abort();
    }
}
