using static NonLitigation.Odr.Domain.Cases.CaseAct;
using static NonLitigation.Odr.Domain.Cases.CaseRole;
using static NonLitigation.Odr.Domain.Cases.CaseStage;

namespace NonLitigation.Odr.Domain.Cases;

/// <summary>The one table of what may happen to a case: (stage, act, role) gives the next stage; whatever is not here is refused.</summary>
public static class CaseTransitions
{
    public sealed record Row(CaseStage From, CaseAct Act, CaseRole Role, CaseStage To);

    public static IReadOnlyList<Row> Rows { get; } =
    [
        new(Filed, Invite, Service, Inviting),

        new(Inviting, Invite, Applicant, Inviting),
        new(Inviting, Invite, Operator, Inviting),
        new(Inviting, Consent, Respondent, Inviting),
        new(Inviting, Consent, CoApplicant, Inviting),
        new(Inviting, Refuse, Respondent, Inviting),
        new(Inviting, Refuse, CoApplicant, Inviting),
        new(Inviting, Choose, Applicant, Inviting),
        new(Inviting, Choose, Respondent, Inviting),
        new(Inviting, Choose, CoApplicant, Inviting),
        new(Inviting, ConcludeAnswers, Service, ChoosingMediator),
        new(Inviting, ConcludeRefusals, Service, Closed),
        new(Inviting, Appoint, Operator, AwaitingAcceptance),
        new(Inviting, Withdraw, Applicant, Closed),
        new(Inviting, Close, Operator, Closed),

        new(ChoosingMediator, Invite, Applicant, ChoosingMediator),
        new(ChoosingMediator, Invite, Operator, ChoosingMediator),
        new(ChoosingMediator, Consent, Respondent, ChoosingMediator),
        new(ChoosingMediator, Consent, CoApplicant, ChoosingMediator),
        new(ChoosingMediator, Refuse, Respondent, ChoosingMediator),
        new(ChoosingMediator, Refuse, CoApplicant, ChoosingMediator),
        new(ChoosingMediator, ConcludeRefusals, Service, Closed),
        new(ChoosingMediator, Choose, Applicant, ChoosingMediator),
        new(ChoosingMediator, Choose, Respondent, ChoosingMediator),
        new(ChoosingMediator, Choose, CoApplicant, ChoosingMediator),
        new(ChoosingMediator, ConcludeChoice, Service, AwaitingAcceptance),
        new(ChoosingMediator, Appoint, Operator, AwaitingAcceptance),
        new(ChoosingMediator, Appoint, Service, AwaitingAcceptance),
        new(ChoosingMediator, Withdraw, Applicant, Closed),
        new(ChoosingMediator, Close, Operator, Closed),

        new(AwaitingAcceptance, Invite, Applicant, AwaitingAcceptance),
        new(AwaitingAcceptance, Invite, Operator, AwaitingAcceptance),
        new(AwaitingAcceptance, Consent, Respondent, AwaitingAcceptance),
        new(AwaitingAcceptance, Consent, CoApplicant, AwaitingAcceptance),
        new(AwaitingAcceptance, Refuse, Respondent, AwaitingAcceptance),
        new(AwaitingAcceptance, Refuse, CoApplicant, AwaitingAcceptance),
        new(AwaitingAcceptance, ConcludeRefusals, Service, Closed),
        new(AwaitingAcceptance, Appoint, Operator, AwaitingAcceptance),
        new(AwaitingAcceptance, Accept, Mediator, InMediation),
        new(AwaitingAcceptance, Decline, Mediator, ChoosingMediator),
        new(AwaitingAcceptance, Lapse, Service, ChoosingMediator),
        new(AwaitingAcceptance, Withdraw, Applicant, Closed),
        new(AwaitingAcceptance, Close, Operator, Closed),

        new(InMediation, Invite, Applicant, InMediation),
        new(InMediation, Invite, Operator, InMediation),
        new(InMediation, Invite, Mediator, InMediation),
        new(InMediation, Consent, Respondent, InMediation),
        new(InMediation, Consent, CoApplicant, InMediation),
        new(InMediation, Refuse, Respondent, InMediation),
        new(InMediation, Refuse, CoApplicant, InMediation),
        new(InMediation, ConcludeRefusals, Service, Closed),
        new(InMediation, HandOver, Operator, InMediation),
        new(InMediation, Freeze, Mediator, Signing),
        new(InMediation, ProposeExtension, Mediator, InMediation),
        new(InMediation, AnswerExtension, Applicant, InMediation),
        new(InMediation, AnswerExtension, CoApplicant, InMediation),
        new(InMediation, AnswerExtension, Respondent, InMediation),
        new(InMediation, Suspend, Mediator, InMediation),
        new(InMediation, Resume, Mediator, InMediation),
        new(InMediation, Withdraw, Applicant, Closed),
        new(InMediation, Close, Mediator, Closed),

        new(Signing, HandOver, Operator, Signing),
        new(Signing, Reopen, Mediator, InMediation),
        new(Signing, ProposeExtension, Mediator, Signing),
        new(Signing, AnswerExtension, Applicant, Signing),
        new(Signing, AnswerExtension, CoApplicant, Signing),
        new(Signing, AnswerExtension, Respondent, Signing),
        new(Signing, Resume, Mediator, Signing),
        new(Signing, TakeEffect, Service, Agreed),
        new(Signing, Withdraw, Applicant, Closed),
        new(Signing, Close, Mediator, Closed),
    ];

    private static readonly Dictionary<(CaseStage, CaseAct, CaseRole), CaseStage> Table =
        Rows.ToDictionary(row => (row.From, row.Act, row.Role), row => row.To);

    public static bool Allows(CaseStage from, CaseAct act, CaseRole role) => Table.ContainsKey((from, act, role));

    /// <exception cref="Shared.RefusalException"><see cref="CasesRules.NotAtThisStage"/>.</exception>
    public static CaseStage Next(CaseStage from, CaseAct act, CaseRole role) =>
        Table.TryGetValue((from, act, role), out var to) ? to : throw CasesRules.NotAtThisStage.Refused();
}
