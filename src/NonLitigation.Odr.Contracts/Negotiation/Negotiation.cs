using NonLitigation.Odr.Contracts.Shared;

namespace NonLitigation.Odr.Contracts.Negotiation;

public enum ProposalState { Open, Agreed, Declined, Countered, Withdrawn, Expired }
public enum ProposalAnswer { Accept, Decline, Counter }

/// <summary>One thing that one party would owe another. Amounts in fen.</summary>
public sealed record TermDraft(Guid ObligorPartyId, Guid ObligeePartyId, long? AmountFen, string Text, DateOnly? DueOn, string? Manner);
public sealed record TermView(Guid ObligorPartyId, string ObligorName, Guid ObligeePartyId, string ObligeeName, long? AmountFen, string? AmountCapitals, string Text, DateOnly? DueOn, string? Manner);

/// <param name="ClientMessageId">As with messages: a repeat returns the first answer.</param>
/// <param name="ToPartyIds">Whom it is put to; each obligor and obligee among the terms must be among them or be the proposer.</param>
public sealed record ProposeRequest(Guid RoomId, Guid ClientMessageId, IReadOnlyList<Guid> ToPartyIds, IReadOnlyList<TermDraft> Terms, string? Note, DateTimeOffset? ValidUntil, Guid? CounterTo);

/// <summary>Accept or decline. A counter is made by proposing anew with <c>CounterTo</c>, so that the answer carries terms.</summary>
public sealed record AnswerProposalRequest(Guid ClientMessageId, ProposalAnswer Answer, string? Reason);

/// <summary>The author takes it back; nobody can accept it afterwards.</summary>
public sealed record WithdrawProposalRequest(Guid ClientMessageId, string? Reason);

public sealed record ProposalAnswerView(Guid PartyId, string PartyName, ProposalAnswer Answer, string? Reason, DateTimeOffset At);

/// <summary>One term of a counter-proposal against the one it answers.</summary>
/// <param name="Was">Null of a term that was added; <paramref name="Is"/> of one that was dropped.</param>
/// <param name="AmountByFen">How much more (or less) than before; null where it is not about money in both.</param>
public sealed record TermChangeView(ChangeKind Kind, TermView? Was, TermView? Is, long? AmountByFen, IReadOnlyList<TextPieceView> Words);

/// <param name="Changes">Of a counter-proposal, against the one it answers; null when it answers none, or none that the reader sees.</param>
/// <param name="BoundPartyIds">Everybody whom the terms bind; it is agreed when all of them accepted (the proposer counts as accepting).</param>
/// <param name="SoundingOut">It would bind somebody who is not in this room: answers are noted, but it can never become agreed here.</param>
public sealed record ProposalView(
    Guid Id, Guid RoomId, long Sequence, Guid ProposedById, string ProposedByName, Guid? ProposedByPartyId, IReadOnlyList<Guid> ToPartyIds, IReadOnlyList<TermView> Terms,
    string? Note, DateTimeOffset? ValidUntil, ProposalState State, IReadOnlyList<Guid> BoundPartyIds, IReadOnlyList<ProposalAnswerView> Answers, Guid? CounterTo, bool MayAnswer,
    bool SoundingOut, bool MayWithdraw, DateTimeOffset ProposedAt, IReadOnlyList<TermChangeView>? Changes);
