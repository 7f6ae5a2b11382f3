using System.Buffers;
using System.Globalization;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Rooms;

/// <summary>
/// One entry of a room's transcript (format version 1). Its canonical JSON is the leaf of the room's RFC 6962 tree;
/// <see cref="Previous"/> chains it to the entry before. See docs/transcript-format.md.
/// </summary>
/// <param name="Sequence">From 1, without gaps in its room.</param>
/// <param name="Author">Null for the system.</param>
/// <param name="AuthorRole">"Mediator", "Applicant", "Respondent", "System", ...</param>
/// <param name="SentAt">Kept in UTC, cut to microseconds (what PostgreSQL keeps).</param>
/// <param name="ReplyTo">Sequence of the entry that this one answers.</param>
/// <param name="Audience">The people who may see it; kept sorted and without repeats.</param>
/// <param name="Commitment">See <see cref="BodyCommitment"/>.</param>
/// <param name="Previous">Hash of the entry before, or <see cref="TranscriptHead.Genesis"/> for sequence 1.</param>
public sealed record TranscriptEntry(
    Guid Room, long Sequence, TranscriptKind Kind, Guid? Author, string AuthorName, string AuthorRole, DateTimeOffset SentAt,
    Guid? ClientMessageId, long? ReplyTo, IReadOnlyList<Guid> Audience, Digest Commitment, Digest Previous)
{
    public const int Version = 1;

    public const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    public DateTimeOffset SentAt { get; } = ToMicroseconds(SentAt);

    public IReadOnlyList<Guid> Audience { get; } = Sorted(Audience);

    /// <summary>The time as this format can hold it: UTC, whole microseconds.</summary>
    public static DateTimeOffset ToMicroseconds(DateTimeOffset time)
    {
        var utc = time.UtcTicks;
        return new(utc - utc % TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);
    }

    public byte[] CanonicalBytes()
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        Write(buffer);
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>The RFC 6962 leaf hash: SHA-256(0x00 || canonical bytes). Computed at each call.</summary>
    public Digest Hash()
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        buffer.Write([(byte)0]);
        Write(buffer);
        return Digest.Of(buffer.WrittenSpan);
    }

    /// <summary>Members in the order of RFC 8785, written straight through: this runs for every message.</summary>
    private void Write(ArrayBufferWriter<byte> target)
    {
        target.Write("{\"audience\":["u8);
        for (var i = 0; i < Audience.Count; i++)
        {
            if (i > 0) target.Write(","u8);
            WriteGuid(target, Audience[i]);
        }
        target.Write("],\"author\":"u8);
        WriteGuid(target, Author);
        target.Write(",\"authorName\":"u8);
        CanonicalJson.WriteString(target, AuthorName);
        target.Write(",\"authorRole\":"u8);
        CanonicalJson.WriteString(target, AuthorRole);
        target.Write(",\"clientMessageId\":"u8);
        WriteGuid(target, ClientMessageId);
        target.Write(",\"commitment\":\""u8);
        WriteDigest(target, Commitment);
        target.Write("\",\"kind\":"u8);
        CanonicalJson.WriteString(target, Kind.ToWord());
        target.Write(",\"previous\":\""u8);
        WriteDigest(target, Previous);
        target.Write("\",\"replyTo\":"u8);
        if (ReplyTo is { } reply) CanonicalJson.WriteInteger(target, reply);
        else target.Write("null"u8);
        target.Write(",\"room\":"u8);
        WriteGuid(target, Room);
        target.Write(",\"sentAt\":\""u8);
        var time = target.GetSpan(32);
        SentAt.TryFormat(time, out var written, TimeFormat, CultureInfo.InvariantCulture);
        target.Advance(written);
        target.Write("\",\"sequence\":"u8);
        CanonicalJson.WriteInteger(target, Sequence);
        target.Write(",\"v\":1}"u8);
    }

    private static void WriteGuid(ArrayBufferWriter<byte> target, Guid? id)
    {
        if (id is null)
        {
            target.Write("null"u8);
            return;
        }
        var span = target.GetSpan(38);
        span[0] = span[37] = (byte)'"';
        id.Value.TryFormat(span[1..], out _);
        target.Advance(38);
    }

    private static void WriteDigest(ArrayBufferWriter<byte> target, Digest digest)
    {
        Span<byte> raw = stackalloc byte[Digest.Length];
        digest.CopyTo(raw);
        Convert.TryToHexStringLower(raw, target.GetSpan(2 * Digest.Length), out var written);
        target.Advance(written);
    }

    private static IReadOnlyList<Guid> Sorted(IReadOnlyList<Guid> audience)
    {
        for (var i = 1; i < audience.Count; i++)
            if (audience[i - 1].CompareTo(audience[i]) >= 0) return [.. audience.Distinct().Order()];
        return audience;
    }
}
