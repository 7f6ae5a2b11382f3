using System.Threading.Channels;
using Microsoft.Extensions.Options;
using NonLitigation.Odr.Application.Rooms;
using NonLitigation.Odr.Persistence.Rooms;
using Npgsql;

namespace NonLitigation.Odr.Server.Rooms;

/// <summary>
/// The one way from the record to open pages. A ring, a heartbeat and a recovery all end here: read what is new after the last
/// number pushed, ask the rights of this moment, push. Rings only say that it is worth looking; a lost one costs a heartbeat.
/// </summary>
public sealed partial class RoomReader(
    RoomFeeds feeds, RoomNews news, RoomPusher pusher, RedisLink redis, RedisNames names, IOptions<RoomsOptions> options, ILogger<RoomReader> logger)
    : BackgroundService, IBell
{
    private readonly Channel<Rung> _rings = Channel.CreateUnbounded<Rung>(new() { SingleReader = true });

    public void Ring(IReadOnlyList<RoomEntryRow> committed)
    {
        _rings.Writer.TryWrite(new([.. committed.Where(e => feeds.Of(e.RoomId) is not null).Select(e => new PostedEntry(e))], []));
        Publish(committed.GroupBy(e => e.RoomId).Select(room => (room.Key, room.Max(e => e.Sequence))));
    }

    public void RingLobby(IReadOnlyCollection<Guid> rooms)
    {
        _rings.Writer.TryWrite(new([], [.. rooms.Select(r => (r, 0L))]));
        Publish(rooms.Select(r => (r, 0L)));
    }

    /// <summary>Before a page reads its snapshot: from here on everything is pushed to it.</summary>
    public async Task ListenToAsync(string connectionId, Guid room, CancellationToken cancellation)
    {
        feeds.Enter(connectionId, room);
        if (feeds.Of(room) is not { Pushed: null } feed) return;
        foreach (var now in await news.NowAsync([room], cancellation)) feed.StartAt(now.Head);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        redis.Restored += () => _rings.Writer.TryWrite(Rung.Everything);
        _ = ListenAsync(stoppingToken);
        _ = TickAsync(stoppingToken);
        var gathered = new List<Rung>();
        while (await _rings.Reader.WaitToReadAsync(stoppingToken))
        {
            gathered.Clear();
            while (gathered.Count < 512 && _rings.Reader.TryRead(out var ring)) gathered.Add(ring);
            try
            {
                await DeliverAsync(gathered, stoppingToken);
            }
            catch (Exception failure) when (failure is NpgsqlException or TimeoutException or InvalidOperationException)
            {
                LogFailure(logger, failure);
                await Task.Delay(500, stoppingToken);
                _rings.Writer.TryWrite(Rung.Everything);
            }
        }
    }

    private async Task DeliverAsync(List<Rung> rings, CancellationToken cancellation)
    {
        var all = rings.Any(r => r.All);
        var inHand = rings.SelectMany(r => r.Entries).GroupBy(e => e.RoomId).ToDictionary(g => g.Key, g => g.OrderBy(e => e.Sequence).ToList());
        var heard = rings.SelectMany(r => r.Heard).GroupBy(h => h.Room).ToDictionary(g => g.Key, g => g.Max(h => h.Sequence));
        var rooms = (all ? feeds.Rooms : inHand.Keys.Concat(heard.Keys).Distinct()).Where(r => feeds.Of(r) is not null).ToList();
        if (rooms.Count == 0) return;

        var after = new Dictionary<Guid, long>();
        foreach (var room in rooms)
        {
            var feed = feeds.Of(room);
            var hand = inHand.GetValueOrDefault(room);
            if (feed?.Pushed is not { } pushed)
            {
                inHand.Remove(room); // the first page is only just coming and will read for itself
                continue;
            }
            hand?.RemoveAll(e => e.Sequence <= pushed);
            var unbroken = hand is { Count: > 0 } && hand[0].Sequence == pushed + 1 && hand[^1].Sequence == pushed + hand.Count;
            var reaches = unbroken ? pushed + hand!.Count : pushed;
            if (all || heard.GetValueOrDefault(room) > reaches || (hand is { Count: > 0 } && !unbroken))
            {
                after[room] = pushed;
                inHand.Remove(room);
            }
        }
        var (now, read) = await news.SinceAsync(rooms, after, cancellation);
        var entries = read.Concat(inHand.Values.SelectMany(e => e)).ToLookup(e => e.RoomId);
        foreach (var room in now)
            if (feeds.Of(room.RoomId) is { } feed) pusher.Push(feed, room, [.. entries[room.RoomId]]);
        if (all) EngineMeters.Behind.Record(read.Select(e => e.RoomId).Distinct().Count());
        if (rings.Any(r => r.Heartbeat)) pusher.TellHeads(now);
        // A page of entries was full: the rest follows at once.
        if (read.GroupBy(e => e.RoomId).Any(g => g.Count() >= RoomReading.LargestPage)) _rings.Writer.TryWrite(Rung.Everything);
    }

    private async Task ListenAsync(CancellationToken stopping)
    {
        var listens = await redis.ListenAsync(names.Bell, text => _rings.Writer.TryWrite(new([], [.. BellText.Read(text)])), stopping);
        if (listens) _rings.Writer.TryWrite(Rung.Everything);
    }

    /// <summary>A heartbeat whatever happens; between two of them the record is asked itself while no bell can be heard.</summary>
    private async Task TickAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(options.Value.Poll);
        var sinceHeartbeat = TimeSpan.Zero;
        while (!stopping.IsCancellationRequested && await timer.WaitForNextTickAsync(CancellationToken.None))
        {
            sinceHeartbeat += options.Value.Poll;
            var heartbeat = sinceHeartbeat >= options.Value.Heartbeat;
            if (heartbeat) sinceHeartbeat = TimeSpan.Zero;
            if (heartbeat || !redis.Connected) _rings.Writer.TryWrite(Rung.Everything with { Heartbeat = heartbeat });
        }
    }

    private void Publish(IEnumerable<(Guid, long)> rings) => redis.Say(names.Bell, BellText.Write(rings));

    [LoggerMessage(LogLevel.Warning, "The record could not be read; asking again")]
    private static partial void LogFailure(ILogger logger, Exception exception);
}

/// <param name="Entries">Written by this node, so in hand already.</param>
/// <param name="Heard">From the bell: room and last sequence; 0 for a change in the lobby.</param>
/// <param name="All">Look at every room.</param>
/// <param name="Heartbeat">And tell every page where its rooms stand.</param>
internal sealed record Rung(IReadOnlyList<PostedEntry> Entries, IReadOnlyList<(Guid Room, long Sequence)> Heard, bool All = false, bool Heartbeat = false)
{
    public static readonly Rung Everything = new([], [], true, true);
}
