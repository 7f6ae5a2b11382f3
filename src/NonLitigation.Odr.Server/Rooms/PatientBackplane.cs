using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.StackExchangeRedis;
using Microsoft.Extensions.Options;

namespace NonLitigation.Odr.Server.Rooms;

/// <summary>
/// SignalR's Redis backplane, for what may be lost. Unlike the plain one it takes a connection also while Redis is down: entries
/// reach it all the same, and its personal channel is subscribed once Redis is back.
/// </summary>
public sealed partial class PatientBackplane : RedisHubLifetimeManager<RoomHub>, IDisposable
{
    private readonly ConcurrentDictionary<string, HubConnectionContext> _without = new();
    private readonly RedisLink _redis;
    private readonly OpenLines _lines;
    private readonly ILogger<PatientBackplane> _logger;
    private readonly PeriodicTimer _timer = new(TimeSpan.FromSeconds(2));

    public PatientBackplane(
        ILogger<RedisHubLifetimeManager<RoomHub>> redisLogger, IOptions<RedisOptions> options, IHubProtocolResolver protocols, IOptions<HubOptions> hub,
        IOptions<HubOptions<RoomHub>> roomHub, RedisLink redis, OpenLines lines, ILogger<PatientBackplane> logger) : base(redisLogger, options, protocols, hub, roomHub)
    {
        (_redis, _lines, _logger) = (redis, lines, logger);
        _ = CatchUpAsync();
    }

    public override async Task OnConnectedAsync(HubConnectionContext connection)
    {
        _lines.Add(connection);
        // The first failure may come before the connection was taken in, the second cannot: the link exists by then.
        if (await TryAsync(() => base.OnConnectedAsync(connection)) || await TryAsync(() => base.OnConnectedAsync(connection))) return;
        _without[connection.ConnectionId] = connection;
        LogWithout(_logger, connection.ConnectionId);
    }

    public override async Task OnDisconnectedAsync(HubConnectionContext connection)
    {
        _lines.Remove(connection);
        _without.TryRemove(connection.ConnectionId, out _);
        await TryAsync(() => base.OnDisconnectedAsync(connection));
    }

    void IDisposable.Dispose()
    {
        _timer.Dispose();
        try
        {
            Dispose();
        }
        catch (Exception away) when (RedisLink.IsBreak(away))
        {
            LogNoGoodbye(_logger, away.Message); // it says good-bye to Redis and waits for the answer
        }
    }

    /// <summary>A personal channel is subscribed with the person's first connection only, so all of those left out start anew.</summary>
    private async Task CatchUpAsync()
    {
        while (await _timer.WaitForNextTickAsync())
        {
            if (_without.IsEmpty || !_redis.Connected) continue;
            var left = _without.Values.ToList();
            foreach (var connection in left) await TryAsync(() => base.OnDisconnectedAsync(connection));
            foreach (var connection in left)
                if (connection.ConnectionAborted.IsCancellationRequested || await TryAsync(() => base.OnConnectedAsync(connection))) _without.TryRemove(connection.ConnectionId, out _);
        }
    }

    private static async Task<bool> TryAsync(Func<Task> work)
    {
        try
        {
            await work();
            return true;
        }
        catch (Exception failure) when (RedisLink.IsBreak(failure))
        {
            return false;
        }
    }

    [LoggerMessage(LogLevel.Information, "Redis was away at the good-bye: {Reason}")]
    private static partial void LogNoGoodbye(ILogger logger, string reason);

    [LoggerMessage(LogLevel.Warning, "Connection {ConnectionId} taken while Redis is away")]
    private static partial void LogWithout(ILogger logger, string connectionId);
}
