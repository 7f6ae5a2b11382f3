using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Documents.Rooms;
using NonLitigation.Odr.Documents.Shared;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Domain.Shared;
using NonLitigation.Odr.Persistence.Cases;
using NonLitigation.Odr.Persistence.Rooms;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Rooms;

/// <param name="Faults">One line for each thing that does not fit; empty when everything does.</param>
public sealed record RecordReport(long Entries, long Erased, long RoomCheckpoints, long LogCheckpoints, IReadOnlyList<string> Faults);

/// <summary>Reads the whole record and computes everything again: bodies, hashes, chains, every checkpoint of every room and of the log, every signature.</summary>
public sealed class CheckRecord(IDbContextFactory<OdrDb> contexts, Lazy<KeyStore> keys)
{
    public async Task<RecordReport> Handle(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var (faults, entries, erased, checkpoints) = (new List<string>(), 0L, 0L, 0L);
        // At the end of a case's retention the authors' names went too: there the stored hash is the leaf, and chain, trees and checkpoints are checked on it.
        var ended = (await db.Set<RoomRow>().Where(room => db.Set<CaseErasureRow>().Any(erased => erased.CaseId == room.CaseId)).Select(room => room.Id).ToListAsync(cancellation)).ToHashSet();
        foreach (var head in await db.Set<RoomHeadRow>().AsNoTracking().OrderBy(head => head.RoomId).ToListAsync(cancellation))
        {
            var published = await db.Set<RoomCheckpointRow>().AsNoTracking().Where(row => row.RoomId == head.RoomId).OrderBy(row => row.Size).ToListAsync(cancellation);
            var room = new RoomRecordCheck(head.RoomId, published.ToDictionary(row => row.Size), ended.Contains(head.RoomId));
            await foreach (var entry in db.Set<RoomEntryRow>().AsNoTracking().Where(entry => entry.RoomId == head.RoomId).OrderBy(entry => entry.Sequence).AsAsyncEnumerable().WithCancellation(cancellation))
                room.Add(entry);
            room.End(head);
            faults.AddRange(room.Faults);
            faults.AddRange(published.Where(row => Read(row.Note, Checkpoint.OriginOf(row.RoomId), row.Size, row.Root) is false).Select(row => $"room {row.RoomId}: checkpoint of {row.Size}: its note does not fit"));
            (entries, erased, checkpoints) = (entries + room.Size, erased + room.Erased, checkpoints + published.Count);
        }
        var log = await LogAsync(db, faults, cancellation);
        return new(entries, erased, checkpoints, log, faults);
    }

    private async Task<long> LogAsync(OdrDb db, List<string> faults, CancellationToken cancellation)
    {
        var tree = new MerkleLog();
        var notes = await db.Set<RoomCheckpointRow>().AsNoTracking().ToDictionaryAsync(row => row.Position, row => row.Note, cancellation);
        foreach (var leaf in await db.Set<LogLeafRow>().AsNoTracking().OrderBy(leaf => leaf.Position).ToListAsync(cancellation))
        {
            var text = leaf.Act ?? notes.GetValueOrDefault(leaf.Position);
            if (leaf.Position != tree.Size) faults.Add($"log: leaf {leaf.Position} stands at {tree.Size}");
            if (text is null || PlatformLog.Leaf(text) != new Digest(leaf.Leaf)) faults.Add($"log: leaf {leaf.Position} is not the hash of what it stands for");
            tree.Append(new Digest(leaf.Leaf));
        }
        var checkpoints = await db.Set<LogCheckpointRow>().AsNoTracking().OrderBy(row => row.Size).ToListAsync(cancellation);
        foreach (var row in checkpoints)
            if (row.Size > tree.Size || tree.Root((int)row.Size) != new Digest(row.Root) || !Read(row.Note, PlatformLog.Origin, row.Size, row.Root)) faults.Add($"log: checkpoint of {row.Size} does not fit");
        return checkpoints.Count;
    }

    private bool Read(string note, string origin, long size, byte[] root) =>
        keys.Value.Trust.ReadCheckpoint(note) is { } checkpoint && checkpoint.Origin == origin && checkpoint.Size == size && checkpoint.Root == new Digest(root);
}

/// <summary>One room's entries, in order.</summary>
/// <param name="ended">The case's contents were erased at the end of their term.</param>
internal sealed class RoomRecordCheck(Guid room, Dictionary<long, RoomCheckpointRow> published, bool ended)
{
    private readonly MerkleRange _tree = new();
    private TranscriptHead _head = TranscriptHead.Empty(room);

    public List<string> Faults { get; } = [];
    public long Size => _tree.Size;
    public long Erased { get; private set; }

    public void Add(RoomEntryRow row)
    {
        var entry = row.ToEntry();
        if (!_head.IsFollowedBy(entry)) Faults.Add($"room {room}: entry {row.Sequence} does not follow");
        if (!ended && entry.Hash() != new Digest(row.EntryHash)) Faults.Add($"room {room}: entry {row.Sequence} is not what its hash says");
        if (row is not { Body: { } body, Salt: { } salt }) Erased++;
        else if (BodyCommitment.Of(salt, body) != entry.Commitment) Faults.Add($"room {room}: the body of entry {row.Sequence} is not the one it committed to");
        _head = new(room, row.Sequence, new Digest(row.EntryHash));
        _tree.Append(_head.Hash);
        if (published.Remove(_tree.Size, out var checkpoint) && new Digest(checkpoint.Root) != _tree.Root()) Faults.Add($"room {room}: checkpoint of {checkpoint.Size} has another root");
    }

    public void End(RoomHeadRow head)
    {
        if (head.Head != _tree.Size || (head.Head > 0 && new Digest(head.HeadHash) != _head.Hash)) Faults.Add($"room {room}: its head does not fit its entries");
        Faults.AddRange(published.Keys.Select(size => $"room {room}: it ends before its checkpoint of {size}"));
    }
}
