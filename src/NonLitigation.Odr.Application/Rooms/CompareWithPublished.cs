using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Domain.Shared;
using NonLitigation.Odr.Persistence.Rooms;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Rooms;

/// <summary>What the record lacks or contradicts of what was published, and nobody has acknowledged yet.</summary>
/// <param name="Published">Checkpoints of the platform's log, with the place where they were found.</param>
/// <param name="Rooms">Leaves of room checkpoints that reach further than their rooms.</param>
public sealed record LostRecord(IReadOnlyList<(string Place, Checkpoint Checkpoint)> Published, IReadOnlyList<Digest> Rooms)
{
    public bool IsWhole => Published.Count == 0 && Rooms.Count == 0;

    public override string ToString() => string.Join("; ", Published
        .Select(lost => string.Create(CultureInfo.InvariantCulture, $"{lost.Place} has a checkpoint of {lost.Checkpoint.Size} leaves with root {lost.Checkpoint.Root}"))
        .Concat(Rooms.Count == 0 ? [] : [string.Create(CultureInfo.InvariantCulture, $"{Rooms.Count} rooms end before what was published of them")]));
}

/// <summary>Compares the record with everything that was published: a restored backup or a forged branch shows here.</summary>
public sealed class CompareWithPublished(IDbContextFactory<OdrDb> contexts, LogTree log, PublishedPast past)
{
    /// <param name="rooms">Whether each room is looked at too; without, the log alone.</param>
    public async Task<LostRecord> FindAsync(bool rooms, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var acknowledged = await AcknowledgedAsync(db, cancellation);
        var places = (await past.ReadAsync(cancellation)).ToList();
        if (await db.Set<LogCheckpointRow>().OrderByDescending(row => row.Size).FirstOrDefaultAsync(cancellation) is { } newest)
            places.Add(("the database itself", new(PlatformLog.Origin, newest.Size, new Digest(newest.Root), [])));
        var published = await log.ReadAsync(tree => places.Where(place => !Holds(tree, place.Last) && !acknowledged.Published.Contains((place.Last.Size, place.Last.Root))).ToList(), cancellation);
        if (!rooms) return new(published, []);
        var ended = await db.Database.SqlQuery<byte[]>($"""
            select l.leaf as "Value" from room_checkpoints c join room_heads h on h.room_id = c.room_id and c.size > h.head join log_leaves l on l.position = c.position
            """).ToListAsync(cancellation);
        return new(published, [.. ended.Select(leaf => new Digest(leaf)).Where(leaf => !acknowledged.Rooms.Contains(leaf))]);
    }

    internal static bool Holds(MerkleLog tree, Checkpoint published) => published.Size <= tree.Size && tree.Root((int)published.Size) == published.Root;

    /// <summary>Everything that acts in the log have acknowledged.</summary>
    internal static async Task<(IReadOnlySet<(long Size, Digest Root)> Published, IReadOnlySet<Digest> Rooms)> AcknowledgedAsync(OdrDb db, CancellationToken cancellation)
    {
        var acts = await db.Set<LogLeafRow>().Where(leaf => leaf.Act != null).Select(leaf => leaf.Act!).ToListAsync(cancellation);
        var read = acts.ConvertAll(PlatformLog.ReadAcknowledged);
        return (read.SelectMany(act => act.Published).ToHashSet(), read.SelectMany(act => act.Rooms).ToHashSet());
    }
}
