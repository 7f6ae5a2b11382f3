namespace NonLitigation.Odr.Contracts.Settlements;

public enum SheetKind { UndisputedFacts, Minutes }
public enum SheetState { Draft, Asked, Confirmed }

/// <summary>Writes the open sheet of this kind, or begins one.</summary>
/// <param name="ExpectedVersion">Version the editor saw; 0 for a new one.</param>
public sealed record WriteSheetRequest(SheetKind Kind, int ExpectedVersion, string Text);
public sealed record AskSheetRequest(int ExpectedVersion);

/// <param name="Hash">Of the words that were shown.</param>
/// <param name="Correction">What has to be corrected, when it is not confirmed.</param>
public sealed record AnswerSheetRequest(string Hash, bool Confirms, string? Correction);

public sealed record SheetAnswerView(Guid PartyId, string PartyName, bool Confirms, string? Correction, DateTimeOffset At);

/// <param name="Hash">Lower-case hex SHA-256 of the bytes that are confirmed; null while it is a draft.</param>
/// <param name="Waiting">Names of those who have not answered.</param>
public sealed record SheetView(
    Guid Id, SheetKind Kind, int Number, int Version, SheetState State, string Text, string? Hash, IReadOnlyList<SheetAnswerView> Answers, IReadOnlyList<string> Waiting,
    DateTimeOffset ChangedAt, DateTimeOffset? ConfirmedAt, bool MayWrite, bool MayAnswer);

/// <summary>Minutes as the record would write them, to be gone over by the mediator.</summary>
public sealed record MinutesDraftView(string Text);
