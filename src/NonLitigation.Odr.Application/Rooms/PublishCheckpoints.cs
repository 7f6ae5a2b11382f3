using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NonLitigation.Odr.Documents.Shared;
using NonLitigation.Odr.Domain.Shared;
using NonLitigation.Odr.Persistence.Rooms;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Rooms;

/// <summary>
/// Signs checkpoints of rooms that grew or closed, puts them under the platform's log, and publishes a checkpoint of that. Any number of nodes
/// may do it: the log is locked for one at a time. What does not go on from the last published tree is never signed.
/// </summary>
public sealed partial class PublishCheckpoints(
    IDbContextFactory<OdrDb> contexts, DueRooms rooms, LogTree log, CompareWithPublished compare, CheckpointCopies copies, Lazy<KeyStore> keys, CheckpointsOptions options,
    IHostApplicationLifetime lifetime, TimeProvider time, ILogger<PublishCheckpoints> logger) : BackgroundService
{
    /// <summary>Longer than any transaction of the transcript lasts: an entry's time is taken before its commit.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(2);

    private readonly HashSet<Guid> _broken = [];
    private DateTimeOffset _since = DateTimeOffset.UnixEpoch;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Directory is null && options.Witness is null) LogNowhere(logger);
        using var timer = new PeriodicTimer(options.Sweep);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await RoundAsync(stoppingToken);
            }
            catch (RecordRolledBackException lost)
            {
                LogLost(logger, lost);
                lifetime.StopApplication();
                return;
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                LogLater(logger, failure);
            }
        }
    }

    /// <summary>One look; returns how many rooms got a checkpoint.</summary>
    /// <exception cref="RecordRolledBackException">The record lacks something that was published.</exception>
    public async Task<int> RoundAsync(CancellationToken cancellation)
    {
        var lost = await compare.FindAsync(rooms: false, cancellation);
        if (!lost.IsWhole) throw new RecordRolledBackException(lost);
        var signed = await SignAsync(cancellation);
        await copies.AppendAsync(cancellation);
        await copies.StampAsync(cancellation);
        return signed;
    }

    private async Task<int> SignAsync(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (!await LogWriting.ClaimAsync(db, cancellation)) return 0;
        var now = time.GetUtcNow();
        var due = await rooms.FindAsync(now - options.Every, _since, cancellation);
        var grown = await ReadAsync(db, due, cancellation);
        if (grown.Count > 0)
        {
            var writing = new LogWriting(db, keys.Value.Checkpoints, await log.ReadAsync(tree => tree.ToRange(), cancellation), now);
            grown.ForEach(writing.AddRoom);
            writing.Sign();
            await db.SaveChangesAsync(cancellation);
        }
        await transaction.CommitAsync(cancellation);
        // Not fewer than were asked for means that there may be more: then nothing is skipped next time.
        if (due.Count == grown.Count && due.Count < DueRooms.MostAtOnce) _since = now - options.Every - options.Sweep - Slack;
        return grown.Count;
    }

    private async Task<List<GrownRoom>> ReadAsync(OdrDb db, List<DueRoom> due, CancellationToken cancellation)
    {
        if (due.Count == 0) return [];
        var acknowledged = (await CompareWithPublished.AcknowledgedAsync(db, cancellation)).Rooms;
        var grown = new List<GrownRoom>();
        foreach (var room in due)
        {
            var published = room.PublishedLeaf is { } leaf && !acknowledged.Contains(new Digest(leaf));
            if (await RoomGrowth.ReadAsync(db, room, published, cancellation) is { } read) grown.Add(read);
            else if (_broken.Add(room.RoomId)) LogBroken(logger, room.RoomId, room.PublishedSize);
        }
        return grown;
    }

    [LoggerMessage(LogLevel.Information, "Odr:Checkpoints:Directory is not set: what is published is kept nowhere outside the database, and a restored backup will not be noticed")]
    private static partial void LogNowhere(ILogger logger);

    [LoggerMessage(LogLevel.Critical, "The record of room {Room} does not go on from the checkpoint published at {Size}: nothing of it is signed any more. See docs/operations.md, Published checkpoints")]
    private static partial void LogBroken(ILogger logger, Guid room, long size);

    [LoggerMessage(LogLevel.Critical, "The service stops: the record is not the one that was published")]
    private static partial void LogLost(ILogger logger, Exception lost);

    [LoggerMessage(LogLevel.Warning, "Checkpoints could not be published; tried again at the next round")]
    private static partial void LogLater(ILogger logger, Exception failure);
}
