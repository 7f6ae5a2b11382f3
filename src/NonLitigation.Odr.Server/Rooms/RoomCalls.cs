using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using NonLitigation.Odr.Application.Rooms;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Rooms;
using Npgsql;

namespace NonLitigation.Odr.Server.Rooms;

/// <summary>
/// Keeps the seats of this node's pages alive, and ends those whose page has not come back in time. The media go from person to person: a node that
/// dies takes nothing of a call with it, and whoever was connected to it comes back to his seat by another.
/// </summary>
public sealed partial class RoomCalls(ICallSigns signs, JoinTheCall join, LeaveTheCall leave, IOptions<RoomsOptions> options, RedisLink redis, CallOptions calls, TimeProvider time, ILogger<RoomCalls> logger) : BackgroundService
{
    private readonly ConcurrentDictionary<string, SeatSign> _held = new();

    public async Task<CallTicketView> JoinAsync(string connectionId, Caller caller, JoinCallRequest request, CancellationToken cancellation)
    {
        var ticket = await join.Handle(caller, request, cancellation);
        _held[connectionId] = new(request.RoomId, caller.Person, request.Seat);
        return ticket;
    }

    public Task LeaveAsync(string connectionId, Caller caller, LeaveCallRequest request, CancellationToken cancellation)
    {
        Let(connectionId);
        return leave.Handle(caller, request, cancellation);
    }

    /// <summary>The page is gone: its seat lapses unless it comes back to it.</summary>
    public void Let(string connectionId) => _held.TryRemove(connectionId, out _);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!calls.Enabled) return;
        using var timer = new PeriodicTimer(options.Value.PresenceLife / 6);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (Exception passing) when (passing is NpgsqlException or TimeoutException || RefusalTranslation.Describe(passing) is not null)
            {
                LogPassing(logger, passing.Message);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                LogFault(logger, fault); // must not end the node
            }
        }
    }

    private async Task SweepAsync(CancellationToken cancellation)
    {
        var began = time.GetTimestamp();
        foreach (var gone in await signs.RenewAsync([.. _held.Values.Distinct()]))
            foreach (var one in _held.Where(one => one.Value == gone)) _held.TryRemove(one);
        // After a break nobody could renew: whoever seems to have lapsed gets the time to come back.
        if (redis.Configured && redis.UpFor < options.Value.PresenceLife + time.GetElapsedTime(began)) return;
        foreach (var lapsed in await signs.TakeLapsedAsync()) await leave.ToldAsync(lapsed.Room, lapsed.Person, null, cancellation);
    }

    [LoggerMessage(LogLevel.Information, "Seats of calls could not be kept for a moment: {Reason}")]
    private static partial void LogPassing(ILogger logger, string reason);

    [LoggerMessage(LogLevel.Error, "Fault while seats of calls were kept")]
    private static partial void LogFault(ILogger logger, Exception exception);
}
