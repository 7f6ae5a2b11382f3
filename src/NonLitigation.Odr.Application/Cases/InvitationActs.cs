using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Cases;
using NonLitigation.Odr.Domain.Cases;

namespace NonLitigation.Odr.Application.Cases;

/// <summary>A respondent's own answer: consent, or a refusal that is a hard stop for him, at any time before signing.</summary>
public sealed class AnswerInvitation(CaseChange change, CaseViews views)
{
    public async Task<CaseView> Handle(Caller caller, Guid caseId, AnswerInvitationRequest request, CancellationToken cancellation)
    {
        CasesRules.ReasonNeeded.When(!string.IsNullOrEmpty(request.Reason) && !CaseForm.IsReason(request.Reason));
        await change.RunAsync(caller, caseId, [SecuredObject.CaseStatus], (facts, now) =>
        {
            CasesRules.NotAtThisStage.When(facts.Role != CaseRole.Respondent || facts.Party is null);
            if (request.Consents) facts.Case.Consent(facts.PersonId, now);
            else facts.Case.Refuse(facts.PersonId, request.Reason, now);
            return Task.CompletedTask;
        }, cancellation);
        return await views.ReadAsync(change.Db, caller, caseId, cancellation);
    }
}

/// <summary>Sends a respondent his invitation again, with a new link.</summary>
public sealed class SendInvitation(CaseChange change, InvitationSending sending)
{
    public Task Handle(Caller caller, Guid caseId, Guid partyId, CancellationToken cancellation) =>
        change.RunAsync(caller, caseId, [SecuredObject.CaseFile, SecuredObject.CaseAdministration], async (facts, now) =>
        {
            var party = facts.Case.SendInvitationAgain(partyId, facts.Role, facts.PersonId, now);
            await sending.SendAsync(change.Db, facts.Case, party, cancellation);
        }, cancellation);
}
