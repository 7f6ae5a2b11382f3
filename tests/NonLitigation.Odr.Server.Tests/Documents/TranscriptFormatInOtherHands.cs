using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using NonLitigation.Odr.Documents.Rooms;
using NonLitigation.Odr.Documents.Shared;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Domain.Shared;
using Xunit;

namespace NonLitigation.Odr.Server.Tests.Documents;

/// <summary>The format's document and example are true, and a verifier that knows nothing of our code comes to the same verdicts.</summary>
public class TranscriptFormatInOtherHands
{
    private static readonly string Docs = Path.GetFullPath(Path.Combine(Here(), "../../../docs"));

    private static readonly Guid A = Guid.Parse("0193d3a0-0000-7000-8000-00000000000a"), B = Guid.Parse("0193d3a0-0000-7000-8000-00000000000b");

    private static readonly KeyStore Keys = ExampleTranscript.KnownKeys();

    private static readonly List<ExportedEntry> Entries = TwoEntries();

    private static readonly byte[] Example = new TranscriptExporter(Keys.Checkpoints)
        .Export(new(Entries[0].Entry.Room, "共同调解室", "Joint", "连非诉〔2026〕000123号"), new MerkleRange(), Entries);

    [Fact]
    public void The_example_file_is_what_the_exporter_writes()
    {
        var path = Path.Combine(Docs, "transcript-example", "transcript.json");
        if (Environment.GetEnvironmentVariable("ODR_WRITE_EXAMPLES") == "1") File.WriteAllBytes(path, Example);
        Assert.Equal(Encoding.UTF8.GetString(Example), File.ReadAllText(path));
    }

    [Fact]
    public void The_test_vectors_of_the_document_are_true()
    {
        var vectors = Vectors();
        var path = Path.Combine(Docs, "transcript-format.md");
        var text = File.ReadAllText(path);
        var block = new Regex(@"(?<=<!-- vectors -->\n```text\n).*?(?=```\n<!-- end -->)", RegexOptions.Singleline);
        if (Environment.GetEnvironmentVariable("ODR_WRITE_EXAMPLES") == "1") File.WriteAllText(path, text = block.Replace(text, vectors.Replace("$", "$$", StringComparison.Ordinal)));
        Assert.Equal(vectors, block.Match(text).Value);
    }

    [Fact]
    public void A_verifier_in_another_language_agrees_on_clean_files()
    {
        Assert.Equal((0, "genuine"), Verify(Example, Keys));
        var entries = ExampleTranscript.Entries(40).Select((e, i) => i % 7 == 3 ? e with { Body = null, Salt = null } : e).ToList();
        foreach (var from in new[] { 0, 1, 6, 7, 8, 21 })
        {
            var file = new TranscriptExporter(Keys.Checkpoints).Export(ExampleTranscript.Room, ExampleTranscript.TreeOf(entries.Take(from)), [.. entries.Skip(from)], "李海生");
            Assert.Equal((0, "genuine"), Verify(file, Keys));
        }
        Assert.Equal(2, Verify(Example, ExampleTranscript.Keys).Code);
    }

    [Fact]
    public void A_verifier_in_another_language_agrees_on_altered_files()
    {
        var random = new Random(20260304);
        for (var i = 0; i < 20; i++)
        {
            var changed = Example.ToArray();
            changed[random.Next(changed.Length)] ^= (byte)(1 << random.Next(8));
            Assert.NotEqual(0, Verify(changed, Keys).Code);
        }
    }

    private static string Vectors()
    {
        var text = new StringBuilder();
        void Say(string name, object value) => text.Append(name).Append('\n').Append("  ").Append(value).Append('\n');
        Say("genesis (previous of entry 1)", TranscriptHead.Genesis(Entries[0].Entry.Room));
        foreach (var exported in Entries)
        {
            Say($"body {exported.Entry.Sequence}, canonical", Encoding.UTF8.GetString(exported.Body!.Value.Span));
            Say($"salt {exported.Entry.Sequence}", Convert.ToHexStringLower(exported.Salt!));
            Say($"commitment {exported.Entry.Sequence}", exported.Entry.Commitment);
            Say($"entry {exported.Entry.Sequence}, canonical", Encoding.UTF8.GetString(exported.Entry.CanonicalBytes()));
            Say($"hash {exported.Entry.Sequence}", exported.Entry.Hash());
        }
        Say("root of both", MerkleTree.Root([Entries[0].Entry.Hash(), Entries[1].Entry.Hash()]));
        Say("verifier key (its seed is 32 bytes of 0x07; never use it)", Keys.Checkpoints.Verifier);
        Say("SHA-256 of transcript-example/transcript.json", Digest.Of(Example));
        return text.ToString();
    }

    private static List<ExportedEntry> TwoEntries()
    {
        var head = TranscriptHead.Empty(Guid.Parse("0193d3a0-0000-7000-8000-000000000001"));
        var entries = new List<ExportedEntry>();
        void Add(EntryContent content, CanonicalObject body)
        {
            var salt = Enumerable.Repeat((byte)(entries.Count + 1), 32).ToArray();
            var entry = head.Next(content with { Commitment = BodyCommitment.Of(salt, body) });
            head = TranscriptHead.After(entry);
            entries.Add(new(entry, salt, CanonicalJson.Serialize(body)));
        }
        Add(new(TranscriptKind.System, null, "", "System", new(2026, 3, 2, 1, 30, 0, TimeSpan.Zero), null, null, [A, B], default), new() { ["type"] = "opened" });
        Add(new(TranscriptKind.Message, B, "李海生", "Applicant", new DateTimeOffset(2026, 3, 2, 1, 30, 7, 123, 456, TimeSpan.Zero),
            Guid.Parse("0193d3a0-0000-7000-8000-0000000000c1"), null, [A, B], default), new() { ["type"] = "text", ["text"] = "欠我\"1,600\"元\n¥😀" });
        return entries;
    }

    private static (int Code, string Word) Verify(byte[] file, KeyStore keys)
    {
        var (code, output) = OutsideTool.Run("node", Path.Combine(Docs, "transcript-example", "verify.mjs"), OutsideTool.FileWith(file, ".json"), keys.Checkpoints.Verifier.ToString());
        return (code, output.Trim());
    }

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
