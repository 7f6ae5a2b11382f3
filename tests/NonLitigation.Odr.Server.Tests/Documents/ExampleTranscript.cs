using NonLitigation.Odr.Documents.Rooms;
using NonLitigation.Odr.Documents.Shared;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Server.Tests.Documents;

/// <summary>A short mediation in one room, with keys of its own.</summary>
internal static class ExampleTranscript
{
    internal static readonly TranscriptRoom Room = new(Guid.Parse("0193d3a0-0000-7000-8000-000000000001"), "共同调解室", "Joint", "连非诉〔2026〕000123号");

    internal static KeyStore Keys { get; } = NewKeys("odr.test/checkpoint");

    /// <summary>Keys whose seed everybody knows, for what stands in the documents.</summary>
    internal static KeyStore KnownKeys()
    {
        var folder = OutsideTool.NewFolder();
        File.WriteAllText(Path.Combine(folder, "checkpoint.key"), $"odr.example/checkpoint\n{Convert.ToBase64String(Enumerable.Repeat((byte)7, 32).ToArray())}\n");
        return KeyStore.Open(new(folder, MayCreate: true, "odr.example/checkpoint", "示例"));
    }

    internal static KeyStore NewKeys(string name)
    {
        using var seal = new TestSeal();
        var folder = OutsideTool.NewFolder();
        File.WriteAllBytes(Path.Combine(folder, "seal.p12"), seal.File());
        return KeyStore.Open(new(folder, MayCreate: true, name, "测试非诉服务中心"));
    }

    internal static IReadOnlyList<ExportedEntry> Entries(int count)
    {
        var (mediator, hand) = (Guid.Parse("0193d3a0-0000-7000-8000-00000000000a"), Guid.Parse("0193d3a0-0000-7000-8000-00000000000b"));
        var head = TranscriptHead.Empty(Room.Id);
        var entries = new List<ExportedEntry>();
        for (var i = 0; i < count; i++)
        {
            var salt = Digest.Of(BitConverter.GetBytes(i)).ToArray();
            var body = CanonicalJson.Serialize(new CanonicalObject { ["type"] = "text", ["text"] = $"第{i + 1}句：请\"各方\"核对工资数额。\n¥1,600.00 😀" });
            var entry = head.Next(new(i % 5 == 0 ? TranscriptKind.System : TranscriptKind.Message, i % 2 == 0 ? mediator : hand, i % 2 == 0 ? "王正" : "李海生",
                i % 2 == 0 ? "Mediator" : "Applicant", new DateTimeOffset(2026, 3, 2, 1, 30, 0, TimeSpan.Zero).AddSeconds(i),
                new Guid(Digest.Of(salt).ToArray().AsSpan(0, 16)), i > 3 ? i - 2 : null, [mediator, hand], BodyCommitment.Of(salt, body)));
            head = TranscriptHead.After(entry);
            entries.Add(new(entry, salt, body));
        }
        return entries;
    }

    internal static MerkleRange TreeOf(IEnumerable<ExportedEntry> entries)
    {
        var tree = new MerkleRange();
        foreach (var exported in entries) tree.Append(exported.Entry.Hash());
        return tree;
    }
}
