using System.Globalization;
using NonLitigation.Odr.Documents.Shared;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Documents.Rooms;

/// <summary>Checks an excerpt: each entry, its body, its proof, the header, who signed it.</summary>
internal static class ExcerptCheck
{
    private const string Kind = "excerpt";

    internal static Verdict Verify(CanonicalObject json, Trust trust)
    {
        if (!json.Names.SequenceEqual(["checkpoint", "entries", "format", "room", "sequences", "size", "withheld"])
            || json["entries"] is not CanonicalArray { Count: > 0 } lines || json["room"] is not CanonicalObject room || json["withheld"] is not CanonicalArray withheld
            || json["sequences"] is not CanonicalArray sequences || !Guid.TryParseExact(room.Text("id"), "D", out var roomId)) return Altered("文件头", "header");
        if (SignedNote.Read(json.Text("checkpoint") ?? "") is not { } note || Checkpoint.Read(note.Text) is not { } checkpoint) return Altered("检查点", "checkpoint");
        if (checkpoint.Origin != Checkpoint.OriginOf(roomId)) return Altered("检查点（所属调解室）", "checkpoint (its room)");
        if (checkpoint.Size != json.Number("size")) return Altered("检查点的条目数", "checkpoint (its size)");

        var chain = new TranscriptLines(roomId, new MerkleRange());
        var (seen, last) = (new List<long?>(), 0L);
        foreach (var line in lines)
        {
            if (chain.CheckChosen(line, last, checkpoint) is { } where) return Verdict.Altered(Kind, where);
            seen.Add(last = chain.LastSequence);
        }
        if (!sequences.Select(s => (s as CanonicalInteger)?.Value).SequenceEqual(seen)) return Altered("所选条目有增删", "order: entries were left out or added");
        if (!withheld.Select(w => (w as CanonicalInteger)?.Value).SequenceEqual(chain.Withheld.Select(w => (long?)w))) return Altered("文件头（未公开的正文）", "header (withheld bodies)");
        if (!checkpoint.Extensions.SequenceEqual([TranscriptFile.ExtensionFor(TranscriptFile.HeaderOf(json))])) return Altered("文件头", "header");
        return trust.SignerOf(note) switch
        {
            (_, { } fault) => Verdict.Altered(Kind, fault),
            ({ } key, _) => Genuine(key, room, checkpoint.Size, seen, chain) with { Trees = new Dictionary<(string, long), Digest> { [(checkpoint.Origin, checkpoint.Size)] = checkpoint.Root } },
            _ => Verdict.SignerNotTrusted(Kind),
        };
    }

    private static Verdict Genuine(NoteVerifierKey key, CanonicalObject room, long size, List<long?> seen, TranscriptLines chain)
    {
        var numbers = string.Join(", ", seen);
        var time = chain.LastTime.ToString("u", CultureInfo.InvariantCulture);
        List<Sentence> details =
        [
            new($"调解室“{room.Text("name")}”，全部 {size} 条中的第 {numbers} 条；未列出的条目内容不在文件中。", $"Room “{room.Text("name")}”, entries {numbers} of {size}; the file holds nothing of the others."),
            new($"所列最后一条时间 {time}。", $"Last of them at {time}."),
        ];
        if (chain.Withheld.Count > 0)
            details.Add(new($"其中 {chain.Withheld.Count} 条的正文未公开或已依法删除。", $"The bodies of {chain.Withheld.Count} entries are withheld or were deleted."));
        return new(VerdictKind.Genuine, new("节选真实，自签发后未被改动。", "The excerpt is genuine and unchanged since it was issued."), null, Kind, room.Text("caseNumber"), key.Name, chain.LastTime, details);
    }

    private static Verdict Altered(string zh, string en) => Verdict.Altered(Kind, new(zh, en));
}
