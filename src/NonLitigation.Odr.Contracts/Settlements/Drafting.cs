using NonLitigation.Odr.Contracts.Shared;

namespace NonLitigation.Odr.Contracts.Settlements;

public enum VersionOrigin { Saved, SplitOff, Restored, Reopened }
public enum CommentPlace { Whole, Facts, Clause, Obligation }

/// <param name="Before">Number from 1 in the earlier version; null of what was added.</param>
/// <param name="After">Number from 1 in the later version; null of what was removed.</param>
public sealed record ClauseChangeView(ChangeKind Kind, int? Before, int? After, IReadOnlyList<TextPieceView> Words);
/// <param name="Was">Null of what was added; <paramref name="Is"/> of what was removed.</param>
public sealed record ObligationChangeView(
    ChangeKind Kind, int? Before, int? After, ObligationView? Was, ObligationView? Is, IReadOnlyList<TextPieceView> What, IReadOnlyList<TextPieceView> Manner);

/// <summary>Two versions laid over each other; of a version with itself it is its text, and nothing is marked.</summary>
/// <param name="Before">0: before anything was written.</param>
/// <param name="After">Null: words that are not saved.</param>
/// <param name="Changes">How many places differ.</param>
public sealed record DifferenceView(
    int Before, int? After, int Changes, IReadOnlyList<TextPieceView> Facts, IReadOnlyList<ClauseChangeView> Clauses, IReadOnlyList<ObligationChangeView> Obligations);

/// <param name="Shown">Whether the parties may see it.</param>
/// <param name="Frozen">Whether it was fixed to be signed.</param>
public sealed record VersionView(int Number, string ByName, DateTimeOffset At, VersionOrigin Origin, int? RestoredFrom, bool Shown, bool Frozen);

/// <param name="IsMe">The reader himself, on this page or on another of his.</param>
/// <param name="Desk">The page on which he writes; only for the person himself.</param>
public sealed record EditorView(string Name, bool IsMe, Guid? Desk, DateTimeOffset Since, DateTimeOffset Until);

/// <param name="Version">Up to which version somebody has said that he has looked.</param>
public sealed record ReaderView(string Name, int Version, DateTimeOffset At);

/// <param name="NumberNow">Where the clause or obligation stands in the latest version that the reader sees; null when it is gone.</param>
/// <param name="Since">What became of the place since the comment.</param>
public sealed record DraftCommentView(
    Guid Id, int Version, CommentPlace Place, int? Number, string Quote, string ByName, bool IsMine, string Text, DateTimeOffset At,
    DateTimeOffset? ResolvedAt, string? ResolvedBy, bool MayResolve, int? NumberNow, ChangeKind Since);

/// <summary>What lies on the table: for parties what was shown to them, for the presiding mediator everything.</summary>
/// <param name="Version">The latest that the reader may see; 0 for none.</param>
/// <param name="Looked">Up to which version the reader has said that he has looked.</param>
/// <param name="LastFrozen">The latest version, before this one, that was fixed to be signed; null for none.</param>
/// <param name="Versions">The latest first.</param>
public sealed record DraftingView(
    Guid CaseId, AgreementState State, int Version, int Looked, int? LastFrozen, DateTimeOffset? OnTableSince, bool MayPutOnTable, bool MayTakeOffTable, bool MayComment, bool MayRestore,
    EditorView? Editor, IReadOnlyList<VersionView> Versions, IReadOnlyList<ReaderView> Readers, IReadOnlyList<DraftCommentView> Comments);

public sealed record PutOnTableRequest(int ExpectedVersion);
/// <param name="Version">Whose words are taken up again, as a new version.</param>
public sealed record RestoreVersionRequest(int Version, int ExpectedVersion, Guid? Desk);
/// <param name="Desk">An id that the page makes for itself.</param>
public sealed record HoldEditLeaseRequest(Guid Desk);
public sealed record LookedAtDraftRequest(int Version);
public sealed record CommentOnDraftRequest(Guid ClientMessageId, int Version, CommentPlace Place, int? Number, string Text);

/// <param name="Mine">Whether the page that asked holds it now.</param>
public sealed record EditLeaseView(bool Mine, EditorView? Editor);

public sealed record TemplateClauseView(string Id, string Zh, string En, string Text, string? Article, bool Verified);
/// <param name="Rows">One for each who owes.</param>
public sealed record TemplateObligationView(string Id, string Zh, string En, IReadOnlyList<ObligationDraft> Rows);
/// <param name="Facts">Empty when the set begins no text.</param>
public sealed record TemplateSetView(string Id, int Edition, string Zh, string En, string Facts, IReadOnlyList<TemplateClauseView> Clauses, IReadOnlyList<TemplateObligationView> Obligations);
