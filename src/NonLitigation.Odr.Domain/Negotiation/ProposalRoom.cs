namespace NonLitigation.Odr.Domain.Negotiation;

/// <summary>The room a proposal is put in, as the rules need it.</summary>
/// <param name="PartiesInRoom">Parties with a seat in this room: all of the case in the joint room, one side in a caucus.</param>
/// <param name="PartiesOfCase">Every party who takes part in the mediation.</param>
public sealed record ProposalRoom(Guid RoomId, Guid CaseId, IReadOnlySet<Guid> PartiesInRoom, IReadOnlySet<Guid> PartiesOfCase);

/// <summary>Who proposes or answers.</summary>
/// <param name="PartyId">Null for the mediator.</param>
public sealed record Negotiator(Guid PersonId, string Name, Guid? PartyId);

/// <summary>What somebody wants to propose, before the rules have looked at it.</summary>
public sealed record ProposalDraft(
    IReadOnlyList<Guid> To, IReadOnlyList<Term> Terms, string? Note, DateTimeOffset? ValidUntil, Guid ClientMessageId);
