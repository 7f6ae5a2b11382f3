using System.Globalization;
using NonLitigation.Odr.Documents.Shared;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Documents.Rooms;

/// <summary>Checks an exported transcript offline: every byte, every hash, every link, the root, and who signed it; also an excerpt or a publication.</summary>
public sealed class TranscriptVerifier(Trust trust)
{
    private const string Kind = "transcript";

    /// <summary>Larger files are not read.</summary>
    public const int LargestFile = 256 * 1024 * 1024;

    /// <summary>Any one of these says "meant to be ours"; a small change cannot remove them all.</summary>
    private static readonly byte[][] Marks = [.. new[]
        { TranscriptFile.Format, ExcerptExporter.Format, Publication.Format, Checkpoint.RoomOrigin, PlatformLog.Origin, "\"checkpoint\":\"", "\"commitment\":\"" }
        .Select(System.Text.Encoding.ASCII.GetBytes)];

    public static bool LooksLikeOne(ReadOnlySpan<byte> file)
    {
        var found = 0;
        foreach (var mark in Marks) found += file.IndexOf(mark) >= 0 ? 1 : 0;
        return found >= 2;
    }

    /// <summary>Never throws for what is in the file.</summary>
    public Verdict Verify(ReadOnlySpan<byte> file)
    {
        if (file.Length > LargestFile || !LooksLikeOne(file)) return Verdict.NotOurs;
        try
        {
            if (CanonicalJsonReader.Parse(file) is not CanonicalObject json) return Altered("文件格式", "formatting");
            if (!CanonicalJson.Serialize(json).AsSpan().SequenceEqual(file)) return Altered("文件格式", "formatting");
            return json.Text("format") switch
            {
                ExcerptExporter.Format => ExcerptCheck.Verify(json, trust),
                Publication.Format => Publication.Verify(json, trust),
                _ => Verify(json),
            };
        }
        catch (FormatException fault)
        {
            return Altered("文件格式", "formatting (" + fault.Message.TrimEnd('.') + ")");
        }
        catch (RefusalException)
        {
            return Altered("文件格式", "formatting (text that is not Unicode)");
        }
    }

    private Verdict Verify(CanonicalObject json)
    {
        string[] names = ["before", "checkpoint", "entries", "format", "from", "reader", "room", "withheld"];
        if (!json.Names.SequenceEqual(names) || json.Text("format") != TranscriptFile.Format
            || json["entries"] is not CanonicalArray { Count: > 0 } lines || json["room"] is not CanonicalObject room || json["withheld"] is not CanonicalArray withheld
            || !Guid.TryParseExact(room.Text("id"), "D", out var roomId) || ReadTree(json) is not { } tree)
            return Altered("文件头", "header");

        var chain = new TranscriptLines(roomId, tree);
        foreach (var line in lines)
            if (chain.Check(line) is { } where) return Verdict.Altered(Kind, where);
        if (!withheld.Select(w => (w as CanonicalInteger)?.Value).SequenceEqual(chain.Withheld.Select(w => (long?)w))) return Altered("文件头（未公开的正文）", "header (withheld bodies)");

        if (SignedNote.Read(json.Text("checkpoint") ?? "") is not { } note || Checkpoint.Read(note.Text) is not { } checkpoint) return Altered("检查点", "checkpoint");
        if (checkpoint.Origin != Checkpoint.OriginOf(roomId)) return Altered("检查点（所属调解室）", "checkpoint (its room)");
        if (checkpoint.Size != tree.Size) return Altered("条目有增删", "order: entries were left out or added");
        if (checkpoint.Root != tree.Root()) return Altered("检查点的树根或条目顺序", "order or checkpoint: the root does not fit");
        if (!checkpoint.Extensions.SequenceEqual([TranscriptFile.ExtensionFor(TranscriptFile.HeaderOf(json))])) return Altered("文件头", "header");
        return trust.SignerOf(note) switch
        {
            (_, { } fault) => Verdict.Altered(Kind, fault),
            ({ } key, _) => Genuine(key, room, tree.Size, lines.Count, chain),
            _ => Verdict.SignerNotTrusted(Kind),
        };
    }

    private static MerkleRange? ReadTree(CanonicalObject json)
    {
        if (json.Number("from") is not (>= 1 and var from) || json["before"] is not CanonicalArray before) return null;
        var peaks = new List<Digest>();
        foreach (var peak in before)
        {
            if (!Digest.TryParse((peak as CanonicalString)?.Value, out var digest)) return null;
            peaks.Add(digest);
        }
        try
        {
            return new(from - 1, peaks);
        }
        catch (FormatException)
        {
            return null; // peaks that do not fit "from": the header is not what was signed
        }
    }

    private static Verdict Genuine(NoteVerifierKey key, CanonicalObject room, long size, int count, TranscriptLines chain)
    {
        var first = size - count + 1;
        var details = new List<Sentence>
        {
            new($"调解室“{room.Text("name")}”，第 {first} 至 {size} 条，共 {count} 条。", $"Room “{room.Text("name")}”, entries {first} to {size}, {count} in all."),
            new($"最后一条时间 {chain.LastTime.ToString("u", CultureInfo.InvariantCulture)}，校验值 {chain.Last}。",
                $"Last entry at {chain.LastTime.ToString("u", CultureInfo.InvariantCulture)}, hash {chain.Last}."),
        };
        if (chain.Withheld.Count > 0)
            details.Add(new($"其中 {chain.Withheld.Count} 条的正文未公开或已依法删除。", $"The bodies of {chain.Withheld.Count} entries are withheld or were deleted."));
        return new(VerdictKind.Genuine, new("笔录真实，自签发后未被改动。", "The transcript is genuine and unchanged since it was issued."), null, Kind,
            room.Text("caseNumber"), key.Name, chain.LastTime, details) { Trees = chain.Trees };
    }

    private static Verdict Altered(string zh, string en) => Verdict.Altered(Kind, new(zh, en));
}
