using Microsoft.Extensions.Options;
using NonLitigation.Odr.Server.Shared;

namespace NonLitigation.Odr.Server.Rooms;

/// <summary>
/// A node that alone is cut off from PostgreSQL hands its people on: they would wait for the record here, and have it elsewhere. Each node that
/// reaches PostgreSQL says so in Redis every second; whoever does not, and reads there that another does, asks every page to go. When no node
/// reaches it, or Redis is away too, people stay where they are: moving would help nobody. Failure-mode row R5.
/// </summary>
public sealed partial class YieldWhenAlone(RecordReach reach, RedisLink redis, RedisNames names, DrainRooms rooms, RoomFeeds feeds, IOptions<DrainOptions> options,
    TimeProvider time, ILogger<YieldWhenAlone> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1), AskAgain = TimeSpan.FromSeconds(5);

    /// <summary>What a node said is good for so long; its own word is gone before it holds itself cut off.</summary>
    private static readonly TimeSpan Holds = TimeSpan.FromSeconds(2.5), CutOff = TimeSpan.FromSeconds(3);

    private readonly HashSet<string> _told = [];
    private long _toldAt;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!redis.Configured) return; // a node by itself has nobody to hand on to
        while (!stoppingToken.IsCancellationRequested)
        {
            await LookAsync();
            await Task.Delay(Every, stoppingToken);
        }
    }

    private async Task LookAsync()
    {
        try
        {
            if (await reach.AskAsync())
            {
                reach.Alone = false;
                await redis.AskAsync(database => database.StringSetAsync(names.RecordReached, "1", Holds));
                return;
            }

            if (reach.Silence < CutOff) return;
            var alone = await redis.AskAsync(database => database.KeyExistsAsync(names.RecordReached));
            if (alone && !reach.Alone) LogAlone(logger, feeds.Pages.Count());
            reach.Alone = alone;
            if (alone) Tell();
        }
        catch (Exception unheard) when (RedisLink.IsBreak(unheard))
        {
            reach.Alone = false; // who else reaches it is not known
        }
    }

    /// <summary>Whoever is still here after a while was brought back by the balancer, or could not go: he is asked once more.</summary>
    private void Tell()
    {
        if (time.GetElapsedTime(_toldAt) > AskAgain)
        {
            _told.Clear();
            _toldAt = time.GetTimestamp();
        }
        rooms.Tell(options.Value.Spread, _told);
    }

    [LoggerMessage(LogLevel.Warning, "This node cannot reach PostgreSQL and others can: its {Pages} open pages are asked to go to them")]
    private static partial void LogAlone(ILogger logger, int pages);
}
