namespace NonLitigation.Odr.Contracts.Settlements;

public enum EnforcementRouteKind { JudicialConfirmation, NotarialEnforcement, NotarialDeposit, PaymentOrder, ArbitralAward }
public enum CourtGround { Domicile, OrganisationPlace }
/// <summary>Simulated: a made-up court answers, for demonstration; the page says so.</summary>
public enum CourtLink { None, Simulated, Connected }
public enum ConfirmationState { Joining, Joined, Sending, Filed, Accepted, MoreAsked, Confirmed, Refused, Declined, Withdrawn }
public enum ConfirmationStep { Begun, Joined, Declined, Withdrawn, Supplied, Sent, Received, Accepted, MoreAsked, Confirmed, Refused }
/// <summary>What a packet consists of (民诉解释 353).</summary>
public enum PacketPart { Application, Agreement, Presiding, PropertyRight, Identity, Address, Contact }
public enum PacketSupplier { Party, Organisation, Platform }

/// <summary>What the applicant says of himself; null keeps what the case file has.</summary>
public sealed record ApplicantDetailsDraft(string? IdNumber, string? Address);

/// <param name="ClientId">The page's own id of this act; a repeat is the same act.</param>
/// <param name="CourtCode">One of the candidates of <see cref="EnforcementView"/>.</param>
/// <param name="Consent">The words of the separate consent (个人信息保护法 23) exactly as shown, in either language.</param>
public sealed record BeginConfirmationRequest(Guid ClientId, string CourtCode, ApplicantDetailsDraft Details, string Consent);
public sealed record JoinConfirmationRequest(Guid ClientId, ApplicantDetailsDraft Details, string Consent);
public sealed record DeclineConfirmationRequest(Guid ClientId, string Reason);
public sealed record WithdrawConfirmationRequest(string? Reason);

/// <param name="PropertyProofIds">Exhibits of the case file that prove the right to property; null leaves them as they are.</param>
public sealed record SupplyConfirmationRequest(ApplicantDetailsDraft Details, IReadOnlyList<Guid>? PropertyProofIds);

/// <param name="Verified">False while nobody has checked the article's text.</param>
public sealed record RouteArticleView(string Article, bool Verified);

/// <param name="Zh">Why it is open, or why not.</param>
/// <param name="WhereZh">What to take where.</param>
/// <param name="DueAt">The limit ends before this moment; null when none runs.</param>
public sealed record EnforcementRouteView(
    EnforcementRouteKind Kind, bool IsOpen, string Zh, string En, string WhereZh, string WhereEn, IReadOnlyList<RouteArticleView> Articles, DateTimeOffset? DueAt, bool DueVerified);

/// <param name="Of">The party or the organisation whose place it is.</param>
public sealed record CourtReasonView(CourtGround Ground, string Of);

/// <param name="Listed">False when its name was only derived from an address, and has to be checked.</param>
public sealed record CourtCandidateView(string Code, string Name, bool Listed, IReadOnlyList<CourtReasonView> Reasons, string ConsentZh, string ConsentEn);

/// <param name="ConsentedAt">When the party consented separately that the data go to the court.</param>
public sealed record ConfirmationSeatView(Guid PartyId, string Name, bool IsMe, DateTimeOffset? JoinedAt, DateTimeOffset? ConsentedAt, DateTimeOffset? DeclinedAt, string? DeclinedReason);

/// <param name="PartyName">Who has to bring it, when it is one party's; of the proof of presiding: the organisation.</param>
public sealed record PacketItemView(PacketPart Part, Guid? PartyId, string? PartyName, bool IsThere, PacketSupplier Supplier);

/// <param name="Name">The party, or the court.</param>
/// <param name="Note">A reason, the court's words, a number, the packet's SHA-256; null when there is nothing to add.</param>
public sealed record ConfirmationMarkView(ConfirmationStep Step, DateTimeOffset At, string? Name, string? Note);

/// <param name="CourtCaseNumber">Null before the court has accepted it for filing.</param>
/// <param name="AnswerDueAt">The court decides on filing before this moment; null unless that is waited for.</param>
public sealed record ConfirmationView(
    Guid Id, ConfirmationState State, string CourtName, string ConsentZh, string ConsentEn, IReadOnlyList<ConfirmationSeatView> Seats, IReadOnlyList<ConfirmationMarkView> Marks,
    string? CourtCaseNumber, string? ReceiptNumber, string? PacketSha256, DateTimeOffset? AnswerDueAt, RouteArticleView? AnswerArticle, bool MayAnswer, bool MayWithdraw, bool MaySupply, bool MayDownload);

/// <param name="Unclear">Parties whose address names no county or district, so that their court cannot be told.</param>
/// <param name="Confirmation">The latest joint application; null while nobody has begun one.</param>
/// <param name="Packet">What the packet has and lacks.</param>
/// <param name="NeedsIdNumber">The case file has no identity number of the reader's party.</param>
/// <param name="MyAddress">What the reader's party said of its address; else the place in the case file.</param>
public sealed record EnforcementView(
    Guid CaseId, DateTimeOffset EffectiveAt, IReadOnlyList<EnforcementRouteView> Routes, CourtLink CourtLink, IReadOnlyList<CourtCandidateView> Courts, IReadOnlyList<string> Unclear,
    ConfirmationView? Confirmation, IReadOnlyList<PacketItemView> Packet, bool MayBegin, bool NeedsIdNumber, string? MyAddress, RouteArticleView ConsentArticle, RouteArticleView PacketArticle);
