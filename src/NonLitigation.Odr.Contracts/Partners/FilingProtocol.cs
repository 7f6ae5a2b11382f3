namespace NonLitigation.Odr.Contracts.Partners;

/// <summary>Confirmed: of a joint application. Issued: a deed, a certificate, a deposit, a payment order. Ended: a payment order brought down by an objection.</summary>
public enum FilingAnswerKind { Accepted, MoreAsked, Confirmed, Refused, Issued, Ended }

/// <summary>The receipt of a court or a notary. The packet went as canonical JSON with its SHA-256 and an idempotency key; the same key brings the same receipt.</summary>
/// <param name="ReceiptSha256">Lower-case hex SHA-256 of the canonical JSON of the other members (with <c>format</c> nonlitigation-odr/court-receipt/1 or …/notary-receipt/1).</param>
public sealed record FilingReceiptView(Guid Key, string PacketSha256, string Number, DateTimeOffset ReceivedAt, string ReceiptSha256);

/// <param name="Number">From 1 in the order given.</param>
public sealed record FilingAnswerView(int Number, FilingAnswerKind Kind, string? CaseNumber, string? Text, DateTimeOffset At);

public sealed record FilingAnswersView(Guid Key, IReadOnlyList<FilingAnswerView> Answers);
