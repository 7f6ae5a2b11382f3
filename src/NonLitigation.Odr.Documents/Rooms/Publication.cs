using System.Globalization;
using NonLitigation.Odr.Documents.Shared;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Documents.Rooms;

/// <summary>
/// Shows that a room's signed checkpoint is under a published checkpoint of the platform's log: the note, its place, the proof, the
/// published note. One canonical JSON file (docs/transcript-format.md, "Publication").
/// </summary>
public static class Publication
{
    public const string Format = "nonlitigation-odr/publication/1";
    private const string Kind = "publication";

    /// <param name="index">The leaf's place in the platform's log, from 0.</param>
    /// <param name="published">A signed checkpoint of the platform's log that has the leaf.</param>
    public static byte[] Write(string note, long index, IReadOnlyList<Digest> proof, string published) => CanonicalJson.Serialize(new CanonicalObject
    {
        ["format"] = Format, ["note"] = note, ["index"] = index, ["published"] = published,
        ["proof"] = new CanonicalArray(proof.Select(hash => CanonicalValue.From(hash.ToString()))),
    });

    /// <summary>Never throws for what is in the file.</summary>
    internal static Verdict Verify(CanonicalObject json, Trust trust)
    {
        if (!json.Names.SequenceEqual(["format", "index", "note", "proof", "published"]) || json["proof"] is not CanonicalArray proof
            || json.Number("index") is not { } index || json.Text("note") is not { } note || json.Text("published") is not { } published) return Altered("文件格式", "formatting");
        var ((room, mine), (log, theirs)) = (Signed(note, trust), Signed(published, trust));
        if (room is null || log is null) return mine ?? theirs ?? Verdict.SignerNotTrusted(Kind);
        if (!room.Origin.StartsWith(Checkpoint.RoomOrigin, StringComparison.Ordinal) || log.Origin != PlatformLog.Origin) return Altered("检查点", "checkpoint (its origin)");
        var path = new List<Digest>();
        foreach (var step in proof)
        {
            if (!Digest.TryParse((step as CanonicalString)?.Value, out var hash)) return Altered("证明", "proof");
            path.Add(hash);
        }
        if (!MerkleTree.VerifyInclusion(index, log.Size, PlatformLog.Leaf(note), path, log.Root)) return Altered("证明", "proof: the room's checkpoint is not under the published one");
        return new(VerdictKind.Genuine, new("该检查点确已包含在平台公布的检查点中。", "The checkpoint is under the platform's published one."), null, Kind, null,
            SignedNote.Read(published)!.Signatures[0].KeyName, null, [Line(room, "调解室", "Room"), Line(log, "平台公布", "Published")])
        {
            Trees = new Dictionary<(string, long), Digest> { [(room.Origin, room.Size)] = room.Root, [(log.Origin, log.Size)] = log.Root },
        };
    }

    private static (Checkpoint? Checkpoint, Verdict? Fault) Signed(string note, Trust trust)
    {
        if (SignedNote.Read(note) is not { } signed || Checkpoint.Read(signed.Text) is not { } checkpoint) return (null, Altered("检查点", "checkpoint"));
        return trust.SignerOf(signed) switch
        {
            (_, { } fault) => (null, Verdict.Altered(Kind, fault)),
            (null, _) => (null, null),
            _ => (checkpoint, null),
        };
    }

    private static Sentence Line(Checkpoint checkpoint, string zh, string en)
    {
        var size = checkpoint.Size.ToString(CultureInfo.InvariantCulture);
        return new($"{zh}：{checkpoint.Origin}，{size} 条，树根 {checkpoint.Root}。", $"{en}: {checkpoint.Origin}, {size} entries, root {checkpoint.Root}.");
    }

    private static Verdict Altered(string zh, string en) => Verdict.Altered(Kind, new(zh, en));
}
