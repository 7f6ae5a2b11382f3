using System.Numerics;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Rooms;

/// <summary>
/// The first <see cref="Size"/> leaves of a tree in brief: the roots of its complete subtrees, largest first (at most 63).
/// Leaves can be appended and the root read without the earlier leaves, so it also proves a range that does not begin at 1.
/// </summary>
public sealed class MerkleRange
{
    private readonly List<Digest> _peaks;

    public MerkleRange() => _peaks = [];

    /// <exception cref="FormatException">When there is not one peak for each 1 in the binary form of the size.</exception>
    public MerkleRange(long size, IEnumerable<Digest> peaks)
    {
        _peaks = [.. peaks];
        if (size < 0 || BitOperations.PopCount((ulong)size) != _peaks.Count) throw new FormatException("The peaks do not fit the size.");
        Size = size;
    }

    public long Size { get; private set; }

    public IReadOnlyList<Digest> Peaks => _peaks;

    public void Append(Digest leaf)
    {
        for (var size = Size; (size & 1) == 1; size >>= 1)
        {
            leaf = MerkleTree.Node(_peaks[^1], leaf);
            _peaks.RemoveAt(_peaks.Count - 1);
        }
        _peaks.Add(leaf);
        Size++;
    }

    public Digest Root()
    {
        if (_peaks.Count == 0) return MerkleTree.EmptyRoot;
        var root = _peaks[^1];
        for (var i = _peaks.Count - 2; i >= 0; i--) root = MerkleTree.Node(_peaks[i], root);
        return root;
    }
}
