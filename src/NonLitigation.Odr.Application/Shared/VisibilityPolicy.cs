using static NonLitigation.Odr.Application.Shared.CallerKind;

namespace NonLitigation.Odr.Application.Shared;

/// <summary>Who sees what. Everybody else gets the same answer as for something that does not exist.</summary>
public static class VisibilityPolicy
{
    private static readonly CallerKind[] Everybody = Enum.GetValues<CallerKind>();

    private static readonly Dictionary<SecuredObject, CallerKind[]> Rows = new()
    {
        [SecuredObject.Public] = Everybody,
        [SecuredObject.Development] = Everybody,
        [SecuredObject.Telemetry] = Everybody, // who is kept out by the address, not by his role
        [SecuredObject.Own] = [.. Everybody.Except([Anonymous])],
        [SecuredObject.CaseStatus] = [Applicant, Respondent, OtherRespondent, PresidingMediator, Operator, FormerParticipant],
        [SecuredObject.CaseFile] = [Applicant, Respondent, OtherRespondent, PresidingMediator],
        [SecuredObject.CaseAdministration] = [Operator],
        [SecuredObject.CasePresiding] = [PresidingMediator],
        [SecuredObject.PresidingNotes] = [PresidingMediator],
        // The presiding mediator has it as part of his case, not by this way.
        [SecuredObject.GuidanceQuestion] = [LegalGuide],
        [SecuredObject.Pairings] = [Operator],
        [SecuredObject.JointRoom] = [Applicant, Respondent, OtherRespondent, PresidingMediator],
        [SecuredObject.Caucus] = [Respondent, PresidingMediator],
        [SecuredObject.Panel] = [PresidingMediator, PanelMediator],
        [SecuredObject.Agreement] = [Applicant, Respondent, OtherRespondent, PresidingMediator],
        [SecuredObject.Performance] = [Applicant, Respondent, OtherRespondent, PresidingMediator, Operator],
        [SecuredObject.PerformanceActs] = [Applicant, Respondent, OtherRespondent],
        [SecuredObject.PerformanceSupervision] = [PresidingMediator, Operator],
        [SecuredObject.Confirmation] = [Applicant, Respondent, OtherRespondent, PresidingMediator],
        [SecuredObject.ConfirmationActs] = [Applicant, Respondent, OtherRespondent],
        [SecuredObject.PartyVoice] = [Applicant, Respondent, OtherRespondent, FormerParticipant],
        [SecuredObject.Complaints] = [Operator],
        // Whoever refused or left has data here too.
        [SecuredObject.CaseRecords] = [Applicant, Respondent, OtherRespondent, PresidingMediator, Operator, FormerParticipant],
        [SecuredObject.CaseRecordsActs] = [Applicant, Respondent, OtherRespondent, FormerParticipant],
        [SecuredObject.CaseRecordsKeeping] = [Operator],
        [SecuredObject.CaseFileCopy] = [Applicant, Respondent, OtherRespondent, PresidingMediator, Operator],
        [SecuredObject.Enterprise] = [EnterpriseRepresentative, ButlerTeamMember],
        [SecuredObject.EnterpriseActs] = [EnterpriseRepresentative],
    };

    /// <summary>What remains to be seen of a sealed case (个人信息保护法 47): that it is sealed, why, until when, and the acts about that.</summary>
    private static readonly SecuredObject[] OfASealedCase = [SecuredObject.CaseRecords, SecuredObject.CaseRecordsActs, SecuredObject.CaseRecordsKeeping];

    public static bool Sees(SecuredObject what, CallerKind who) => Rows[what].Contains(who);

    /// <summary>Whether any of several is seen: an answer that shows each caller his part of it.</summary>
    public static bool SeesAny(IEnumerable<SecuredObject> what, CallerKind who) => what.Any(one => Sees(one, who));

    /// <summary>The same of a sealed case.</summary>
    public static bool SeesAnyOfASealed(IEnumerable<SecuredObject> what, CallerKind who) => SeesAny(what.Intersect(OfASealedCase), who);
}
