using NonLitigation.Odr.Documents.Shared;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Documents.Rooms;

/// <summary>Chosen entries of a transcript, each with the proof that it is under one signed checkpoint. Of the others the file has hashes of subtrees only.</summary>
public sealed class ExcerptExporter(NoteSigner signer)
{
    public const string Format = "nonlitigation-odr/excerpt/1";

    /// <param name="tree">The room's tree up to the last entry that the reader may see.</param>
    /// <param name="chosen">In ascending order, at least one.</param>
    /// <exception cref="ArgumentException">When an entry is not the leaf at its place, or a body is not what its entry committed to.</exception>
    public byte[] Export(TranscriptRoom room, MerkleLog tree, IReadOnlyList<ExportedEntry> chosen)
    {
        if (chosen.Count == 0) throw new ArgumentException("There is nothing to export.", nameof(chosen));
        var root = tree.Root(tree.Size);
        var lines = new CanonicalArray();
        foreach (var exported in chosen)
        {
            var (index, hash) = ((int)exported.Entry.Sequence - 1, exported.Entry.Hash());
            var proof = tree.InclusionProof(index, tree.Size);
            if (!MerkleTree.VerifyInclusion(index, tree.Size, hash, proof, root)) throw new ArgumentException($"Entry {exported.Entry.Sequence} is not in the tree.", nameof(chosen));
            var line = TranscriptExporter.Line(exported, hash);
            line["proof"] = new CanonicalArray(proof.Select(step => CanonicalValue.From(step.ToString())));
            lines.Add(line);
        }
        var file = new CanonicalObject
        {
            ["format"] = Format,
            ["room"] = TranscriptFile.Room(room),
            ["size"] = tree.Size,
            ["sequences"] = new CanonicalArray(chosen.Select(one => CanonicalValue.From(one.Entry.Sequence))),
            ["withheld"] = new CanonicalArray(chosen.Where(one => one.Body is null).Select(one => CanonicalValue.From(one.Entry.Sequence))),
        };
        var checkpoint = new Checkpoint(Checkpoint.OriginOf(room.Id), tree.Size, root, [TranscriptFile.ExtensionFor(file)]);
        file["entries"] = lines;
        file["checkpoint"] = signer.Sign(checkpoint.ToText()).ToString();
        return CanonicalJson.Serialize(file);
    }
}
