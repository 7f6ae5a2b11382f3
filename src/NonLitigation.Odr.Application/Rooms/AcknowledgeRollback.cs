using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Documents.Shared;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Rooms;

/// <summary>
/// Somebody takes it upon himself that the service goes on with a record that lacks what was published. That, what is missing, and why stand in
/// the public log from then on.
/// </summary>
public sealed class AcknowledgeRollback(IDbContextFactory<OdrDb> contexts, CompareWithPublished compare, LogTree log, Lazy<KeyStore> keys, CheckpointCopies copies, TimeProvider time)
{
    /// <returns>What was acknowledged; whole when there was nothing to.</returns>
    public async Task<LostRecord> Handle(string reason, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (!await LogWriting.ClaimAsync(db, cancellation)) throw new InvalidOperationException("A node is writing to the log: stop the service first.");
        var lost = await compare.FindAsync(rooms: true, cancellation);
        if (lost.IsWhole) return lost;
        var now = time.GetUtcNow();
        var writing = new LogWriting(db, keys.Value.Checkpoints, await log.ReadAsync(tree => tree.ToRange(), cancellation), now);
        writing.AddAct(PlatformLog.Acknowledged(lost.Published.Select(one => one.Checkpoint).DistinctBy(one => (one.Size, one.Root)), lost.Rooms, reason, now));
        writing.Sign();
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        await copies.AppendAsync(cancellation);
        return lost;
    }
}
