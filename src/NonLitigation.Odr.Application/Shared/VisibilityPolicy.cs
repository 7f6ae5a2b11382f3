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
        [SecuredObject.JointRoom] = [Applicant, Respondent, OtherRespondent, PresidingMediator],
        [SecuredObject.Caucus] = [Respondent, PresidingMediator],
        [SecuredObject.Agreement] = [Applicant, Respondent, OtherRespondent, PresidingMediator],
        [SecuredObject.Performance] = [Applicant, Respondent, OtherRespondent, PresidingMediator, Operator],
        [SecuredObject.PerformanceActs] = [Applicant, Respondent, OtherRespondent],
        [SecuredObject.PerformanceSupervision] = [PresidingMediator, Operator],
        [SecuredObject.Confirmation] = [Applicant, Respondent, OtherRespondent, PresidingMediator],
        [SecuredObject.ConfirmationActs] = [Applicant, Respondent, OtherRespondent],
        [SecuredObject.PartyVoice] = [Applicant, Respondent, OtherRespondent, FormerParticipant],
        [SecuredObject.Complaints] = [Operator],
        [SecuredObject.Enterprise] = [EnterpriseRepresentative, ButlerTeamMember],
        [SecuredObject.EnterpriseActs] = [EnterpriseRepresentative],
    };

    public static bool Sees(SecuredObject what, CallerKind who) => Rows[what].Contains(who);

    /// <summary>Whether any of several is seen: an answer that shows each caller his part of it.</summary>
    public static bool SeesAny(IEnumerable<SecuredObject> what, CallerKind who) => what.Any(one => Sees(one, who));
}
