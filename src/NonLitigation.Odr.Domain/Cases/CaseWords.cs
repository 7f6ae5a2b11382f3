namespace NonLitigation.Odr.Domain.Cases;

public enum PartyRole { Applicant, Respondent }
public enum PartyNature { Natural, Organisation }
public enum CaseStage { Filed, Inviting, ChoosingMediator, AwaitingAcceptance, InMediation, Signing, Agreed, Closed }

/// <summary>The eight closing reasons of the court rules on online mediation, art. 25, in their order.</summary>
public enum ClosingReason { Agreed, Withdrawn, NoContact, Refused, TooFarApart, Expired, RefusedToSign, Other }

public enum InvitationStep { Sent, Opened, Identified, Consented, Refused }

/// <summary>As whom somebody acts in a case. Service: the product itself, drawing a conclusion from what people did.</summary>
public enum CaseRole
{
    Applicant, Respondent, Mediator, Operator, Service,
    /// <summary>Applies together with the applicant, who filed: consents and chooses for himself, but the case is not his to withdraw.</summary>
    CoApplicant,
}

/// <summary>What can be done to a case.</summary>
public enum CaseAct
{
    Invite, Consent, Refuse,
    /// <summary>Everybody answered and somebody takes part.</summary>
    ConcludeAnswers,
    /// <summary>No respondent is left who takes part or might.</summary>
    ConcludeRefusals,
    Choose,
    /// <summary>All who take part chose the same mediator.</summary>
    ConcludeChoice,
    Appoint, Accept, Decline,
    /// <summary>The appointed mediator let the time for his answer pass.</summary>
    Lapse,
    /// <summary>The organisation gives a case in mediation to another mediator.</summary>
    HandOver,
    Freeze, Reopen, TakeEffect, Withdraw, Close,
    /// <summary>The mediator asks the parties for more time; each answers; with the last consent it is agreed.</summary>
    ProposeExtension, AnswerExtension,
    /// <summary>An appraisal begins and ends: its time does not count.</summary>
    Suspend, Resume,
}
