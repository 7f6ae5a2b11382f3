using CsCheck;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Domain.Shared;
using Xunit;

namespace NonLitigation.Odr.Domain.Tests.Rooms;

public class GrowingALog
{
    private static Digest Leaf(int i) => Digest.Of(BitConverter.GetBytes(i));

    [Fact]
    public void Gives_every_root_and_every_proof_that_the_tree_gives() =>
        Gen.Select(Gen.Int[1, 150], Gen.Int[0, 10_000], Gen.Int[0, 10_000]).Sample((count, some, other) =>
        {
            var leaves = Enumerable.Range(0, count).Select(Leaf).ToArray();
            var log = LogOf(leaves);
            var size = some % count + 1;
            var (index, older) = (other % size, other % size + 1);
            var part = leaves.AsSpan(0, size);
            return log.Size == count && log.Root(size) == MerkleTree.Root(part) && log.ToRange().Root() == MerkleTree.Root(leaves)
                && log.InclusionProof(index, size).SequenceEqual(MerkleTree.InclusionProof(index, part))
                && log.ConsistencyProof(older, size).SequenceEqual(MerkleTree.ConsistencyProof(older, part));
        });

    [Fact]
    public void Refuses_sizes_that_it_does_not_have()
    {
        var log = LogOf([Leaf(1), Leaf(2)]);
        Assert.Equal(MerkleTree.EmptyRoot, log.Root(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => log.Root(3));
        Assert.Throws<ArgumentOutOfRangeException>(() => log.InclusionProof(2, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => log.ConsistencyProof(0, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => log.ConsistencyProof(2, 1));
    }

    /// <summary>Two parties are shown two histories: whatever the forger shows, his branch does not go on from the published tree.</summary>
    [Fact]
    public void Shows_a_forged_second_branch_a_hundred_times_of_a_hundred()
    {
        var random = new Random(20260307);
        var (found, honest) = (0, 0);
        for (var i = 0; i < 100; i++)
        {
            var leaves = Enumerable.Range(0, 2 + random.Next(400)).Select(n => Leaf(n + i * 1_000)).ToArray();
            var published = 1 + random.Next(leaves.Length - 1);
            var (log, root) = (LogOf(leaves), MerkleTree.Root(leaves.AsSpan(0, published)));
            var branch = leaves.ToArray();
            branch[random.Next(published)] = Leaf(-1 - i);
            var forged = LogOf(branch);
            // His own proof, the honest one, and the honest one with his root of the old tree.
            var shown = new[] { forged.ConsistencyProof(published, branch.Length), log.ConsistencyProof(published, leaves.Length), [forged.Root(published), .. log.ConsistencyProof(published, leaves.Length)] };
            if (shown.All(proof => !MerkleTree.VerifyConsistency(published, root, branch.Length, forged.Root(branch.Length), proof))) found++;
            if (MerkleTree.VerifyConsistency(published, root, leaves.Length, log.Root(leaves.Length), shown[1])) honest++;
        }
        Assert.Equal((100, 100), (found, honest));
    }

    private static MerkleLog LogOf(IEnumerable<Digest> leaves)
    {
        var log = new MerkleLog();
        foreach (var leaf in leaves) log.Append(leaf);
        return log;
    }
}
