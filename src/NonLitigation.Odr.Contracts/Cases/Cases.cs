using NonLitigation.Odr.Contracts.Network;

namespace NonLitigation.Odr.Contracts.Cases;

public enum PartyRole { Applicant, Respondent }
public enum PartyNature { Natural, Organisation }

/// <summary>Stage of a case. The table of permitted moves is CaseTransitions in the domain.</summary>
public enum CaseStage { Filed, Inviting, ChoosingMediator, AwaitingAcceptance, InMediation, Signing, Agreed, Closed }

/// <summary>The eight closing reasons of the court rules on online mediation, art. 25.</summary>
public enum ClosingReason { Agreed, Withdrawn, NoContact, Refused, TooFarApart, Expired, RefusedToSign, Other }

/// <summary>Steps of one respondent's invitation, each with its time.</summary>
public enum InvitationStep { Sent, Opened, Identified, Consented, Refused }

/// <param name="Contact">Mobile number or e-mail address; of a respondent also empty, when nobody knows it yet.</param>
/// <param name="RepresentativeName">Who acts and signs: for an organisation its representative, for a person his guardian or agent; null when he acts himself.</param>
public sealed record PartyDraft(string Name, string Contact, string? Place, PartyNature Nature, string? IdNumber, string? RepresentativeName);

/// <param name="AmountFen">In fen (1/100 yuan); null when the claim is not for money.</param>
/// <param name="Against">Indexes into the request's respondents.</param>
public sealed record ClaimDraft(string Text, long? AmountFen, IReadOnlyList<int> Against);

/// <param name="RequestId">Client's id; the same id again returns the same case.</param>
/// <param name="ExhibitIds">Exhibits uploaded before filing.</param>
/// <param name="CoApplicants">Who applies together with the applicant (several workers, heirs, a couple); each is invited and consents for himself.</param>
public sealed record FileCaseRequest(
    Guid RequestId, DisputeKind Kind, string Title, string WhatHappened, PartyDraft Applicant, IReadOnlyList<PartyDraft> Respondents,
    IReadOnlyList<ClaimDraft> Claims, IReadOnlyList<Guid> ExhibitIds, Guid? OrganisationId, Guid? MediatorId, IReadOnlyList<PartyDraft>? CoApplicants = null);

public sealed record CaseFiledView(Guid CaseId, string Number);

public sealed record PartyView(
    Guid Id, PartyRole Role, string Name, string? Place, PartyNature Nature, string MaskedContact, string? RepresentativeName,
    Guid? PersonId, bool Consented, bool Refused, bool IsMe);

public sealed record ClaimView(Guid Id, string Text, long? AmountFen, string? AmountCapitals, IReadOnlyList<Guid> AgainstPartyIds);

/// <param name="Article">The article the deadline comes from.</param>
/// <param name="Verified">False while the article's text or the calendar has not been checked; say so beside the clock.</param>
/// <param name="SuspendedSince">Null while it runs; else <paramref name="DueAt"/> moves on by a day with each day that passes.</param>
/// <param name="ExtendedFrom">When it would have ended before all agreed on more time.</param>
public sealed record ClockView(
    string Code, string Zh, string En, string Article, DateTimeOffset StartedAt, DateTimeOffset DueAt, bool Running, bool Verified,
    DateTimeOffset? SuspendedSince, DateTimeOffset? ExtendedFrom);

/// <summary>What may move, or has moved, the end of the mediation's term.</summary>
/// <param name="SuspendedFor">What is being appraised; null while the term runs.</param>
/// <param name="SuspendedBy">The article by which an appraisal's time does not count.</param>
/// <param name="ExtendedBy">The article by which all may agree on more time.</param>
/// <param name="Declined">The last proposal, when it was declined.</param>
public sealed record CaseTermView(string? SuspendedFor, string? SuspendedBy, string? ExtendedBy, ExtensionView? Pending, DeclinedExtensionView? Declined);

