using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Documents.Rooms;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Domain.Shared;
using NonLitigation.Odr.Persistence.Rooms;
using NonLitigation.Odr.Persistence.Shared;
using Standing = NonLitigation.Odr.Domain.Rooms.Standing;

namespace NonLitigation.Odr.Application.Rooms;

/// <summary>What anybody may read of the platform's log: its checkpoints, its public acts, and proofs. No room shows in any of it.</summary>
public sealed class ReadPublicLog(IDbContextFactory<OdrDb> contexts, LogTree log)
{
    private const int Newest = 50;

    /// <summary>The newest checkpoints and every act.</summary>
    public async Task<PublicLogView> Handle(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var checkpoints = await db.Set<LogCheckpointRow>().OrderByDescending(row => row.Size).Take(Newest)
            .Select(row => new PublishedCheckpointView(row.Size, Convert.ToHexStringLower(row.Root), row.MadeAt, row.Note, db.Set<LogTimestampRow>().Any(t => t.Size == row.Size))).ToListAsync(cancellation);
        var acts = await db.Set<LogLeafRow>().Where(leaf => leaf.Act != null).OrderBy(leaf => leaf.Position).Select(leaf => new LogActView(leaf.Position, leaf.Act!)).ToListAsync(cancellation);
        return new(checkpoints, acts);
    }

    /// <param name="size">Null: the newest.</param>
    /// <returns>The signed note.</returns>
    public async Task<string> CheckpointAsync(long? size, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.Set<LogCheckpointRow>().Where(row => size == null || row.Size == size).OrderByDescending(row => row.Size).Select(row => row.Note)
            .FirstOrDefaultAsync(cancellation) ?? throw SharedRules.NotFound.Refused();
    }

    /// <summary>The RFC 3161 token over the note of this size, DER.</summary>
    public async Task<byte[]> TimestampAsync(long size, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.Set<LogTimestampRow>().Where(row => row.Size == size).Select(row => row.Token).SingleOrDefaultAsync(cancellation) ?? throw SharedRules.NotFound.Refused();
    }

    /// <summary>Shows that the tree of <paramref name="from"/> leaves is the beginning of that of <paramref name="to"/> (RFC 6962, 2.1.2).</summary>
    public async Task<ConsistencyView> ConsistencyAsync(long from, long to, CancellationToken cancellation) => new(from, to, await log.ReadAsync(tree =>
    {
        RoomsRules.NoSuchTree.When(from < 1 || from > to || to > tree.Size);
        return Hex(tree.ConsistencyProof((int)from, (int)to));
    }, cancellation));

    /// <summary>Shows that a leaf is in the tree (2.1.1): for whoever has the text under it.</summary>
    /// <param name="size">Null: of the newest checkpoint.</param>
    public async Task<InclusionView> InclusionAsync(string leaf, long? size, CancellationToken cancellation)
    {
        SharedRules.NotFound.When(!Digest.TryParse(leaf, out var digest));
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var hash = digest.ToArray();
        if (await db.Set<LogLeafRow>().Where(row => row.Leaf == hash).Select(row => (long?)row.Position).SingleOrDefaultAsync(cancellation) is not { } position) throw SharedRules.NotFound.Refused();
        var of = size ?? await db.Set<LogCheckpointRow>().MaxAsync(row => row.Size, cancellation);
        return new(position, of, await log.ReadAsync(tree =>
        {
            RoomsRules.NoSuchTree.When(position >= of || of > tree.Size);
            return Hex(tree.InclusionProof((int)position, (int)of));
        }, cancellation));
    }

    internal static IReadOnlyList<string> Hex(IReadOnlyList<Digest> proof) => [.. proof.Select(hash => hash.ToString())];
}

/// <summary>The newest published checkpoint of a room that the caller may know, with the proof that the platform's log has it, as one file.</summary>
public sealed class ReadPublication(RoomReading reading, IDbContextFactory<OdrDb> contexts, LogTree log)
{
    public async Task<TranscriptDownload> Handle(Caller caller, Guid roomId, CancellationToken cancellation)
    {
        if (await reading.PageAsync(roomId, caller.Person, long.MaxValue - 1, 1, cancellation) is not { } page) throw RoomsRules.RoomNotFound.Refused();
        RoomsRules.NotAdmitted.When(page.Room.Me.Standing != Standing.Admitted);
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var head = page.Room.VisibleHead;
        var room = await db.Set<RoomCheckpointRow>().Where(row => row.RoomId == roomId && row.Size <= head).OrderByDescending(row => row.Size).FirstOrDefaultAsync(cancellation);
        RoomsRules.NotPublished.When(room is null);
        var published = await db.Set<LogCheckpointRow>().OrderByDescending(row => row.Size).FirstAsync(cancellation);
        var proof = await log.ReadAsync(tree => tree.InclusionProof((int)room.Position, (int)published.Size), cancellation);
        return new($"publication-{page.Room.Room.CaseNumber ?? roomId.ToString("N")}.json", Publication.Write(room.Note, room.Position, proof, published.Note));
    }
}
