using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using NonLitigation.Odr.Persistence.Shared;
using Npgsql;

namespace NonLitigation.Odr.Persistence.Rooms;

/// <summary>Entries written within somebody else's transaction.</summary>
internal sealed class TranscriptScope(OdrDb db) : ITranscriptScope
{
    /// <summary>To be told once the transaction has committed.</summary>
    public List<Committed> Committed { get; } = [];

    public async Task<AppendedEntry> AppendAsync(EntryDraft draft, CancellationToken cancellation)
    {
        // Rows that the entry speaks of (the room itself, a new member) must be there first.
        await db.SaveChangesAsync(cancellation);
        var transaction = (NpgsqlTransaction)db.Database.CurrentTransaction!.GetDbTransaction();
        var written = await RoomWriting.WriteAsync(transaction.Connection!, transaction, [Draft.Of(draft)], cancellation);
        Committed.Add(written.Committed());
        return written.Outcomes[0].Refusal is { } refusal ? throw refusal : written.Outcomes[0].Entry!;
    }
}
