namespace NonLitigation.Odr.Contracts.Settlements;

public enum RouteAct { NotarialDeed, ExecutionCertificate, NotarialDeposit, PaymentOrder }
public enum RouteState { Ready, Sending, Filed, Accepted, MoreAsked, Granted, Refused, Ended }
public enum RouteStep { Applied, Supplied, Sent, Received, Accepted, MoreAsked, Granted, Refused, Notified, Collected, Objected, Ended }
/// <summary>民法典 570.</summary>
public enum DepositGround { CreditorRefuses, CreditorNotFound, CreditorDiedOrLostCapacity, OtherByLaw }

// ClientId: the page's own id of the act; a repeat is the same act.

/// <param name="FrozenHash">Of the text that the debtor had before him.</param>
/// <param name="Words">The declaration exactly as shown, in either language.</param>
/// <param name="ProofId">Of the re-authentication for the purpose <c>accept:{agreementId}:{frozenHash}</c>.</param>
public sealed record AcceptEnforcementRequest(Guid ClientId, string FrozenHash, string Words, Guid ProofId);

/// <param name="Numbers">Obligations, as numbered in the agreement; of a deposit and a payment order one.</param>
/// <param name="AmountFen">Of a deposit of money: in fen, at most what is left.</param>
/// <param name="Ground">Of a deposit.</param>
/// <param name="Reason">Of a deposit: what happened, in the debtor's words.</param>
/// <param name="Consent">The words of the separate consent (个人信息保护法 23) exactly as shown, in either language.</param>
public sealed record ApplyForRouteRequest(
    Guid ClientId, RouteAct Act, IReadOnlyList<int> Numbers, long? AmountFen, DepositGround? Ground, string? Reason, ApplicantDetailsDraft Details, string Consent);

/// <summary>What was asked for; null leaves it as it was.</summary>
public sealed record SupplyRouteRequest(Guid ApplicationId, string? Address, string? Reason);
public sealed record CollectDepositRequest(Guid ApplicationId);
public sealed record ObjectToOrderRequest(Guid ApplicationId, string Reason);

/// <param name="AcceptedAt">Null while he has not accepted enforcement of this text.</param>
public sealed record DebtorView(string Name, DateTimeOffset? AcceptedAt);

/// <param name="WordsZh">The declaration to be read and sent back; null when the reader owes nothing that could be enforced this way.</param>
/// <param name="Words">As the reader declared it; null while he has not.</param>
/// <param name="Debtors">Those who owe the reader; of the mediator: all.</param>
public sealed record AcceptanceView(
    Guid CaseId, Guid AgreementId, string FrozenHash, string? WordsZh, string? WordsEn, bool MayAccept, DateTimeOffset? AcceptedAt, string? Words, IReadOnlyList<DebtorView> Debtors,
    RouteArticleView Article, RouteArticleView ConsentArticle);

/// <param name="RestFen">In fen: what is left; null when it is not about money.</param>
/// <param name="Recipient">The office or the court that it would go to.</param>
public sealed record RouteOfferItemView(
    int Number, string What, IReadOnlyList<string> DebtorNames, string CreditorName, long? AmountFen, string? AmountFigures, long? RestFen, string? RestFigures, DateOnly DueOn,
    string Recipient, string ConsentZh, string ConsentEn);

/// <param name="Items">What it can be taken for now.</param>
public sealed record RouteOfferView(RouteAct Act, bool IsOpen, string Zh, string En, IReadOnlyList<RouteOfferItemView> Items, IReadOnlyList<RouteArticleView> Articles);

/// <param name="Name">The party, or the office or court.</param>
/// <param name="Note">A reason, its words, a number, the packet's SHA-256; null when there is nothing to add.</param>
public sealed record RouteMarkView(RouteStep Step, DateTimeOffset At, string? Name, string? Note);

/// <param name="AmountFen">In fen: what is asked for or deposited; null when it is not about money.</param>
public sealed record RouteItemView(int Number, string What, long? AmountFen, string? AmountFigures);

/// <param name="AnswerNumber">Of the deed, the certificate, the deposit or the order; before that of the case there.</param>
/// <param name="TermDueAt">Of a deposit: the creditor may collect before this moment; of an order: the debtor may object before it. Null when none runs.</param>
/// <param name="MayCollect">The reader is the creditor and nothing stands against it.</param>
/// <param name="NotCollectableZh">What stands against it, when the reader is the creditor; else null.</param>
public sealed record RouteApplicationView(
    Guid Id, RouteAct Act, RouteState State, string ApplicantName, bool IsMine, string Recipient, IReadOnlyList<RouteItemView> Items, DepositGround? Ground, string? Reason, string? Objection,
    string? AnswerNumber, string? ReceiptNumber, string? PacketSha256, DateTimeOffset? GrantedAt, DateTimeOffset? CollectedAt, IReadOnlyList<RouteMarkView> Marks,
    DateTimeOffset? TermDueAt, bool TermIsOver, RouteArticleView? TermArticle, bool TermVerified, IReadOnlyList<RouteArticleView> Articles,
    bool MaySupply, bool MayCollect, string? NotCollectableZh, string? NotCollectableEn, bool MayObject);

/// <param name="NotaryLink">Simulated: a made-up office answers, for demonstration; the page says so.</param>
/// <param name="Applications">Those that concern the reader; of the mediator: all.</param>
/// <param name="NeedsIdNumber">The case file has no identity number of the reader's party.</param>
public sealed record RoutesView(
    Guid CaseId, CourtLink NotaryLink, CourtLink CourtLink, IReadOnlyList<RouteOfferView> Offers, IReadOnlyList<RouteApplicationView> Applications,
    bool NeedsIdNumber, string? MyAddress, RouteArticleView ConsentArticle);
