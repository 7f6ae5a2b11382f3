using System.Text;
using CsCheck;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Domain.Shared;
using NonLitigation.Odr.Domain.Tests.Shared;
using Xunit;

namespace NonLitigation.Odr.Domain.Tests.Rooms;

public class ChainingEntries
{
    private static readonly Guid Room = Guid.Parse("0193d3a0-0000-7000-8000-000000000001");
    private static readonly Guid A = Guid.Parse("0193d3a0-0000-7000-8000-00000000000a"), B = Guid.Parse("f193d3a0-0000-7000-8000-00000000000b");

    private static readonly Gen<EntryContent> Draft =
        from kind in Gen.Enum<TranscriptKind>()
        from author in Gen.Guid.Nullable()
        from name in WritingCanonicalJson.Text
        from ticks in Gen.Long[DateTime.MinValue.AddDays(2).Ticks, DateTime.MaxValue.AddDays(-2).Ticks]
        from message in Gen.Guid.Nullable()
        from reply in Gen.Long[1, 99].Nullable()
        from people in Gen.Guid.List[0, 5]
        select new EntryContent(kind, author, name, "Mediator", new DateTimeOffset(ticks, TimeSpan.FromHours(8)), message, reply, people, Digest.Of([1]));

    [Fact]
    public void Writes_these_exact_bytes()
    {
        var body = new CanonicalObject { ["type"] = "message", ["text"] = "同意：1600元。" };
        var entry = TranscriptHead.Empty(Room).Next(new(TranscriptKind.Message, A, "孙某", "Applicant",
            new DateTimeOffset(2026, 3, 2, 9, 30, 0, 123, 456, TimeSpan.FromHours(8)), B, null, [B, A, B], BodyCommitment.Of(new byte[32], body)));
        Assert.Equal(
            "{\"audience\":[\"0193d3a0-0000-7000-8000-00000000000a\",\"f193d3a0-0000-7000-8000-00000000000b\"],"
            + "\"author\":\"0193d3a0-0000-7000-8000-00000000000a\",\"authorName\":\"孙某\",\"authorRole\":\"Applicant\","
            + "\"clientMessageId\":\"f193d3a0-0000-7000-8000-00000000000b\","
            + $"\"commitment\":\"{Digest.Of([2, .. new byte[32], .. "{\"text\":\"同意：1600元。\",\"type\":\"message\"}"u8])}\",\"kind\":\"message\","
            + $"\"previous\":\"{Digest.Of("nonlitigation-odr/room/1\n0193d3a0-0000-7000-8000-000000000001"u8)}\",\"replyTo\":null,"
            + "\"room\":\"0193d3a0-0000-7000-8000-000000000001\",\"sentAt\":\"2026-03-02T01:30:00.123456Z\",\"sequence\":1,\"v\":1}",
            Encoding.UTF8.GetString(entry.CanonicalBytes()));
        Assert.Equal(Digest.Of([0, .. entry.CanonicalBytes()]), entry.Hash());
    }

    [Fact]
    public void Writes_canonical_JSON_that_is_read_back_alike() =>
        Draft.Sample(draft =>
        {
            var entry = TranscriptHead.Empty(Room).Next(draft);
            var json = CanonicalJsonReader.Parse(entry.CanonicalBytes());
            return CanonicalJson.Serialize(json).AsSpan().SequenceEqual(entry.CanonicalBytes())
                && TranscriptEntryReader.Read((CanonicalObject)json)?.Hash() == entry.Hash();
        });

    [Theory]
    [InlineData("sentAt", "2026-03-02T01:30:00.123456+08:00")]
    [InlineData("room", "0193D3A0-0000-7000-8000-000000000001")]
    [InlineData("kind", "Message")]
    [InlineData("author", "somebody")]
    [InlineData("extra", "x")]
    public void Does_not_read_another_spelling(string name, string value)
    {
        var entry = TranscriptHead.Empty(Room).Next(new(TranscriptKind.System, null, "", "System", DateTimeOffset.UnixEpoch, null, null, [], Digest.Of([])));
        var json = (CanonicalObject)CanonicalJsonReader.Parse(entry.CanonicalBytes());
        Assert.NotNull(TranscriptEntryReader.Read(json));
        json[name] = value;
        Assert.Null(TranscriptEntryReader.Read(json));
    }

    [Fact]
    public void Breaks_when_an_entry_is_changed_left_out_or_moved() =>
        Draft.Array[2, 6].Sample(drafts =>
        {
            var head = TranscriptHead.Empty(Room);
            var entries = drafts.Select(d => { var e = head.Next(d); head = TranscriptHead.After(e); return e; }).ToList();
            var whole = entries.Aggregate((Head: TranscriptHead.Empty(Room), Holds: true),
                (s, e) => (TranscriptHead.After(e), s.Holds && s.Head.IsFollowedBy(e)));
            var changed = entries[0] with { AuthorName = entries[0].AuthorName + "x" };
            return whole.Holds
                && !TranscriptHead.After(changed).IsFollowedBy(entries[1])
                && !TranscriptHead.Empty(Room).IsFollowedBy(entries[1])
                && !TranscriptHead.After(entries[1]).IsFollowedBy(entries[0]);
        });
}
