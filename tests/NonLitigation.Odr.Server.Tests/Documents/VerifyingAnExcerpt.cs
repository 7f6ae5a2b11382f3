using System.Text;
using System.Text.Json.Nodes;
using NonLitigation.Odr.Documents.Rooms;
using NonLitigation.Odr.Documents.Shared;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Domain.Shared;
using Xunit;

namespace NonLitigation.Odr.Server.Tests.Documents;

/// <summary>Excerpts and publications, by our verifier and by the one in Python.</summary>
public class VerifyingAnExcerpt
{
    private static readonly TranscriptVerifier Verifier = new(ExampleTranscript.Keys.Trust);
    private static readonly IReadOnlyList<ExportedEntry> Entries = ExampleTranscript.Entries(57);
    private static readonly MerkleLog Tree = TreeOf(57);

    [Fact]
    public void Says_the_same_in_both_languages_for_clean_and_for_edited_files()
    {
        var random = new Random(20260308);
        var (clean, edited) = (OutsideTool.NewFolder(), OutsideTool.NewFolder());
        for (var i = 0; i < 150; i++)
        {
            var file = i % 3 == 0 ? PublicationOf(random) : ExcerptOf(random);
            Assert.Equal(VerdictKind.Genuine, Verifier.Verify(file).Kind);
            File.WriteAllBytes(Path.Combine(clean, $"{i:d4}.json"), file);
            var at = random.Next(file.Length);
            byte[] changed = [.. file[..at], (byte)(file[at] ^ (1 << random.Next(8))), .. file[(at + 1)..]];
            Assert.Equal(VerdictKind.Altered, Verifier.Verify(changed).Kind);
            File.WriteAllBytes(Path.Combine(edited, $"{i:d4}.json"), changed);
        }
        Assert.All(PythonVerifier.Verdicts(clean, ExampleTranscript.Keys.Trust), line => Assert.EndsWith(": genuine", line, StringComparison.Ordinal));
        Assert.All(PythonVerifier.Verdicts(edited, ExampleTranscript.Keys.Trust), line => Assert.Contains(": altered: ", line, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("leave out", "order: entries were left out or added")]
    [InlineData("swap", "entry 3: order")]
    [InlineData("proof", "entry 3: proof")]
    [InlineData("text", "entry 3: body")]
    [InlineData("erase", "header (withheld bodies)")]
    [InlineData("name", "header")]
    [InlineData("size", "checkpoint (its size)")]
    public void Names_the_place(string change, string where)
    {
        var file = JsonNode.Parse(Excerpt(3, 7, 20))!;
        var lines = file["entries"]!.AsArray();
        switch (change)
        {
            case "leave out": lines.RemoveAt(1); break;
            case "swap": var first = lines[0]!; lines.RemoveAt(0); lines.Insert(1, first); break;
            case "proof": lines[0]!["proof"]![2] = new string('0', 64); break;
            case "text": lines[0]!["body"]!["text"] = "我同意付 9000 元"; break;
            case "erase": lines[0]!["body"] = null; lines[0]!["salt"] = null; break;
            case "name": file["room"]!["name"] = "另一间"; break;
            case "size": file["size"] = 58; break;
            default: throw new ArgumentOutOfRangeException(nameof(change));
        }
        var bytes = CanonicalJson.Serialize(CanonicalJsonReader.Parse(Encoding.UTF8.GetBytes(file.ToJsonString())));
        var verdict = Verifier.Verify(bytes);
        Assert.Equal((VerdictKind.Altered, where), (verdict.Kind, verdict.Where?.En));
        var folder = OutsideTool.NewFolder();
        File.WriteAllBytes(Path.Combine(folder, "x.json"), bytes);
        Assert.Contains(": altered: ", Assert.Single(PythonVerifier.Verdicts(folder, ExampleTranscript.Keys.Trust)), StringComparison.Ordinal);
    }

    [Fact]
    public void Is_never_made_of_an_entry_that_is_not_in_the_tree()
    {
        var exporter = new ExcerptExporter(ExampleTranscript.Keys.Checkpoints);
        Assert.Throws<ArgumentException>(() => exporter.Export(ExampleTranscript.Room, TreeOf(9), [Entries[3] with { Entry = Entries[3].Entry with { Sequence = 5 } }]));
        Assert.Throws<ArgumentException>(() => exporter.Export(ExampleTranscript.Room, TreeOf(9), [Entries[3] with { Body = "{\"type\":\"text\"}"u8.ToArray() }]));
        Assert.Throws<ArgumentException>(() => exporter.Export(ExampleTranscript.Room, TreeOf(9), []));
    }

    private static byte[] Excerpt(params int[] sequences) =>
        new ExcerptExporter(ExampleTranscript.Keys.Checkpoints).Export(ExampleTranscript.Room, TreeOf(Entries.Count), [.. sequences.Select(s => Entries[s - 1])]);

    private static byte[] ExcerptOf(Random random)
    {
        var size = 1 + random.Next(Entries.Count);
        var chosen = Enumerable.Range(0, size).Where(i => i == size / 2 || random.Next(size) < 4).Select(i => random.Next(5) == 0 ? Entries[i] with { Body = null, Salt = null } : Entries[i]);
        return new ExcerptExporter(ExampleTranscript.Keys.Checkpoints).Export(ExampleTranscript.Room, TreeOf(size), [.. chosen]);
    }

    private static byte[] PublicationOf(Random random)
    {
        var (keys, log) = (ExampleTranscript.Keys.Checkpoints, new MerkleLog());
        var count = 1 + random.Next(Entries.Count);
        var notes = Enumerable.Range(1, count).Select(size => keys.Sign(new Checkpoint(Checkpoint.OriginOf(ExampleTranscript.Room.Id), size, Tree.Root(size), []).ToText()).ToString()).ToList();
        notes.ForEach(note => log.Append(PlatformLog.Leaf(note)));
        var index = random.Next(count);
        var published = keys.Sign(new Checkpoint(PlatformLog.Origin, count, log.Root(count), []).ToText()).ToString();
        return Publication.Write(notes[index], index, log.InclusionProof(index, count), published);
    }

    private static MerkleLog TreeOf(int size)
    {
        var log = new MerkleLog();
        foreach (var exported in Entries.Take(size)) log.Append(exported.Entry.Hash());
        return log;
    }
}
