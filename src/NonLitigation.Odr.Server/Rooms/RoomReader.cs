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
    /// <summary>So many rooms of a look at all of them; then come the rings of the meantime. Else whoever speaks waits for the heartbeat of thousands.</summary>
    private const int RoomsAtOnce = 256;

    private readonly Channel<Rung> _rings = Channel.CreateUnbounded<Rung>(new() { SingleReader = true });

    public void Ring(Committed committed)
    {
        var rooms = committed.Rooms.Where(r => feeds.Of(r.RoomId) is not null).Select(r => new RoomNow(r)).ToList();
        if (rooms.Count > 0 || committed.Receipts.Count > 0)
        {
            var ring = new Rung([.. committed.Entries.Where(e => feeds.Of(e.RoomId) is not null).Select(e => new PostedEntry(e))], rooms, committed.Receipts, []);
            if (!_rings.Writer.TryWrite(ring)) ring.HandOver(); // nobody pushes any more: this node is going
        }
        var grew = committed.Entries.Select(e => e.RoomId).ToHashSet();
        redis.Say(names.Bell, BellText.Write(committed.Rooms.Select(r => (r.RoomId, grew.Contains(r.RoomId) ? r.Head : 0))));
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
        try
        {
            await ReadAsync(stoppingToken);
        }
        finally
        {
            _rings.Writer.TryComplete();
            while (_rings.Reader.TryRead(out var ring)) ring.HandOver();
        }
    }

    private async Task ReadAsync(CancellationToken stopping)
    {
        var gathered = new List<Rung>();
        while (await _rings.Reader.WaitToReadAsync(stopping))
        {
            gathered.Clear();
            while (gathered.Count < 512 && _rings.Reader.TryRead(out var ring)) gathered.Add(ring);
            try
            {
                await DeliverAsync(gathered, stopping);
            }
            catch (Exception failure) when (failure is NpgsqlException or TimeoutException or InvalidOperationException)
            {
                LogFailure(logger, failure);
                await Task.Delay(500, stopping);
                _rings.Writer.TryWrite(Rung.Everything);
            }
        }
    }

    private async Task DeliverAsync(List<Rung> rings, CancellationToken cancellation)
    {
        var (all, heartbeat) = (rings.Exists(r => r.All), rings.Exists(r => r.Heartbeat));
        HashSet<Guid> looks = all ? [.. feeds.Rooms] : rings.SelectMany(r => r.Left ?? []).ToHashSet();
        var ring = RoomRing.Gather(rings);
        var (after, first) = (new Dictionary<Guid, long>(), looks.Take(RoomsAtOnce).ToHashSet());
        try
        {
            // Without a number the first page is only just coming, and will read for itself.
            foreach (var room in first) if (feeds.Of(room) is { Pushed: { } pushed }) after[room] = pushed;
            foreach (var (room, said) in ring)
            {
                if (first.Contains(room) || feeds.Of(room) is not { Pushed: { } pushed } feed) continue;
                var look = said.At(pushed);
                if (look == Look.Ask) after[room] = pushed;
                if (look != Look.InHand) continue;
                pusher.Push(feed, said.Now!, said.Entries);
                said.HandOver();
            }
        }
        finally
        {
            foreach (var rung in rings) rung.HandOver(); // pushed or not: what its author waits for is committed
        }
        if (after.Count > 0) await AskAsync(after, heartbeat, cancellation);
        if (looks.Count > first.Count) _rings.Writer.TryWrite(Rung.Rest([.. looks.Where(room => !first.Contains(room))], heartbeat));
    }

    /// <param name="after">For each room the last number pushed.</param>
    private async Task AskAsync(Dictionary<Guid, long> after, bool heartbeat, CancellationToken cancellation)
    {
        var (rooms, read) = await news.SinceAsync(after, cancellation);
        var entries = read.ToLookup(e => e.RoomId);
        foreach (var now in rooms) if (feeds.Of(now.RoomId) is { } feed) pusher.Push(feed, now, [.. entries[now.RoomId]]);
        if (heartbeat)
        {
            EngineMeters.Behind.Record(entries.Count);
            pusher.TellHeads(rooms);
        }
        // A page of entries was full: the rest follows at once.
        if (entries.Any(room => room.Count() >= RoomReading.LargestPage)) _rings.Writer.TryWrite(Rung.Everything);
    }

    private async Task ListenAsync(CancellationToken stopping)
    {
        var listens = await redis.ListenAsync(names.Bell, text => _rings.Writer.TryWrite(new([], [], [], [.. BellText.Read(text)])), stopping);
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

    [LoggerMessage(LogLevel.Warning, "The record could not be read; asking again")]
    private static partial void LogFailure(ILogger logger, Exception exception);
}
