using NonLitigation.Odr.Application.Network;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Cases;
using NonLitigation.Odr.Domain.Cases;

namespace NonLitigation.Odr.Application.Cases;

/// <summary>A party chooses; the organisation's operator appoints, or hands a case in mediation over. All ask for conflicts, seating asks for a free place.</summary>
public sealed class ChooseMediator(CaseChange change, MediatorSeating seating, CaseViews views)
{
    public async Task<CaseView> Handle(Caller caller, Guid caseId, ChooseMediatorRequest request, CancellationToken cancellation)
    {
        await change.RunAsync(caller, caseId, [SecuredObject.CaseFile, SecuredObject.CaseAdministration], async (facts, now) =>
        {
            CasesRules.NotAtThisStage.When(facts.Relation == CaseRelation.Mediator);
            var operators = facts.Relation == CaseRelation.Operator;
            var seat = await seating.FindAsync(change.Db, facts.Case, request.MediatorId, cancellation);
            // Whoever takes somebody who is away does so knowingly: the day that was shown comes back, and an operator's reason is kept.
            var away = await MediatorAway.UntilAsync(change.Db, seat.PersonId, now, cancellation);
            if (away is { } until && (request.AwayUntil != until || (operators && !CaseForm.IsReason(request.Reason)))) throw CasesRules.MediatorAway(until).Refused();
            if (operators && CaseTransitions.Allows(facts.Case.Stage, CaseAct.HandOver, CaseRole.Operator))
            {
                facts.Case.HandOver(seat, facts.PersonId, request.Reason, now);
                await seating.TakePlaceAsync(change.Db, seat.MediatorId, cancellation);
                return;
            }
            if (operators)
            {
                var hasPlace = facts.Case.MediatorId == seat.MediatorId;
                facts.Case.Appoint(seat, facts.PersonId, now, away is null ? null : request.Reason);
                if (!hasPlace) await seating.TakePlaceAsync(change.Db, seat.MediatorId, cancellation);
                return;
            }
            facts.Case.Choose(facts.PersonId, seat.MediatorId, now);
            // Said to the last one who chooses, while he can still choose another; nobody else's choice is lost by it.
            if (facts.Case.ChosenByAll != seat.MediatorId || await MediatorSeating.SomebodyWasNotToldAsync(change.Db, facts.Case, seat.PersonId, now, cancellation)) return;
            await seating.TakePlaceAsync(change.Db, seat.MediatorId, cancellation);
            facts.Case.ConcludeChoice(seat, now);
        }, cancellation);
        return await views.ReadAsync(change.Db, caller, caseId, cancellation);
    }
}

/// <summary>The appointed mediator accepts, which begins the mediation, or declines with a reason.</summary>
public sealed class AnswerAppointment(CaseChange change, MediatorSeating seating, CaseViews views)
{
    public async Task<CaseView?> Handle(Caller caller, Guid caseId, AnswerAppointmentRequest request, CancellationToken cancellation)
    {
        CasesRules.ReasonNeeded.When(!string.IsNullOrEmpty(request.Disclosure) && !CaseForm.IsReason(request.Disclosure));
        await change.RunAsync(caller, caseId, [SecuredObject.CasePresiding], async (facts, now) =>
        {
            if (!request.Accepts)
            {
                facts.Case.Decline(facts.PersonId, request.Reason, now);
                return;
            }
            await seating.RefuseConflictAsync(change.Db, facts.Case, facts.PersonId, cancellation);
            facts.Case.Accept(facts.PersonId, request.Disclosure, now);
        }, cancellation);
        // Having declined, the case is no longer his to read.
        return request.Accepts ? await views.ReadAsync(change.Db, caller, caseId, cancellation) : null;
    }
}

/// <summary>Ends a case without agreement, for one of the reasons of court rule 25.</summary>
public sealed class CloseCase(CaseChange change, CaseViews views)
{
    public async Task<CaseView> Handle(Caller caller, Guid caseId, CloseCaseRequest request, CancellationToken cancellation)
    {
        await change.RunAsync(caller, caseId, [SecuredObject.CaseFile, SecuredObject.CaseAdministration], (facts, now) =>
        {
            CasesRules.NotAtThisStage.When(facts.Relation == CaseRelation.Respondent);
            facts.Case.Close(facts.Role, facts.PersonId, (Domain.Cases.ClosingReason)request.Reason, request.Note, now);
            return Task.CompletedTask;
        }, cancellation);
        return await views.ReadAsync(change.Db, caller, caseId, cancellation);
    }
}
