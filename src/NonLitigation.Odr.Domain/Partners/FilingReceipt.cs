using System.Globalization;
using NonLitigation.Odr.Domain.Settlements;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Partners;

/// <summary>The receipt of a court or a notary for one packet. Its hash covers everything that it says, so that it can be shown later as it was given.</summary>
/// <param name="Key">The idempotency key of the filing.</param>
/// <param name="PacketSha256">Lower-case hex, of the bytes that arrived.</param>
public sealed record FilingReceipt(PartnerDesk Desk, Guid Key, string PacketSha256, string Number, DateTimeOffset ReceivedAt)
{
    public byte[] CanonicalBytes() => CanonicalJson.Serialize(new CanonicalObject
    {
        ["format"] = $"nonlitigation-odr/{(Desk == PartnerDesk.Court ? "court" : "notary")}-receipt/1",
        ["key"] = Key.ToString("D"),
        ["packetSha256"] = PacketSha256,
        ["number"] = Number,
        ["receivedAt"] = ReceivedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture),
    });

    /// <summary>Lower-case hex SHA-256 of <see cref="CanonicalBytes"/>.</summary>
    public string Sha256 => Digest.Of(CanonicalBytes()).ToString();
}

/// <summary>One answer of a court or a notary.</summary>
/// <param name="Number">From 1, in the order given; a repeat has the same number.</param>
/// <param name="CaseNumber">Under which it is kept there, or of what was issued; null before it was accepted.</param>
/// <param name="Text">What is asked for, the ground of a refusal, the words of what was issued.</param>
public sealed record FilingAnswer(int Number, FilingAnswerKind Kind, string? CaseNumber, string? Text, DateTimeOffset At);
