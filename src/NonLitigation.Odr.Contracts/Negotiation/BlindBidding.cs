namespace NonLitigation.Odr.Contracts.Negotiation;

public enum BlindKind { Bids, Suggestion }
/// <summary><c>Lost</c>: what was said could not be opened any more; nothing was compared, nobody learned anything.</summary>
public enum BlindState { Open, Deal, NoDeal, Cancelled, Lost }

/// <summary>Opened by the mediator in the joint room. All answers are compared once, at <paramref name="ClosesAt"/>.</summary>
/// <param name="ClientMessageId">As with messages: a repeat returns the first answer.</param>
/// <param name="Terms">Of bids: one for each who pays, all to one receiver, without amounts. Of a suggestion: complete.</param>
/// <param name="GapFen">The largest gap that the parties may agree to share, in fen; null for none.</param>
public sealed record OpenBlindRoundRequest(Guid RoomId, Guid ClientMessageId, BlindKind Kind, IReadOnlyList<TermDraft> Terms, long? GapFen, DateTimeOffset ClosesAt);

/// <summary>A party's secret answer; a later one stands instead of the earlier one.</summary>
/// <param name="AmountFen">Of bids, in fen: the most he pays, or the least he takes.</param>
/// <param name="Accepts">Of a suggestion.</param>
/// <param name="SharesGap">Whether he would share a gap no larger than the one fixed for the round.</param>
public sealed record GiveBlindBidRequest(long? AmountFen, bool? Accepts, bool SharesGap);

/// <summary>What the caller himself has said; nobody else's answer is ever shown.</summary>
public sealed record BlindBidView(long? AmountFen, string? AmountCapitals, bool? Accepts, bool SharesGap, DateTimeOffset At);

/// <param name="Terms">As opened: of bids without amounts. What a deal came to is the proposal <paramref name="ProposalId"/>.</param>
/// <param name="Mine">While it is open; null when the caller has said nothing, or is not asked.</param>
public sealed record BlindRoundView(
    Guid Id, Guid RoomId, long Sequence, string OpenedByName, BlindKind Kind, IReadOnlyList<TermView> Terms, long? GapFen, DateTimeOffset OpenedAt, DateTimeOffset ClosesAt, BlindState State,
    Guid? ProposalId, bool PaysInIt, bool MayBid, BlindBidView? Mine, bool MayCancel);