/// <param name="LastDay">The proposed last day, in China.</param>
/// <param name="MyAnswer">Null: not answered, or not asked.</param>
/// <param name="Waiting">Names of the parties who have not answered.</param>
public sealed record ExtensionView(DateOnly LastDay, DateTimeOffset ProposedAt, bool? MyAnswer, IReadOnlyList<string> Waiting);

public sealed record DeclinedExtensionView(DateOnly LastDay, DateTimeOffset DeclinedAt);

public sealed record ProposeExtensionRequest(DateOnly LastDay);

public sealed record AnswerExtensionRequest(bool Agrees);

/// <param name="Reason">What is appraised, and by whom.</param>
public sealed record SuspendTermRequest(string Reason);

/// <summary>One way that remains without mediation, with the article that names it.</summary>
public sealed record OtherWayView(string Code, string Zh, string En, string Article);

public sealed record InvitationStepView(InvitationStep Step, DateTimeOffset At);
public sealed record InvitationFunnelView(Guid PartyId, string PartyName, IReadOnlyList<InvitationStepView> Steps);

/// <summary>What a case looks like in a list or on a supervision board: status and clocks, no content.</summary>
/// <param name="SealedAt">Since when it is sealed; then its title is empty.</param>
public sealed record CaseSummaryView(
    Guid Id, string Number, string Title, DisputeKind Kind, CaseStage Stage, ClosingReason? ClosingReason, string OrganisationName,
    string? MediatorName, DateTimeOffset FiledAt, DateTimeOffset ChangedAt, ClockView? NextClock, DateTimeOffset? SealedAt = null);

/// <param name="MayAct">Acts that the caller may do now (codes: invite, consent, refuse, choose-mediator, appoint, accept, decline, draft-agreement, close …).</param>
/// <param name="OtherWays">Which other ways remain; filled when mediation ended without agreement (人民调解法 26).</param>
public sealed record CaseView(
    Guid Id, string Number, string Title, DisputeKind Kind, CaseStage Stage, ClosingReason? ClosingReason, string? ClosingNote, string WhatHappened,
    Guid OrganisationId, string OrganisationName, string OrganisationPhone, Guid? MediatorId, string? MediatorName, DateTimeOffset? AcceptedAt,
    IReadOnlyList<PartyView> Parties, IReadOnlyList<ClaimView> Claims, IReadOnlyList<ClockView> Clocks, CaseTermView? Term,
    IReadOnlyList<InvitationFunnelView> Funnel, IReadOnlyList<string> MayAct, IReadOnlyList<OtherWayView> OtherWays, DateTimeOffset FiledAt, Guid? MyChoice);

/// <summary>What an invited person may read before registering for anything.</summary>
/// <param name="ContactHint">Masked contact that the code will go to.</param>
/// <param name="InvitedAs">As respondent, or to apply together with the applicant.</param>
public sealed record InvitationView(
    Guid CaseId, string CaseNumber, string OrganisationName, string OrganisationPhone, string ApplicantName, string Title, string InvitedName,
    IReadOnlyList<string> OtherInvited, string ContactHint, DateTimeOffset ExpiresAt, bool UsedUp, PartyRole InvitedAs);

public sealed record OpenInvitationRequest(string Token);

/// <param name="Contact">A new contact, when the one given was wrong; only while nobody has entered for this party. Null: the contact stays.</param>
public sealed record SendInvitationRequest(string? Contact);

/// <summary>The respondent's own answer. Refusing is a hard stop for this party (人民调解法 17).</summary>
public sealed record AnswerInvitationRequest(bool Consents, string? Reason);

/// <param name="AwayUntil">Of a mediator who is away: the day that was shown, as <c>MediatorView.awayUntil</c> has it.</param>
/// <param name="Reason">An operator's: why the case is handed over, or why somebody who is away is appointed.</param>
public sealed record ChooseMediatorRequest(Guid MediatorId, DateOnly? AwayUntil = null, string? Reason = null);

/// <summary>The appointed mediator's answer, within three working days (court rules art. 12). A reason is due when declining.</summary>
public sealed record AnswerAppointmentRequest(bool Accepts, string? Reason, string? Disclosure);

public sealed record CloseCaseRequest(ClosingReason Reason, string? Note);
