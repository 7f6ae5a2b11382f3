using NonLitigation.Odr.Application.Accounts;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Cases;
using NonLitigation.Odr.Domain.Accounts;
using NonLitigation.Odr.Domain.Cases;

namespace NonLitigation.Odr.Application.Cases;

/// <summary>An invited party's own answer: consent, or a refusal that is a hard stop for him, at any time before signing.</summary>
public sealed class AnswerInvitation(CaseChange change, CaseViews views)
{
    public async Task<CaseView> Handle(Caller caller, Guid caseId, AnswerInvitationRequest request, CancellationToken cancellation)
    {
        CasesRules.ReasonNeeded.When(!string.IsNullOrEmpty(request.Reason) && !CaseForm.IsReason(request.Reason));
        await change.RunAsync(caller, caseId, [SecuredObject.CaseStatus], (facts, now) =>
        {
            CasesRules.NotAtThisStage.When(facts.Role is not (CaseRole.Respondent or CaseRole.CoApplicant) || facts.Party is null);
            if (request.Consents) facts.Case.Consent(facts.PersonId, now);
            else facts.Case.Refuse(facts.PersonId, request.Reason, now);
            return Task.CompletedTask;
        }, cancellation);
        return await views.ReadAsync(change.Db, caller, caseId, cancellation);
    }
}

/// <summary>Sends an invitation again, with a new link; to another contact when the first one was wrong, and then the links sent before open nothing.</summary>
public sealed class SendInvitation(CaseChange change, InvitationSending sending, IOneUseLinks links)
{
    public async Task Handle(Caller caller, Guid caseId, Guid partyId, SendInvitationRequest? request, CancellationToken cancellation)
    {
        Contact? contact = null;
        CaseFormRules.Contact.When(!string.IsNullOrWhiteSpace(request?.Contact) && !Contact.TryParse(request.Contact, out contact));
        await change.RunAsync(caller, caseId, [SecuredObject.CaseFile, SecuredObject.CaseAdministration], async (facts, now) =>
        {
            var party = facts.Case.SendInvitationAgain(partyId, facts.Role, facts.PersonId, now, contact?.Value);
            if (contact is not null) await links.RevokeAsync(change.Db, InvitationSending.Purpose, party.Id, cancellation);
            await sending.SendAsync(change.Db, facts.Case, [party], cancellation);
        }, cancellation);
    }
}
