using Microsoft.Extensions.Options;
using NonLitigation.Odr.Application.Rooms;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Rooms;
using Npgsql;
using StackExchange.Redis;

namespace NonLitigation.Odr.Server.Rooms;

/// <summary>
/// Keeps signs of life and turns their end into the record's word <c>left</c>. Any node may notice that somebody is gone, also
/// when his own node died; the record takes it once, because only who is in a room can leave it.
/// </summary>
public sealed partial class RoomPresence(
    IPresenceStore store, RoomFeeds feeds, RoomNews news, EnterRoom enter, LeaveRoom leave, RoomSignals signals, MissedArrivals missed,
    IOptions<RoomsOptions> options, TimeProvider time, ILogger<RoomPresence> logger) : BackgroundService
{
    private static readonly TimeSpan Sweep = TimeSpan.FromSeconds(3);
    private readonly Dictionary<(Guid Room, Guid Person), DateTimeOffset> _absentSince = [];

    public Task EnteredAsync(Sign sign) => QuietlyAsync(async () =>
    {
        await store.KeepAsync([sign], options.Value.PresenceLife);
        await AnnounceAsync(sign.Room);
    });

    /// <summary>An explicit good-bye: leaves the record's room too, unless the person is there on another page.</summary>
    public async Task LeftAsync(Sign sign, Caller caller, CancellationToken cancellation)
    {
        var elsewhere = feeds.PagesOf(sign.Person).Any(p => p.ConnectionId != sign.ConnectionId && p.Rooms.ContainsKey(sign.Room));
        await QuietlyAsync(async () =>
        {
            await store.DropAsync(sign);
            elsewhere |= (await store.PresentAsync([sign.Room]))[sign.Room].Contains(sign.Person);
        });
        if (!elsewhere) await leave.Handle(caller, new(sign.Room), cancellation);
        await QuietlyAsync(() => AnnounceAsync(sign.Room));
    }

    /// <summary>A line broke: the person stays for the grace time, in which he may come back as if nothing had been.</summary>
    public Task DisconnectedAsync(OpenPage page) =>
        QuietlyAsync(() => store.KeepAsync([.. page.Rooms.Keys.Select(r => new Sign(r, page.Person, page.ConnectionId))], options.Value.Grace));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromTicks(Math.Min(Sweep.Ticks, options.Value.Grace.Ticks / 4)));
        var renewed = time.GetTimestamp();
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (time.GetElapsedTime(renewed) > options.Value.PresenceLife / 4)
            {
                renewed = time.GetTimestamp();
                await QuietlyAsync(() => store.KeepAsync([.. feeds.Pages.SelectMany(p => p.Rooms.Keys.Select(r => new Sign(r, p.Person, p.ConnectionId)))], options.Value.PresenceLife));
            }
            await QuietlyAsync(() => SweepAsync(stoppingToken));
            while (missed.TryTake(out var late)) await QuietlyAsync(() => ComesBackAsync(late.Room, late.Person, stoppingToken));
        }
    }

    /// <summary>Compares the record with the signs of life.</summary>
    private async Task SweepAsync(CancellationToken cancellation)
    {
        if (store.CompleteFor < options.Value.PresenceLife)
        {
            _absentSince.Clear();
            return;
        }
        var here = await news.HereAsync(cancellation);
        var present = await store.PresentAsync([.. here.Select(h => h.Room).Distinct()]);
        var absent = here.Where(h => !present[h.Room].Contains(h.Person)).ToHashSet();
        foreach (var back in _absentSince.Keys.Where(k => !absent.Contains(k)).ToList()) _absentSince.Remove(back);
        foreach (var gone in absent)
        {
            if (_absentSince.TryAdd(gone, time.GetUtcNow())) continue; // seen absent twice, never on one look
            _absentSince.Remove(gone);
            await QuietlyAsync(() => leave.Lapsed(gone.Room, gone.Person, cancellation));
            await AnnounceAsync(gone.Room);
        }
    }

    private async Task ComesBackAsync(Guid room, Guid person, CancellationToken cancellation)
    {
        if (feeds.PagesOf(person).Any(p => p.Rooms.ContainsKey(room))) await enter.Handle(new Caller(person, "", new HashSet<string>()), new EnterRoomRequest(room, null), cancellation);
    }

    private async Task AnnounceAsync(Guid room) => signals.PresenceChanged(new(room, [.. (await store.PresentAsync([room]))[room]]));

    /// <summary>Signs of life are renewed anyway: without Redis, or for a moment without the record, people simply stay where they are.</summary>
    private async Task QuietlyAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception passing) when (passing is RedisException or TimeoutException or NpgsqlException || RefusalTranslation.Describe(passing) is not null)
        {
            LogPassing(logger, passing);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LogFault(logger, fault); // a fault here must not end the node: everybody on it would lose his line for a sign of life
        }
    }

    [LoggerMessage(LogLevel.Information, "Presence could not be kept for a moment")]
    private static partial void LogPassing(ILogger logger, Exception exception);

    [LoggerMessage(LogLevel.Error, "Fault while presence was kept")]
    private static partial void LogFault(ILogger logger, Exception exception);
}
