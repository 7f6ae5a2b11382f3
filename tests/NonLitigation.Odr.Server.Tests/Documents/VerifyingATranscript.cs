using System.Text;
using System.Text.Json.Nodes;
using NonLitigation.Odr.Documents.Rooms;
using NonLitigation.Odr.Documents.Shared;
using NonLitigation.Odr.Domain.Rooms;
using Xunit;

namespace NonLitigation.Odr.Server.Tests.Documents;

public class VerifyingATranscript
{
    private static readonly TranscriptExporter Exporter = new(ExampleTranscript.Keys.Checkpoints);
    private static readonly TranscriptVerifier Verifier = new(ExampleTranscript.Keys.Trust);
    private static readonly byte[] Whole = Exporter.Export(ExampleTranscript.Room, new MerkleRange(), ExampleTranscript.Entries(12));

    [Fact]
    public void Says_genuine_for_a_thousand_clean_exports()
    {
        var entries = ExampleTranscript.Entries(1_000);
        for (var size = 1; size <= 1_000; size++)
        {
            var from = size * 7919 % 997 % size;
            var file = Exporter.Export(ExampleTranscript.Room, ExampleTranscript.TreeOf(entries.Take(from)), [.. entries.Skip(from).Take(Math.Min(size - from, 20))]);
            Assert.Equal(VerdictKind.Genuine, Verifier.Verify(file).Kind);
        }
    }

    [Fact]
    public void Says_altered_and_where_for_every_change_of_one_byte()
    {
        var random = new Random(20260302);
        for (var i = 0; i < Whole.Length; i++)
        {
            var changed = Whole.ToArray();
            changed[i] ^= (byte)(1 << random.Next(8));
            var verdict = Verifier.Verify(changed);
            Assert.True(verdict.Kind == VerdictKind.Altered, $"byte {i}: {verdict.Kind}");
            Assert.NotNull(verdict.Where);
        }
    }

    [Fact]
    public void Says_altered_for_a_thousand_bytes_put_in_or_taken_out()
    {
        var random = new Random(20260303);
        for (var i = 0; i < 500; i++)
        {
            var at = random.Next(Whole.Length);
            byte[] longer = [.. Whole[..at], (byte)random.Next(256), .. Whole[at..]], shorter = [.. Whole[..at], .. Whole[(at + 1)..]];
            Assert.Equal(VerdictKind.Altered, Verifier.Verify(longer).Kind);
            Assert.Equal(VerdictKind.Altered, Verifier.Verify(shorter).Kind);
        }
    }

    [Theory]
    [InlineData("body", "entry 3: body")]
    [InlineData("salt", "entry 3: body")]
    [InlineData("erase", "header (withheld bodies)")]
    [InlineData("author", "entry 3: entry (its hash does not fit)")]
    [InlineData("previous", "entry 3: entry (its hash does not fit)")]
    [InlineData("hash", "entry 3: entry (its hash does not fit)")]
    [InlineData("swap", "entry 3: order")]
    [InlineData("drop", "entry 3: order")]
    [InlineData("cut", "order: entries were left out or added")]
    [InlineData("room", "header")]
    [InlineData("reader", "header")]
    [InlineData("note", "checkpoint (signature)")]
    public void Names_the_place(string change, string where)
    {
        var file = JsonNode.Parse(Whole)!;
        var entries = file["entries"]!.AsArray();
        var third = entries[2]!;
        switch (change)
        {
            case "body": third["body"]!["text"] = "我同意付 9000 元"; break;
            case "salt": third["salt"] = new string('0', 64); break;
            case "erase": third["body"] = null; third["salt"] = null; break;
            case "author": third["entry"]!["authorName"] = "别人"; break;
            case "previous": third["entry"]!["previous"] = new string('0', 64); break;
            case "hash": third["hash"] = new string('0', 64); break;
            case "swap": entries.RemoveAt(2); entries.Insert(3, third); break;
            case "drop": entries.RemoveAt(2); break;
            case "cut": entries.RemoveAt(entries.Count - 1); break;
            case "room": file["room"]!["name"] = "另一间"; break;
            case "reader": file["reader"] = "李海生"; break;
            case "note":
                var note = (string)file["checkpoint"]!;
                file["checkpoint"] = note[..^10] + (note[^10] == 'A' ? 'B' : 'A') + note[^9..];
                break;
            default: throw new ArgumentOutOfRangeException(nameof(change));
        }
        var verdict = Verifier.Verify(Canonical(file));
        Assert.Equal((VerdictKind.Altered, where), (verdict.Kind, verdict.Where?.En));
    }

