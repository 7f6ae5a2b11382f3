namespace NonLitigation.Odr.Contracts.Rooms;

/// <summary>How it ended: a party refused, a party took his consent back, the mediator ended it, its days are over, the room has closed.</summary>
public enum SpreadEnd { Refused, Withdrawn, Mediator, Over, Closed }

/// <param name="Id">UUIDv7 made by the page; a repeat changes nothing.</param>
/// <param name="LastDay">Of China: from tomorrow to thirty days from now.</param>
/// <param name="TurnHours">2 to 168: how long a party has when it is his turn.</param>
public sealed record ProposeDifferentTimesRequest(Guid Id, DateOnly LastDay, int TurnHours);

public sealed record AnswerDifferentTimesRequest(bool Consents);

public sealed record GiveTurnRequest(Guid PartyId);

/// <param name="Consents">Null while the party has not answered.</param>
public sealed record SpreadConsentView(Guid PartyId, string PartyName, bool? Consents);

/// <param name="InEffect">All consent: the room stays open, and parties write when they can.</param>
/// <param name="TurnPartyId">Whose turn it is, since a mediator said so and until he has written.</param>
/// <param name="MayAct">answer (refuse, or take back), turn, end.</param>
public sealed record DifferentTimesView(
    Guid Id, string ProposedByName, DateOnly LastDay, int TurnHours, IReadOnlyList<SpreadConsentView> Consents, bool? MyAnswer, bool InEffect,
    Guid? TurnPartyId, string? TurnPartyName, DateTimeOffset? TurnDueAt, DateTimeOffset? EndedAt, SpreadEnd? End, IReadOnlyList<string> MayAct);

/// <param name="Current">The one that stands, or the last that ended.</param>
/// <param name="Article">《人民法院在线调解规则》第十六条.</param>
public sealed record CaseDifferentTimesView(Guid CaseId, Guid? RoomId, DifferentTimesView? Current, bool MayPropose, string Article, bool Verified);
