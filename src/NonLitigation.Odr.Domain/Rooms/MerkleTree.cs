using System.Numerics;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Rooms;

/// <summary>The hash tree of RFC 6962, section 2.1, over leaf hashes; indices count from 0.</summary>
public static class MerkleTree
{
    /// <summary>SHA-256 of nothing.</summary>
    public static Digest EmptyRoot { get; } = Digest.Of([]);

    /// <summary>SHA-256(0x01 || left || right).</summary>
    public static Digest Node(Digest left, Digest right)
    {
        Span<byte> data = stackalloc byte[1 + 2 * Digest.Length];
        data[0] = 1;
        left.CopyTo(data[1..]);
        right.CopyTo(data[(1 + Digest.Length)..]);
        return Digest.Of(data);
    }

    public static Digest Root(ReadOnlySpan<Digest> leaves) => leaves.Length switch
    {
        0 => EmptyRoot,
        1 => leaves[0],
        var n => Node(Root(leaves[..Split(n)]), Root(leaves[Split(n)..])),
    };

    /// <summary>The path from the leaf to the root (2.1.1).</summary>
    public static IReadOnlyList<Digest> InclusionProof(int index, ReadOnlySpan<Digest> leaves)
    {
        if ((uint)index >= (uint)leaves.Length) throw new ArgumentOutOfRangeException(nameof(index));
        var path = new List<Digest>();
        AddPath(index, leaves, path);
        return path;
    }

    /// <summary>Shows that the tree of the first <paramref name="oldSize"/> leaves is a prefix of this one (2.1.2).</summary>
    public static IReadOnlyList<Digest> ConsistencyProof(int oldSize, ReadOnlySpan<Digest> leaves)
    {
        if (oldSize < 1 || oldSize > leaves.Length) throw new ArgumentOutOfRangeException(nameof(oldSize));
        var path = new List<Digest>();
        if (oldSize < leaves.Length) AddConsistency(oldSize, leaves, true, path);
        return path;
    }

    public static bool VerifyInclusion(long index, long size, Digest leaf, IReadOnlyList<Digest> proof, Digest root)
    {
        if (index < 0 || index >= size) return false;
        var (place, last, hash) = (index, size - 1, leaf);
        foreach (var sibling in proof)
        {
            if (last == 0) return false;
            if ((place & 1) == 1 || place == last)
            {
                hash = Node(sibling, hash);
                while ((place & 1) == 0 && place != 0) (place, last) = (place >> 1, last >> 1);
            }
            else hash = Node(hash, sibling);
            (place, last) = (place >> 1, last >> 1);
        }
        return last == 0 && hash == root;
    }

    public static bool VerifyConsistency(long oldSize, Digest oldRoot, long newSize, Digest newRoot, IReadOnlyList<Digest> proof)
    {
        if (oldSize < 1 || oldSize > newSize) return false;
        if (oldSize == newSize) return proof.Count == 0 && oldRoot == newRoot;
        var (place, last) = (oldSize - 1, newSize - 1);
        while ((place & 1) == 1) (place, last) = (place >> 1, last >> 1);
        var used = 0;
        if (place != 0 && proof.Count == 0) return false;
        var older = place == 0 ? oldRoot : proof[used++];
        var newer = older;
        for (; used < proof.Count; used++)
        {
            if (last == 0) return false;
            if ((place & 1) == 1 || place == last)
            {
                (older, newer) = (Node(proof[used], older), Node(proof[used], newer));
                while ((place & 1) == 0 && place != 0) (place, last) = (place >> 1, last >> 1);
            }
            else newer = Node(newer, proof[used]);
            (place, last) = (place >> 1, last >> 1);
        }
        return last == 0 && older == oldRoot && newer == newRoot;
    }

    /// <summary>The largest power of two smaller than <paramref name="size"/> (which is at least 2).</summary>
    private static int Split(int size) => 1 << BitOperations.Log2((uint)size - 1);

    private static void AddPath(int index, ReadOnlySpan<Digest> leaves, List<Digest> path)
    {
        if (leaves.Length == 1) return;
        var split = Split(leaves.Length);
        if (index < split) AddPath(index, leaves[..split], path);
        else AddPath(index - split, leaves[split..], path);
        path.Add(index < split ? Root(leaves[split..]) : Root(leaves[..split]));
    }

    private static void AddConsistency(int oldSize, ReadOnlySpan<Digest> leaves, bool whole, List<Digest> path)
    {
        if (oldSize == leaves.Length)
        {
            if (!whole) path.Add(Root(leaves));
            return;
        }
        var split = Split(leaves.Length);
        if (oldSize <= split)
        {
            AddConsistency(oldSize, leaves[..split], whole, path);
            path.Add(Root(leaves[split..]));
        }
        else
        {
            AddConsistency(oldSize - split, leaves[split..], false, path);
            path.Add(Root(leaves[..split]));
        }
    }
}
