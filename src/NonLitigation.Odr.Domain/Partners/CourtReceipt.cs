using System.Globalization;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Partners;

/// <summary>A court's receipt for one packet. Its hash covers everything that it says, so that it can be shown later as it was given.</summary>
/// <param name="Key">The idempotency key of the filing.</param>
/// <param name="PacketSha256">Lower-case hex, of the bytes that the court has.</param>
public sealed record CourtReceipt(Guid Key, string PacketSha256, string Number, DateTimeOffset ReceivedAt)
{
    public byte[] CanonicalBytes() => CanonicalJson.Serialize(new CanonicalObject
    {
        ["format"] = "nonlitigation-odr/court-receipt/1",
        ["key"] = Key.ToString("D"),
        ["packetSha256"] = PacketSha256,
        ["number"] = Number,
        ["receivedAt"] = ReceivedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture),
    });

    /// <summary>Lower-case hex SHA-256 of <see cref="CanonicalBytes"/>.</summary>
    public string Sha256 => Digest.Of(CanonicalBytes()).ToString();
}

/// <summary>What a court may answer to a filing.</summary>
public enum CourtAnswerKind { Accepted, MoreAsked, Confirmed, Refused }

/// <summary>One answer of a court.</summary>
/// <param name="Number">From 1, in the order given; a repeat has the same number.</param>
/// <param name="CaseNumber">Under which the court has it; null before it was accepted.</param>
/// <param name="Text">What is asked for, the ground of a refusal (民诉解释 358), the number of a ruling.</param>
public sealed record CourtAnswer(int Number, CourtAnswerKind Kind, string? CaseNumber, string? Text, DateTimeOffset At);
