using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using NonLitigation.Odr.Documents.Rooms;
using NonLitigation.Odr.Documents.Shared;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Persistence.Rooms;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Rooms;

/// <summary>What happens to a published checkpoint outside the transaction that made it: this node's file, and the timestamp.</summary>
public sealed partial class CheckpointCopies(
    IDbContextFactory<OdrDb> contexts, LogTree log, CheckpointsOptions options, Lazy<KeyStore> keys, TimeProvider time, ILogger<CheckpointCopies> logger)
{
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(10) };

    /// <summary>Appends to the file what it does not have yet, and only what goes on from its last line.</summary>
    public async Task AppendAsync(CancellationToken cancellation)
    {
        if (options.Directory is not { } directory) return;
        await new CheckpointFile(directory).AppendAsync(async last =>
        {
            await using var db = await contexts.CreateDbContextAsync(cancellation);
            var after = last is null ? 0 : await GoesOnAfterAsync(db, last, cancellation);
            return await db.Set<LogCheckpointRow>().Where(row => row.Size > after).OrderBy(row => row.Size).Select(row => row.Note).ToListAsync(cancellation);
        });
    }

    /// <summary>A token for the newest checkpoint: those before it are under it.</summary>
    public async Task StampAsync(CancellationToken cancellation)
    {
        if (options.TimestampAuthority is not { } authority) return;
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var newest = await db.Set<LogCheckpointRow>().OrderByDescending(row => row.Size).FirstOrDefaultAsync(cancellation);
        if (newest is null || await db.Set<LogTimestampRow>().AnyAsync(row => row.Size == newest.Size, cancellation)) return;
        if (await new TimestampClient(Http, authority).TokenAsync(System.Text.Encoding.UTF8.GetBytes(newest.Note), cancellation) is not { } token)
        {
            LogNoToken(logger, newest.Size);
            return;
        }
        var now = time.GetUtcNow();
        await db.Database.ExecuteSqlAsync($"insert into log_timestamps (size, token, made_at) values ({newest.Size}, {token}, {now}) on conflict do nothing", cancellation);
    }

    /// <summary>The size after which the file goes on. Its last line is under the tree, or somebody has acknowledged that it is not.</summary>
    /// <exception cref="FormatException">The last line is no checkpoint of ours, or contradicts the tree.</exception>
    private async Task<long> GoesOnAfterAsync(OdrDb db, string note, CancellationToken cancellation)
    {
        var last = keys.Value.Trust.ReadCheckpoint(note) ?? throw new FormatException("The last line of checkpoints.jsonl is no checkpoint that a trusted key signed.");
        if (await log.ReadAsync(tree => CompareWithPublished.Holds(tree, last), cancellation)) return last.Size;
        var acts = await db.Set<LogLeafRow>().Where(leaf => leaf.Act != null).OrderBy(leaf => leaf.Position).ToListAsync(cancellation);
        var act = acts.Find(leaf => PlatformLog.ReadAcknowledged(leaf.Act!).Published.Contains((last.Size, last.Root)));
        return act?.Position ?? throw new FormatException("The last line of checkpoints.jsonl contradicts the record.");
    }

    [LoggerMessage(LogLevel.Warning, "The timestamp authority gave no token for the checkpoint of {Size}; asked again at the next round")]
    private static partial void LogNoToken(ILogger logger, long size);
}
