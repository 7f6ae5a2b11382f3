using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Domain.Shared;
using NonLitigation.Odr.Persistence.Rooms;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Rooms;

/// <summary>
/// Takes the text of one message away for good, because the law asks for it. Entry, hashes, commitment and proofs stay; the reason is recorded. Only the
/// owner of the tables can: the service's role has neither right. Backups made before still have the text.
/// </summary>
public static class EraseBody
{
    /// <param name="db">A context of the owner's role.</param>
    /// <exception cref="RefusalException">There is no such entry, or it is no message; erased already.</exception>
    public static async Task HandleAsync(OdrDb db, Guid room, long sequence, string reason, DateTimeOffset now, CancellationToken cancellation)
    {
        await using (var transaction = await db.Database.BeginTransactionAsync(cancellation))
        {
            var entry = await db.Set<RoomEntryRow>().AsNoTracking().SingleOrDefaultAsync(e => e.RoomId == room && e.Sequence == sequence, cancellation);
            RoomsRules.NoEntryToErase.When(entry is not { Kind: TranscriptKind.Message, Body: not null });
            db.Add(new EntryErasureRow { RoomId = room, Sequence = sequence, Reason = reason, ErasedAt = now });
            await db.SaveChangesAsync(cancellation);
            await db.Database.ExecuteSqlAsync($"update room_entries set body = null, salt = null where room_id = {room} and sequence = {sequence}", cancellation);
            await transaction.CommitAsync(cancellation);
        }
        // The old row is still on disk until it is swept away.
        await db.Database.ExecuteSqlRawAsync("vacuum room_entries", cancellation);
    }
}
