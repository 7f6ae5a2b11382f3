using System.Reflection;
using System.Text.Json;
using NonLitigation.Odr.Documents.Rooms;
using NonLitigation.Odr.Domain.Rooms;
using Xunit;

namespace NonLitigation.Odr.Server.Tests.Documents;

/// <summary>The program as people run it: a process of its own, files, an exit code.</summary>
public class RunningTheVerifier(SealedOutcomeFixture outcome) : IClassFixture<SealedOutcomeFixture>
{
    private static readonly string Trust = OutsideTool.FileWith(ExampleTranscript.Keys.Trust.ToJson(), ".json");

    private static readonly byte[] Transcript = new TranscriptExporter(ExampleTranscript.Keys.Checkpoints)
        .Export(ExampleTranscript.Room, new MerkleRange(), ExampleTranscript.Entries(12));

    [Fact]
    public void Ends_with_0_for_what_is_genuine()
    {
        var (code, output) = Run("--lang", "en", File(outcome.Pdf), File(Transcript));
        Assert.True(code == 0, output);
        Assert.Contains("The document is genuine", output, StringComparison.Ordinal);
        Assert.Contains("The transcript is genuine", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Ends_with_1_and_says_where_for_one_changed_byte()
    {
        var random = new Random(20260305);
        var changed = new[] { outcome.Pdf, outcome.Pdf, outcome.Pdf, Transcript, Transcript, Transcript }.Select(file =>
        {
            var copy = file.ToArray();
            copy[random.Next(copy.Length)] ^= (byte)(1 << random.Next(8));
            return File(copy);
        });
        Assert.All(changed, path =>
        {
            var (code, output) = Run("--json", path);
            var verdict = JsonDocument.Parse(output).RootElement;
            Assert.Equal((1, "altered"), (code, verdict.GetProperty("verdict").GetString()));
            Assert.NotEmpty(verdict.GetProperty("where").GetString()!);
        });
        Assert.Equal(1, Run([File(outcome.Pdf), .. changed]).Code);
    }

    [Fact]
    public void Ends_with_1_when_two_signed_files_tell_two_histories()
    {
        var exporter = new TranscriptExporter(ExampleTranscript.Keys.Checkpoints);
        var entries = ExampleTranscript.Entries(12);
        var later = File(exporter.Export(ExampleTranscript.Room, ExampleTranscript.TreeOf(entries.Take(5)), [.. entries.Skip(5)]));
        Assert.Equal(0, Run(later, File(Transcript), File(exporter.Export(ExampleTranscript.Room, new MerkleRange(), [.. entries.Take(9)]))).Code);
        // The key's holder signs another fifth entry for somebody else.
        var head = new TranscriptHead(ExampleTranscript.Room.Id, 4, entries[3].Entry.Hash());
        var fifth = head.Next(new(TranscriptKind.Message, null, "", "System", entries[4].Entry.SentAt, null, null, [], entries[4].Entry.Commitment));
        var branch = File(exporter.Export(ExampleTranscript.Room, new MerkleRange(), [.. entries.Take(4), new(fifth, null, null)]));
        Assert.Equal(0, Run(branch).Code);
        var (code, output) = Run("--lang", "en", later, branch, File(Transcript));
        Assert.Equal(1, code);
        Assert.Contains("the platform showed two histories", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Ends_with_2_for_what_a_stranger_made()
    {
        var stranger = OutsideTool.FileWith(ExampleTranscript.NewKeys("elsewhere/checkpoint").Trust.ToJson(), ".json");
        Assert.All([File("%PDF-1.4\n%%EOF\n"u8.ToArray()), File("hello"u8.ToArray()), File([])], path => Assert.Equal(2, Run(path).Code));
        Assert.All([File(outcome.Pdf), File(Transcript)], path => Assert.Equal(2, Command("--trust", stranger, path).Code));
    }

    [Fact]
    public void Ends_with_3_when_used_wrongly_and_says_how()
    {
        Assert.Equal(3, Run().Code);
        Assert.Equal(3, Run("/nowhere.pdf").Code);
        Assert.Equal(3, Command("--trust", "/nowhere.json", File(outcome.Pdf)).Code);
        Assert.Contains("Exit: 0 genuine, 1 altered, 2 unknown, 3 wrong use", Run("--help").Output, StringComparison.Ordinal);
    }

    private static string File(byte[] content) => OutsideTool.FileWith(content, ".bin");

    private static (int Code, string Output) Run(params string[] arguments) => Command(["--trust", Trust, .. arguments]);

    private static (int Code, string Output) Command(params string[] arguments) =>
        OutsideTool.Run("dotnet", [Program, .. arguments]);

    /// <summary>As it was built, with everything it needs beside it: here it would find what the tests have from ASP.NET Core.</summary>
    private static readonly string Program = typeof(RunningTheVerifier).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(one => one.Key == "VerifierProgram").Value!;
}
