namespace NonLitigation.Odr.Contracts.Rooms;

public enum SittingState { Proposed, Fixed, Cancelled }

/// <summary>What a party says to one of the times.</summary>
public enum SittingWord { Can, Prefer, Cannot }

/// <param name="Minutes">15 to 480.</param>
/// <param name="Place">Where to come, one line; null for the remote room.</param>
public sealed record SittingTimeDraft(DateTimeOffset StartsAt, int Minutes, string? Place);

/// <param name="Times">One to five, none overlapping another.</param>
public sealed record ProposeSittingRequest(IReadOnlyList<SittingTimeDraft> Times);

/// <param name="Words">One for each proposed time, in their order.</param>
public sealed record AnswerSittingRequest(IReadOnlyList<SittingWord> Words);

/// <param name="Number">Of the proposed times: 1, 2, 3 …</param>
public sealed record FixSittingRequest(int Number);

public sealed record MoveSittingRequest(DateTimeOffset StartsAt, int Minutes, string? Place, string Reason);

public sealed record CancelSittingRequest(string Reason);

public sealed record SittingAnswerView(Guid PartyId, string PartyName, SittingWord Word);

/// <param name="Mine">The reader's own answer.</param>
/// <param name="Answers">Everybody's; for the presiding mediator only.</param>
public sealed record SittingTimeView(int Number, DateTimeOffset StartsAt, int Minutes, string? Place, SittingWord? Mine, IReadOnlyList<SittingAnswerView> Answers);

/// <param name="Times">What was proposed.</param>
/// <param name="Waiting">Parties who have not answered; for the presiding mediator only.</param>
/// <param name="StartsAt">Null until one of the times was fixed.</param>
/// <param name="Place">Null: in the remote room.</param>
/// <param name="Reason">Why it was moved or cancelled.</param>
/// <param name="Moves">How often it was moved or cancelled after it was fixed (SEQUENCE of RFC 5545).</param>
/// <param name="MayAct">answer, fix, move, cancel.</param>
public sealed record SittingView(
    Guid Id, SittingState State, IReadOnlyList<SittingTimeView> Times, IReadOnlyList<string> Waiting, DateTimeOffset? StartsAt, int? Minutes, string? Place,
    string? Reason, int Moves, DateTimeOffset ChangedAt, IReadOnlyList<string> MayAct);

/// <param name="RoomId">The joint room.</param>
/// <param name="Sittings">Those that wait for answers or lie ahead, and the last that was cancelled while nothing else stands; in the order of time.</param>
/// <param name="MayPropose">Whether the reader may propose times now.</param>
public sealed record CaseSittingsView(Guid CaseId, Guid? RoomId, IReadOnlyList<SittingView> Sittings, bool MayPropose);

/// <summary>One line of a mediator's own calendar.</summary>
/// <param name="IsFixed">False: proposed and not yet answered or fixed.</param>
public sealed record OwnSittingView(Guid SittingId, Guid CaseId, string CaseNumber, string Title, Guid? RoomId, DateTimeOffset StartsAt, int Minutes, string? Place, bool IsFixed);

/// <param name="MadeAt">Null when there is no subscription.</param>
/// <param name="Address">The secret address, once, in the answer that made it.</param>
public sealed record CalendarFeedView(DateTimeOffset? MadeAt, string? Address);
