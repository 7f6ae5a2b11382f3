using NonLitigation.Odr.Contracts.Shared;

namespace NonLitigation.Odr.Contracts.Archive;

public enum RetentionClass { ShortTerm, LongTerm, Permanent }

/// <summary>Sealed: the term of retention runs, so the file is stored and protected and nothing else (个人信息保护法 47).</summary>
public enum DeletionAnswer { Sealed, Refused }

/// <param name="Years">Null: for ever.</param>
/// <param name="Basis">The organisation's own rule or decision; null: the product's default acts, nobody has decided.</param>
/// <param name="EndsOn">The last day on which the file is kept; null: for ever.</param>
/// <param name="Article">The article that asks for a file; it states no term.</param>
public sealed record RetentionTermView(
    RetentionClass Class, int? Years, string? Basis, DateOnly EndedOn, DateOnly? EndsOn, string Article, string ArticleZh, string ArticleEn, bool ArticleVerified);

public sealed record LegalHoldView(
    Guid Id, string Requester, string Reason, string PlacedByName, DateTimeOffset PlacedAt, DateTimeOffset? ReleasedAt, string? ReleaseReason);

public sealed record DeletionRequestView(
    Guid Id, string PartyName, bool IsMine, string Reason, DateTimeOffset AskedAt, DeletionAnswer? Answer, string? AnswerReason, DateTimeOffset? AnsweredAt);

public sealed record SealOpeningView(
    Guid Id, string ReaderName, string Reason, string OpenedByName, DateTimeOffset OpenedAt, DateTimeOffset Until, DateTimeOffset? EndedAt);

public sealed record FileCopyView(string Role, bool IsMine, DateTimeOffset At);

/// <summary>For whom a sealed case can be opened.</summary>
public sealed record SealReaderView(Guid PersonId, string Name);

/// <summary>What is kept of a case after its end. A party sees his own requests; who keeps the file sees all of it.</summary>
/// <param name="Term">Null while the case has not ended.</param>
/// <param name="OpenUntil">Sealed, but open for the caller until then.</param>
/// <param name="Obstacles">Why it cannot be sealed now; for those who keep it.</param>
/// <param name="DeletionArticle">The article on deletion.</param>
/// <param name="MayAct">Acts that the caller may do now: ask-deletion, download, keep, seal, open.</param>
public sealed record CaseRecordsView(
    Guid CaseId, string CaseNumber, string OrganisationName, string OrganisationPhone, RetentionTermView? Term, DateTimeOffset? SealedAt, string? SealedReason,
    DateTimeOffset? OpenUntil, DateTimeOffset? ErasedAt, bool IsHeld, IReadOnlyList<LegalHoldView> Holds, IReadOnlyList<DeletionRequestView> Requests,
    IReadOnlyList<SealOpeningView> Openings, IReadOnlyList<FileCopyView> Copies, IReadOnlyList<SealReaderView> Readers, RefusalView? Obstacles,
    string DeletionArticle, IReadOnlyList<string> MayAct);

/// <param name="RequestId">The client's id; a repeat changes nothing.</param>
public sealed record AskForDeletionRequest(Guid RequestId, string Reason);

public sealed record AnswerDeletionRequest(DeletionAnswer Answer, string Reason);

public sealed record ReclassifyRequest(RetentionClass Class, string Reason);

/// <param name="Requester">Who asks for it, such as a court with its case number.</param>
public sealed record PlaceHoldRequest(string Requester, string Reason);

public sealed record ReleaseHoldRequest(string Reason);

public sealed record SealCaseRequest(string Reason);

/// <param name="ReaderId">One person; he sees what he saw before the sealing.</param>
/// <param name="Reason">Such as a court's order.</param>
/// <param name="Days">1 to 30.</param>
public sealed record OpenSealedCaseRequest(Guid ReaderId, string Reason, int Days);

/// <param name="Basis">The organisation's rule or decision; null: nobody has decided, these are the product's defaults.</param>
public sealed record RetentionPolicyView(
    Guid OrganisationId, string OrganisationName, int ShortYears, int LongYears, RetentionClass WithAgreement, RetentionClass WithoutAgreement, string? Basis, DateTimeOffset? SetAt,
    string Article, string ArticleZh, string ArticleEn);

public sealed record DecideRetentionRequest(int ShortYears, int LongYears, RetentionClass WithAgreement, RetentionClass WithoutAgreement, string Basis);

/// <summary>One ended case in the list of those who keep the files.</summary>
public sealed record CaseRecordSummaryView(
    Guid CaseId, string CaseNumber, RetentionClass Class, DateOnly EndedOn, DateOnly? EndsOn, DateTimeOffset? SealedAt, DateTimeOffset? ErasedAt, bool IsHeld, int OpenRequests);
