using NonLitigation.Odr.Documents.Shared;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Documents.Rooms;

/// <summary>Writes a transcript as one canonical JSON file whose every byte is covered by a signed checkpoint.</summary>
public sealed class TranscriptExporter(NoteSigner signer)
{
    /// <param name="before">The tree of the entries before the first one exported (empty when that is entry 1); it is left as it was.</param>
    /// <param name="entries">A gap-free run, at least one.</param>
    /// <param name="reader">For whom the file is made, or null. Without it, everybody's export of the same run is the same file.</param>
    /// <exception cref="ArgumentException">When the run has gaps, breaks the chain, or a body is not what its entry committed to.</exception>
    public byte[] Export(TranscriptRoom room, MerkleRange before, IReadOnlyList<ExportedEntry> entries, string? reader = null)
    {
        if (entries.Count == 0) throw new ArgumentException("There is nothing to export.", nameof(entries));
        var tree = new MerkleRange(before.Size, before.Peaks);
        TranscriptHead? head = before.Size == 0 ? TranscriptHead.Empty(room.Id) : null;
        var withheld = new CanonicalArray();
        var lines = new CanonicalArray();
        foreach (var exported in entries)
        {
            var entry = exported.Entry;
            if (entry.Room != room.Id || entry.Sequence != tree.Size + 1 || (head is { } last && !last.IsFollowedBy(entry)))
                throw new ArgumentException($"Entry {entry.Sequence} does not follow.", nameof(entries));
            head = TranscriptHead.After(entry);
            tree.Append(head.Value.Hash);
            if (exported.Body is null) withheld.Add(entry.Sequence);
            lines.Add(Line(exported, head.Value.Hash));
        }

        var file = new CanonicalObject
        {
            ["format"] = TranscriptFile.Format,
            ["room"] = TranscriptFile.Room(room),
            ["reader"] = reader,
            ["from"] = before.Size + 1,
            ["before"] = new CanonicalArray(before.Peaks.Select(peak => CanonicalValue.From(peak.ToString()))),
            ["withheld"] = withheld,
        };
        var checkpoint = new Checkpoint(Checkpoint.OriginOf(room.Id), tree.Size, tree.Root(), [TranscriptFile.ExtensionFor(file)]);
        file["entries"] = lines;
        file["checkpoint"] = signer.Sign(checkpoint.ToText()).ToString();
        return CanonicalJson.Serialize(file);
    }

    internal static CanonicalObject Line(ExportedEntry exported, Digest hash)
    {
        CanonicalValue body = CanonicalValue.Null, salt = CanonicalValue.Null;
        if (exported is { Body: { } bytes, Salt: { } secret })
        {
            body = CanonicalJsonReader.Parse(bytes.Span);
            salt = Convert.ToHexStringLower(secret);
            if (BodyCommitment.Of(secret, CanonicalJson.Serialize(body)) != exported.Entry.Commitment)
                throw new ArgumentException($"The body of entry {exported.Entry.Sequence} is not the one it committed to.", nameof(exported));
        }
        return new() { ["entry"] = CanonicalJsonReader.Parse(exported.Entry.CanonicalBytes()), ["body"] = body, ["salt"] = salt, ["hash"] = hash.ToString() };
    }
}
