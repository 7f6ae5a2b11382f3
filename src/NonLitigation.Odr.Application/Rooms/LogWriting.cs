using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Documents.Shared;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Persistence.Rooms;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Rooms;

/// <summary>Adds to the platform's log and signs what it then is; one node at a time, in the caller's transaction.</summary>
internal sealed class LogWriting(OdrDb db, NoteSigner signer, MerkleRange tree, DateTimeOffset now)
{
    private const long Lock = 0x6f64726c6f67; // "odrlog"

    /// <summary>Whether the log is ours until the transaction ends.</summary>
    public static async Task<bool> ClaimAsync(OdrDb db, CancellationToken cancellation) =>
        (await db.Database.SqlQuery<bool>($"select pg_try_advisory_xact_lock({Lock}) as \"Value\"").ToListAsync(cancellation))[0];

    public void AddRoom(GrownRoom room)
    {
        var note = signer.Sign(new Checkpoint(Checkpoint.OriginOf(room.RoomId), room.Size, room.Root, []).ToText()).ToString();
        db.Add(new RoomCheckpointRow { RoomId = room.RoomId, Size = room.Size, Root = room.Root.ToArray(), Note = note, Position = tree.Size, MadeAt = now });
        AddLeaf(note, null);
    }

    /// <param name="text">Everybody may read it.</param>
    public void AddAct(string text) => AddLeaf(text, text);

    /// <summary>The new checkpoint of the log; the caller saves and commits.</summary>
    public LogCheckpointRow Sign()
    {
        var root = tree.Root();
        var row = new LogCheckpointRow { Size = tree.Size, Root = root.ToArray(), Note = signer.Sign(new Checkpoint(PlatformLog.Origin, tree.Size, root, []).ToText()).ToString(), MadeAt = now };
        db.Add(row);
        return row;
    }

    private void AddLeaf(string text, string? act)
    {
        var leaf = PlatformLog.Leaf(text);
        db.Add(new LogLeafRow { Position = tree.Size, Leaf = leaf.ToArray(), Act = act, AddedAt = now });
        tree.Append(leaf);
    }
}
