using NonLitigation.Odr.Domain.Law;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Cases;

/// <summary>Choosing, appointing and the appointed mediator's answer.</summary>
public sealed partial class Case
{
    public Guid? MediatorId { get; private set; }
    public Guid? MediatorPersonId { get; private set; }
    public string? MediatorName { get; private set; }
    public DateTimeOffset? AppointedAt { get; private set; }
    public DateTimeOffset? AcceptedAt { get; private set; }
    /// <summary>What the mediator disclosed on accepting (court rules art. 13).</summary>
    public string? Disclosure { get; private set; }

    /// <summary>Whom everybody who takes part has chosen, once nobody is left to answer; null while they differ.</summary>
    public Guid? ChosenByAll
    {
        get
        {
            if (Stage != CaseStage.ChoosingMediator) return null;
            var choices = TakingPart.Select(party => party.ChosenMediatorId).Distinct().ToList();
            return choices.Count == 1 ? choices[0] : null;
        }
    }

    /// <summary>One party's choice; ask <see cref="ChosenByAll"/> afterwards.</summary>
    public void Choose(Guid personId, Guid mediatorId, DateTimeOffset now)
    {
        var party = PartyOf(personId) ?? throw SharedRules.NotFound.Refused();
        CasesRules.RefusedMediation.When(party.Refused);
        CasesRules.NotAtThisStage.When(!party.TakesPart);
        Move(CaseAct.Choose, RoleOf(party), personId, null, now);
        party.ChosenMediatorId = mediatorId;
    }

    /// <summary>Everybody chose the same mediator.</summary>
    public void ConcludeChoice(MediatorSeat seat, DateTimeOffset now)
    {
        if (ChosenByAll != seat.MediatorId) throw new InvalidOperationException("The parties have not chosen this mediator together.");
        Move(CaseAct.ConcludeChoice, CaseRole.Service, null, seat.Name, now);
        Seat(seat, now);
    }

    /// <summary>The wish of all cannot be fulfilled (conflict, capacity): the choices are void and they choose again.</summary>
    public void VoidChoices(DateTimeOffset now)
    {
        foreach (var party in parties) party.ChosenMediatorId = null;
        ChangedAt = now;
    }

    /// <summary>The organisation appoints, because the parties did not agree or asked for it, or the appointed one stayed silent (art. 10, 12).</summary>
    /// <param name="knowingly">Why somebody who is away all the same; kept with the appointment.</param>
    public void Appoint(MediatorSeat seat, Guid operatorId, DateTimeOffset now, string? knowingly = null)
    {
        CasesRules.NobodyConsented.When(!Respondents.Any(respondent => respondent.TakesPart));
        CasesRules.MediatorStillHasTime.When(Stage == CaseStage.AwaitingAcceptance && !MediatorStayedSilent(now));
        Move(CaseAct.Appoint, CaseRole.Operator, operatorId, knowingly is null ? seat.Name : $"{seat.Name}：{knowingly}", now);
        Seat(seat, now);
    }

    /// <summary>Whether the appointed mediator's three working days are over without an answer (art. 12).</summary>
    public bool MediatorStayedSilent(DateTimeOffset now) =>
        Stage == CaseStage.AwaitingAcceptance && Deadline.Of(LawRules.AcceptAppointment, AppointedAt!.Value).IsOver(now);

    /// <summary>Silence counts as not taking the case: the appointment ends by itself.</summary>
    public void LetAppointmentLapse(DateTimeOffset now)
    {
        CasesRules.MediatorStillHasTime.When(Stage == CaseStage.AwaitingAcceptance && !MediatorStayedSilent(now));
        var silent = MediatorPersonId;
        Move(CaseAct.Lapse, CaseRole.Service, silent, MediatorName, now);
        Unseat(now);
    }

    /// <summary>The service appoints in the organisation's name, after a silence.</summary>
    public void AppointAnew(MediatorSeat seat, DateTimeOffset now)
    {
        Move(CaseAct.Appoint, CaseRole.Service, null, seat.Name, now);
        Seat(seat, now);
    }

    public void Accept(Guid mediatorPersonId, string? disclosure, DateTimeOffset now)
    {
        SharedRules.NotFound.When(MediatorPersonId != mediatorPersonId);
        Move(CaseAct.Accept, CaseRole.Mediator, mediatorPersonId, disclosure, now);
        (AcceptedAt, Disclosure) = (now, disclosure);
    }

    /// <summary>
    /// The organisation gives a case that is being mediated to somebody else: leave, illness, a connection that came up. The mediation goes on as it is, its
    /// term too; what the former one disclosed was about himself. Who has the case from now on may decline nothing: the operator asks him before.
    /// </summary>
    public void HandOver(MediatorSeat seat, Guid operatorId, string? reason, DateTimeOffset now)
    {
        CasesRules.MediatorHasItAlready.When(MediatorId == seat.MediatorId);
        CasesRules.ReasonNeeded.When(!CaseForm.IsReason(reason));
        Move(CaseAct.HandOver, CaseRole.Operator, operatorId, $"{MediatorName} → {seat.Name}：{reason}", now);
        (MediatorId, MediatorPersonId, MediatorName, Disclosure) = (seat.MediatorId, seat.PersonId, seat.Name, null);
    }

    public void Decline(Guid mediatorPersonId, string? reason, DateTimeOffset now)
    {
        SharedRules.NotFound.When(MediatorPersonId != mediatorPersonId);
        CasesRules.ReasonNeeded.When(!CaseForm.IsReason(reason));
        Move(CaseAct.Decline, CaseRole.Mediator, mediatorPersonId, reason, now);
        Unseat(now);
    }

    private void Unseat(DateTimeOffset now)
    {
        (MediatorId, MediatorPersonId, MediatorName, AppointedAt) = (null, null, null, null);
        VoidChoices(now);
    }

    private void Seat(MediatorSeat seat, DateTimeOffset now) =>
        (MediatorId, MediatorPersonId, MediatorName, AppointedAt, AcceptedAt) = (seat.MediatorId, seat.PersonId, seat.Name, now, null);
}
