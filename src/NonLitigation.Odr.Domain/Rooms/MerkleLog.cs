using System.Numerics;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Rooms;

/// <summary>
/// A growing tree (RFC 6962) that keeps the roots of its complete subtrees: appending costs about one hash, root and proofs of any size up to
/// its own about log² n. 64 bytes a leaf. Not safe for several threads at once.
/// </summary>
public sealed class MerkleLog
{
    /// <summary>Level k holds the roots of the complete subtrees of 2^k leaves, in order.</summary>
    private readonly List<List<Digest>> _levels = [[]];

    public int Size => _levels[0].Count;

    public void Append(Digest leaf)
    {
        _levels[0].Add(leaf);
        for (var level = 0; (_levels[level].Count & 1) == 0; level++)
        {
            if (_levels.Count == level + 1) _levels.Add([]);
            _levels[level + 1].Add(MerkleTree.Node(_levels[level][^2], _levels[level][^1]));
        }
    }

    /// <summary>The root of the first <paramref name="size"/> leaves.</summary>
    /// <exception cref="ArgumentOutOfRangeException">When there are not so many.</exception>
    public Digest Root(int size)
    {
        Require(size, 0, Size);
        return size == 0 ? MerkleTree.EmptyRoot : Root(0, size);
    }

    /// <summary>The whole tree in brief, to go on from without changing this one.</summary>
    public MerkleRange ToRange()
    {
        var (peaks, from) = (new List<Digest>(), 0);
        for (var level = _levels.Count - 1; level >= 0; level--)
        {
            if ((Size >> level & 1) == 0) continue;
            peaks.Add(_levels[level][from >> level]);
            from += 1 << level;
        }
        return new(Size, peaks);
    }

    /// <inheritdoc cref="MerkleTree.InclusionProof"/>
    public IReadOnlyList<Digest> InclusionProof(int index, int size)
    {
        Require(size, 1, Size);
        Require(index, 0, size - 1);
        var path = new List<Digest>();
        for (var (from, to) = (0, size); to - from > 1;)
        {
            var middle = from + Split(to - from);
            path.Add(index < middle ? Root(middle, to) : Root(from, middle));
            (from, to) = index < middle ? (from, middle) : (middle, to);
        }
        path.Reverse();
        return path;
    }

    /// <inheritdoc cref="MerkleTree.ConsistencyProof"/>
    public IReadOnlyList<Digest> ConsistencyProof(int oldSize, int size)
    {
        Require(size, 1, Size);
        Require(oldSize, 1, size);
        var path = new List<Digest>();
        var (from, to, whole) = (0, size, true);
        while (oldSize < to)
        {
            var middle = from + Split(to - from);
            path.Add(oldSize <= middle ? Root(middle, to) : Root(from, middle));
            (from, to, whole) = oldSize <= middle ? (from, middle, whole) : (middle, to, false);
        }
        if (!whole) path.Add(Root(from, to));
        path.Reverse();
        return path;
    }

    /// <summary>Subtrees to the left are complete, so every part that is asked for begins at a multiple of its own size.</summary>
    private Digest Root(int from, int to)
    {
        var size = to - from;
        if (BitOperations.IsPow2(size)) return _levels[BitOperations.Log2((uint)size)][from / size];
        var middle = from + Split(size);
        return MerkleTree.Node(Root(from, middle), Root(middle, to));
    }

    private static int Split(int size) => 1 << BitOperations.Log2((uint)size - 1);

    private static void Require(int value, int least, int most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, least);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, most);
    }
}
