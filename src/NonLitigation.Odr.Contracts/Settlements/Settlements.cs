namespace NonLitigation.Odr.Contracts.Settlements;

public enum AgreementState { Draft, Frozen, Effective, Declined }
public enum SignerRole { Party, Mediator, Seal }

public sealed record ClauseDraft(string Text);
/// <summary>A draft may be incomplete; the findings of the view say what is still missing before it can be frozen.</summary>
/// <param name="AmountFen">In fen; null when the obligation is not for money, then <paramref name="What"/> says the object.</param>
/// <param name="JointObligorPartyIds">Parties who owe the whole of it beside the obligor, jointly and severally (民法典 518).</param>
public sealed record ObligationDraft(
    Guid? ObligorPartyId, Guid? ObligeePartyId, long? AmountFen, string What, string Manner, DateOnly? DueOn, IReadOnlyList<Guid>? JointObligorPartyIds = null);

/// <param name="ExpectedVersion">Version the editor saw; another one is refused and nothing is lost.</param>
/// <param name="Desk">The page that writes; while another page holds the lease, saving is refused.</param>
public sealed record DraftAgreementRequest(int ExpectedVersion, string Facts, IReadOnlyList<ClauseDraft> Clauses, IReadOnlyList<ObligationDraft> Obligations, Guid? Desk = null);
public sealed record FreezeAgreementRequest(int ExpectedVersion);

/// <param name="FrozenHash">Hash of the exact bytes the signer was shown; another one is refused.</param>
/// <param name="ProofId">From re-authentication for purpose <c>sign:{agreementId}:{frozenHash}</c>.</param>
/// <param name="ByCertificate">The connected certification authority shall sign too; the person agrees that name, identity number and contact go there.</param>
public sealed record SignAgreementRequest(string FrozenHash, string TypedName, Guid ProofId, bool ByCertificate = false);
public sealed record DeclineToSignRequest(string FrozenHash, string Reason);
public sealed record ReopenAgreementRequest(string Reason);

public sealed record ClauseView(int Number, string Text);
/// <param name="JointObligorNames">In the order of their ids.</param>
public sealed record ObligationView(
    int Number, Guid? ObligorPartyId, string? ObligorName, Guid? ObligeePartyId, string? ObligeeName, long? AmountFen, string? AmountFigures, string? AmountCapitals,
    string What, string Manner, DateOnly? DueOn, IReadOnlyList<Guid> JointObligorPartyIds, IReadOnlyList<string> JointObligorNames);

/// <param name="Name">The name to be typed when signing; of the seal: the organisation whose seal it is.</param>
/// <param name="For">The organisation the person signs for; null when he signs for himself.</param>
public sealed record SignatureView(SignerRole Role, Guid? PartyId, Guid? PersonId, string Name, string? For, bool HasSigned, DateTimeOffset? At, string? Method, string? DeclinedReason, bool IsMe);

/// <summary>Clauses are collected, then fixed to exact bytes and printed, then signed by hand.</summary>
public enum PaperState { Collecting, Fixed, SignedByHand }

/// <summary>Takes clauses and obligations (numbers from 1) out of the draft, to be signed on paper (电子签名法 3).</summary>
public sealed record SplitOffRequest(int ExpectedVersion, IReadOnlyList<int> Clauses, IReadOnlyList<int> Obligations);
public sealed record DropPaperClauseRequest(int Number);
/// <param name="ScanId">An exhibit of the case, or one that the mediator has laid aside: PDF or picture of the signed and sealed paper.</param>
/// <param name="SignedOn">Day of the last signature and seal.</param>
public sealed record RecordPaperSigningRequest(Guid ScanId, DateOnly SignedOn, string Place);

/// <summary>The part of what was agreed that is signed by hand. Parties see it from its being fixed.</summary>
/// <param name="Hash">Lower-case hex SHA-256 of the text, printed on the paper; null before it is fixed.</param>
public sealed record PaperPartView(IReadOnlyList<string> Clauses, PaperState State, string? Hash, DateOnly? SignedOn, string? Place, Guid? ScanId, string? ScanSha256, bool MayChange, bool MayRecord);

/// <summary>What stands against freezing the draft (Blocks), or what the mediator should look at.</summary>
/// <param name="Obligation">Number of the obligation it is about.</param>
/// <param name="Article">The article that asks for it.</param>
/// <param name="Verified">False while nobody has checked the article's text.</param>
/// <param name="Clause">Number of the clause it is about.</param>
public sealed record FindingView(string Code, string Zh, string En, int? Obligation, bool Blocks, string Article, bool Verified, int? Clause);

/// <summary>The agreement binds from its effective time on; its PDF follows and is made again until it succeeds.</summary>
public enum OutcomeState { Preparing, Ready }

/// <param name="Text">The exact text that is signed, once frozen; of the draft before.</param>
/// <param name="FrozenHash">Lower-case hex SHA-256 of the frozen bytes.</param>
/// <param name="OutcomeId">Of the sealed PDF, once it is ready.</param>
/// <param name="SealedBy">The organisation whose seal is (or will be) affixed.</param>
/// <param name="EffectiveAt">Last of all signatures and the seal (人民调解法 29); null before.</param>
/// <param name="SignatureAuthority">Name of the certification authority that can sign too; null: none is connected.</param>
/// <param name="TimestampPending">The sealed PDF still waits for the token of the timestamp authority; it is valid without.</param>
/// <param name="Paper">What was split off to be signed by hand; null when nothing was, and for parties until it is fixed.</param>
public sealed record AgreementView(
    Guid Id, Guid CaseId, string CaseNumber, int Version, AgreementState State, string Facts, IReadOnlyList<ClauseView> Clauses, IReadOnlyList<ObligationView> Obligations,
    string Text, string? FrozenHash, IReadOnlyList<SignatureView> Signatures, DateTimeOffset? EffectiveAt, string? VerificationCode,
    Guid? OutcomeId, OutcomeState? OutcomeState, string? OutcomeSha256, string? SealedBy, IReadOnlyList<FindingView> Findings, bool MayDraft, bool MayFreeze, bool MayReopen, bool MaySign,
    PaperPartView? Paper, bool TimestampPending, string? SignatureAuthority);

public enum Verdict { Genuine, Altered, Unknown }

/// <param name="Where">Which part was altered, when altered; in Chinese, as <paramref name="Details"/> are.</param>
public sealed record VerificationView(Verdict Verdict, string Zh, string En, string? Where, string? DocumentKind, string? CaseNumber, string? SignedBy, DateTimeOffset? SealedAt, IReadOnlyList<string> Details,
    string? WhereEn, IReadOnlyList<string> DetailsEn, string Sha256);

/// <param name="ErasedAt">When the platform erased its own copy of the document with this hash, at the end of its term; null: it has not, or never had one.</param>
public sealed record OwnCopyView(DateTimeOffset? ErasedAt);

/// <param name="MaskedName">E.g. 李*生.</param>
public sealed record OutcomeSignatureView(SignerRole Role, string MaskedName, string? MaskedFor, DateTimeOffset At, string Method);

/// <summary>What a verification code stands for: what was signed, when, by whom (names masked); no content.</summary>
/// <param name="OurCopyErasedAt">The term of retention is over: what stays is the hash, by which a holder's copy still proves itself.</param>
public sealed record OutcomeCheckView(
    string VerificationCode, string CaseNumber, string OrganisationName, string FrozenHash, DateTimeOffset EffectiveAt,
    OutcomeState OutcomeState, string? OutcomeSha256, IReadOnlyList<OutcomeSignatureView> Signatures, DateTimeOffset? OurCopyErasedAt = null);