    [Fact]
    public void Finds_an_entry_that_was_rewritten_with_all_hashes_after_it()
    {
        var entries = ExampleTranscript.Entries(5);
        var forged = new TranscriptExporter(ExampleTranscript.NewKeys("odr.test/checkpoint").Checkpoints)
            .Export(ExampleTranscript.Room, new MerkleRange(), [.. entries.Take(4)]);
        var (mine, theirs) = (JsonNode.Parse(Exporter.Export(ExampleTranscript.Room, new MerkleRange(), entries))!, JsonNode.Parse(forged)!);
        theirs["checkpoint"] = (string)mine["checkpoint"]!;
        Assert.Equal(VerdictKind.Altered, Verifier.Verify(Canonical(theirs)).Kind);
    }

    [Fact]
    public void Says_unknown_when_the_key_is_not_trusted_even_under_the_same_name()
    {
        var stranger = ExampleTranscript.NewKeys("odr.test/checkpoint");
        var file = new TranscriptExporter(stranger.Checkpoints).Export(ExampleTranscript.Room, new MerkleRange(), ExampleTranscript.Entries(3));
        Assert.Equal(VerdictKind.Unknown, Verifier.Verify(file).Kind);
        Assert.Equal(VerdictKind.Genuine, new TranscriptVerifier(stranger.Trust).Verify(file).Kind);
    }

    [Fact]
    public void Still_proves_a_transcript_whose_bodies_were_deleted()
    {
        var entries = ExampleTranscript.Entries(120).Select((e, i) => i < 100 ? e with { Body = null, Salt = null } : e).ToList();
        var verdict = Verifier.Verify(Exporter.Export(ExampleTranscript.Room, new MerkleRange(), entries));
        Assert.Equal(VerdictKind.Genuine, verdict.Kind);
        Assert.Contains(verdict.Details, d => d.En.StartsWith("The bodies of 100 entries", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("hello")]
    [InlineData("{\"entries\":[],\"checkpoint\":\"x\"}")]
    public void Says_unknown_for_what_is_none_of_ours(string file) => Assert.Equal(VerdictKind.Unknown, Verifier.Verify(Encoding.UTF8.GetBytes(file)).Kind);

    [Fact]
    public void Is_not_overthrown_by_hostile_files()
    {
        var marks = "\"checkpoint\":\"nonlitigation-odr/room/\"commitment\":\"";
        Assert.All([marks, new string('[', 100_000) + marks, "{\"entries\":[{}]," + marks, marks + new string('\0', 100_000)],
            file => Assert.Equal(VerdictKind.Altered, Verifier.Verify(Encoding.UTF8.GetBytes(file)).Kind));
    }

    [Fact]
    public void Is_never_made_from_a_broken_chain_or_a_wrong_body()
    {
        var entries = ExampleTranscript.Entries(4);
        Assert.Throws<ArgumentException>(() => Exporter.Export(ExampleTranscript.Room, new MerkleRange(), [entries[0], entries[2]]));
        Assert.Throws<ArgumentException>(() => Exporter.Export(ExampleTranscript.Room, new MerkleRange(), [entries[0] with { Body = "{\"type\":\"text\"}"u8.ToArray() }]));
    }

    private static byte[] Canonical(JsonNode file) =>
        NonLitigation.Odr.Domain.Shared.CanonicalJson.Serialize(NonLitigation.Odr.Domain.Shared.CanonicalJsonReader.Parse(Encoding.UTF8.GetBytes(file.ToJsonString())));
}
