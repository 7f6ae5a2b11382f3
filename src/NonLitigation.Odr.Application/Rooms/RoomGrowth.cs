using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Domain.Shared;
using NonLitigation.Odr.Persistence.Rooms;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Rooms;

/// <summary>A room whose record goes on from what was published of it last.</summary>
public sealed record GrownRoom(Guid RoomId, long Size, Digest Root);

/// <summary>Reads a room's tree against the last checkpoint of it.</summary>
internal static class RoomGrowth
{
    /// <summary>Null when the record has gaps or is not the one that was published: nothing may be signed then.</summary>
    /// <param name="published">False when somebody has taken it upon himself to go on without what was published.</param>
    public static async Task<GrownRoom?> ReadAsync(OdrDb db, DueRoom room, bool published, CancellationToken cancellation)
    {
        var tree = new MerkleRange();
        var fits = !published || room.PublishedSize == 0;
        byte[] last = [];
        var leaves = db.Set<RoomEntryRow>().Where(entry => entry.RoomId == room.RoomId && entry.Sequence <= room.Head).OrderBy(entry => entry.Sequence);
        await foreach (var leaf in leaves.Select(entry => entry.EntryHash).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            tree.Append(new Digest(last = leaf));
            if (tree.Size == room.PublishedSize) fits |= tree.Root() == new Digest(room.PublishedRoot!);
        }
        return fits && tree.Size == room.Head && last.AsSpan().SequenceEqual(room.HeadHash) ? new(room.RoomId, tree.Size, tree.Root()) : null;
    }
}
