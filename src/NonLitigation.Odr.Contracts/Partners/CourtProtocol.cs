namespace NonLitigation.Odr.Contracts.Partners;

public enum CourtAnswerKind { Accepted, MoreAsked, Confirmed, Refused }

/// <summary>A court's receipt. The packet went as canonical JSON with its SHA-256 and an idempotency key; the same key brings the same receipt.</summary>
/// <param name="ReceiptSha256">Lower-case hex SHA-256 of the canonical JSON of the other members (with <c>format</c> nonlitigation-odr/court-receipt/1).</param>
public sealed record CourtReceiptView(Guid Key, string PacketSha256, string Number, DateTimeOffset ReceivedAt, string ReceiptSha256);

/// <param name="Number">From 1 in the order given.</param>
public sealed record CourtAnswerView(int Number, CourtAnswerKind Kind, string? CaseNumber, string? Text, DateTimeOffset At);

public sealed record CourtAnswersView(Guid Key, IReadOnlyList<CourtAnswerView> Answers);
