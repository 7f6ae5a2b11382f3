using CsCheck;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Domain.Shared;
using Xunit;

namespace NonLitigation.Odr.Domain.Tests.Rooms;

public class ProvingATree
{
    /// <summary>The leaves and roots that Certificate Transparency implementations share as test vectors.</summary>
    private static readonly Digest[] KnownLeaves =
        [.. new[] { "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f" }
            .Select(hex => Digest.Of([0, .. Convert.FromHexString(hex)]))];

    private static readonly Gen<Digest[]> Leaves = Gen.Int[1, 70].Select(n => Enumerable.Range(0, n).Select(i => Digest.Of(BitConverter.GetBytes(i * 31 + n))).ToArray());

    [Theory]
    [InlineData(0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData(1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d")]
    [InlineData(2, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125")]
    [InlineData(3, "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77")]
    [InlineData(4, "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")]
    [InlineData(5, "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4")]
    [InlineData(6, "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef")]
    [InlineData(7, "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c")]
    [InlineData(8, "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328")]
    public void Gives_the_roots_known_from_Certificate_Transparency(int size, string root)
    {
        Assert.Equal(root, MerkleTree.Root(KnownLeaves.AsSpan(0, size)).ToString());
        var range = new MerkleRange();
        foreach (var leaf in KnownLeaves.AsSpan(0, size)) range.Append(leaf);
        Assert.Equal(root, range.Root().ToString());
    }

    [Fact]
    public void Gives_the_proofs_known_from_RFC_6962()
    {
        // 2.1.3: in the tree of seven leaves, d3 is proved by [c, g, l] and the tree of 3 by [c, d, g, l].
        var d = KnownLeaves.AsSpan(0, 7);
        var (c, g, l) = (d[2], MerkleTree.Root(d[..2]), MerkleTree.Root(d[4..]));
        Assert.Equal([c, g, l], MerkleTree.InclusionProof(3, d));
        Assert.Equal([c, d[3], g, l], MerkleTree.ConsistencyProof(3, d));
    }

    [Fact]
    public void Accepts_every_leaf_and_every_older_tree_and_nothing_else() =>
        Gen.Select(Leaves, Gen.Int[0, 10_000], Gen.Int[0, 10_000]).Sample((leaves, pick, other) =>
        {
            var root = MerkleTree.Root(leaves);
            var index = pick % leaves.Length;
            var proof = MerkleTree.InclusionProof(index, leaves);
            var older = other % leaves.Length + 1;
            var oldRoot = MerkleTree.Root(leaves.AsSpan(0, older));
            var path = MerkleTree.ConsistencyProof(older, leaves);
            var wrong = Digest.Of([9]);
            return MerkleTree.VerifyInclusion(index, leaves.Length, leaves[index], proof, root)
                && !MerkleTree.VerifyInclusion(index, leaves.Length, wrong, proof, root)
                && !MerkleTree.VerifyInclusion(index, leaves.Length, leaves[index], [.. proof, wrong], root)
                && (leaves.Length == 1 || !MerkleTree.VerifyInclusion((index + 1) % leaves.Length, leaves.Length, leaves[index], proof, root))
                && MerkleTree.VerifyConsistency(older, oldRoot, leaves.Length, root, path)
                && !MerkleTree.VerifyConsistency(older, wrong, leaves.Length, root, path)
                && !MerkleTree.VerifyConsistency(older, oldRoot, leaves.Length, wrong, path)
                && !MerkleTree.VerifyConsistency(older, oldRoot, leaves.Length, root, [.. path, wrong]);
        });

    [Fact]
    public void Finds_a_second_branch() =>
        Gen.Select(Leaves, Gen.Int[0, 10_000]).Sample((leaves, pick) =>
        {
            var older = pick % leaves.Length + 1;
            var oldRoot = MerkleTree.Root(leaves.AsSpan(0, older));
            var forged = leaves.ToArray();
            forged[pick % older] = Digest.Of([7, 7]);
            return !MerkleTree.VerifyConsistency(older, oldRoot, forged.Length, MerkleTree.Root(forged), MerkleTree.ConsistencyProof(older, forged));
        });

    [Fact]
    public void Goes_on_from_the_peaks_alone() =>
        Gen.Select(Leaves, Gen.Int[0, 10_000]).Sample((leaves, pick) =>
        {
            var cut = pick % (leaves.Length + 1);
            var before = new MerkleRange();
            foreach (var leaf in leaves[..cut]) before.Append(leaf);
            var after = new MerkleRange(cut, before.Peaks);
            foreach (var leaf in leaves[cut..]) after.Append(leaf);
            return after.Root() == MerkleTree.Root(leaves) && after.Size == leaves.Length;
        });

    [Fact]
    public void Refuses_peaks_that_do_not_fit_the_size() => Assert.Throws<FormatException>(() => new MerkleRange(5, KnownLeaves.Take(1)));
}
