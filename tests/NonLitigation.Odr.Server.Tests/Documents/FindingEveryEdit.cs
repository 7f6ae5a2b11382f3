using System.Text;
using System.Text.Json.Nodes;
using NonLitigation.Odr.Documents.Rooms;
using NonLitigation.Odr.Documents.Shared;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Domain.Shared;
using Xunit;

namespace NonLitigation.Odr.Server.Tests.Documents;

/// <summary>A thousand exports, each with one edit: all are found. The same thousand untouched: none is. Two verifiers say so.</summary>
public class FindingEveryEdit
{
    private const int Cases = 1_000;

    private static readonly TranscriptExporter Exporter = new(ExampleTranscript.Keys.Checkpoints);

    private readonly Random _random = new(20260306);

    [Fact]
    public void Finds_a_thousand_edits_and_gives_no_alarm_for_a_thousand_clean_exports()
    {
        var (clean, edited) = (OutsideTool.NewFolder(), OutsideTool.NewFolder());
        var verifier = new TranscriptVerifier(ExampleTranscript.Keys.Trust);
        var (ours, names) = (new List<VerdictKind>(), new List<string>());
        var entries = ExampleTranscript.Entries(120);
        for (var i = 0; i < Cases; i++)
        {
            var file = Export(entries);
            Assert.Equal(VerdictKind.Genuine, verifier.Verify(file).Kind);
            File.WriteAllBytes(Path.Combine(clean, $"{i:d4}.json"), file);
            var (name, changed) = Edit(file, i);
            Assert.False(file.AsSpan().SequenceEqual(changed), name);
            ours.Add(verifier.Verify(changed).Kind);
            names.Add(name);
            File.WriteAllBytes(Path.Combine(edited, $"{i:d4}.json"), changed);
        }
        Assert.Empty(names.Where((name, i) => ours[i] != VerdictKind.Altered));
        var theirs = PythonVerifier.Verdicts(edited, ExampleTranscript.Keys.Trust);
        Assert.Equal(Cases, theirs.Count);
        Assert.Empty(theirs.Where(line => !line.Contains(": altered: ", StringComparison.Ordinal)).Select((line, i) => $"{line} ({names[i]})"));
        Assert.Equal(Enumerable.Range(0, Cases).Select(i => $"{i:d4}.json: genuine"), PythonVerifier.Verdicts(clean, ExampleTranscript.Keys.Trust));
        Assert.True(names.Distinct().Count() >= 16);
    }

    [Fact]
    public void Says_unknown_in_both_languages_for_a_stranger_and_for_what_is_no_transcript()
    {
        var folder = OutsideTool.NewFolder();
        var stranger = new TranscriptExporter(ExampleTranscript.NewKeys("odr.test/checkpoint").Checkpoints).Export(ExampleTranscript.Room, new(), ExampleTranscript.Entries(3));
        File.WriteAllBytes(Path.Combine(folder, "a.json"), stranger);
        File.WriteAllText(Path.Combine(folder, "b.json"), "{\"entries\":[]}");
        var verifier = new TranscriptVerifier(ExampleTranscript.Keys.Trust);
        Assert.All(Directory.GetFiles(folder), file => Assert.Equal(VerdictKind.Unknown, verifier.Verify(File.ReadAllBytes(file)).Kind));
        Assert.All(PythonVerifier.Verdicts(folder, ExampleTranscript.Keys.Trust), line => Assert.Contains(": unknown: ", line, StringComparison.Ordinal));
    }

    private byte[] Export(IReadOnlyList<ExportedEntry> entries)
    {
        var from = _random.Next(3) == 0 ? 0 : _random.Next(100);
        var run = entries.Skip(from).Take(2 + _random.Next(12)).Select(e => _random.Next(6) == 0 ? e with { Body = null, Salt = null } : e).ToList();
        // One body at least, so that there is one to change.
        run[0] = entries[from];
        return Exporter.Export(ExampleTranscript.Room, ExampleTranscript.TreeOf(entries.Take(from)), run, _random.Next(4) == 0 ? "李海生" : null);
    }

    private (string Name, byte[] File) Edit(byte[] file, int turn)
    {
        var (at, other) = (_random.Next(file.Length), (byte)(1 + _random.Next(255)));
        switch (turn % 20)
        {
            case 0 or 1 or 2: return ("one bit", [.. file[..at], (byte)(file[at] ^ (1 << _random.Next(8))), .. file[(at + 1)..]]);
            case 3: return ("one byte", [.. file[..at], (byte)(file[at] ^ other), .. file[(at + 1)..]]);
            case 4: return ("a byte put in", [.. file[..at], other, .. file[at..]]);
            case 5: return ("a byte taken out", [.. file[..at], .. file[(at + 1)..]]);
            case 6: return ("the end cut off", file[..(file.Length / 2 + _random.Next(file.Length / 2))]);
        }
        var json = JsonNode.Parse(file)!;
        var lines = json["entries"]!.AsArray();
        var name = EditLine(json, lines, lines[_random.Next(lines.Count)]!, turn % 20);
        return (name, Canonical(json));
    }

    private string EditLine(JsonNode json, JsonArray lines, JsonNode line, int turn)
    {
        switch (turn)
        {
            case 7: return Move(lines, _random.Next(lines.Count - 1), 1, "two neighbours swapped");
            case 8: return Move(lines, 0, lines.Count - 1, "the first put last");
            case 9: lines.Remove(line); return "an entry left out";
            case 10: lines.RemoveAt(lines.Count - 1); return "the last entries cut off";
            case 11: lines.Insert(_random.Next(lines.Count + 1), line.DeepClone()); return "an entry twice";
            case 12: lines[0]!["body"]!["text"] = "我同意付 9000 元"; return "another text";
            case 13: lines[0]!["body"] = null; lines[0]!["salt"] = null; return "a text erased";
            case 14: line["entry"]!["authorName"] = "别人"; return "another author";
            case 15: line["entry"]!["sentAt"] = "2026-03-02T01:30:00.000001Z"; return Rehash(line, "another time with its hash");
            case 16:
                lines[0]!["body"]!["text"] = "我同意付 9000 元";
                var body = (CanonicalObject)CanonicalJsonReader.Parse(Canonical(lines[0]!["body"]!));
                lines[0]!["entry"]!["commitment"] = BodyCommitment.Of(Convert.FromHexString((string)lines[0]!["salt"]!), body).ToString();
                return Rehash(lines[0]!, "another text with commitment and hash");
            case 17: json["room"]!["name"] = "另一间"; return "another room name";
            case 18: json["from"] = (long)json["from"]! + 1; return "another beginning";
            default: line["entry"]!["audience"]!.AsArray().RemoveAt(0); return Rehash(line, "a smaller audience with its hash");
        }
    }

    private static string Move(JsonArray lines, int at, int by, string name)
    {
        var moved = lines[at]!;
        lines.RemoveAt(at);
        lines.Insert(at + by, moved);
        return name;
    }

    private static string Rehash(JsonNode line, string name)
    {
        line["hash"] = Digest.Of([0, .. Canonical(line["entry"]!)]).ToString();
        return name;
    }

    private static byte[] Canonical(JsonNode json) => CanonicalJson.Serialize(CanonicalJsonReader.Parse(Encoding.UTF8.GetBytes(json.ToJsonString())));
}
