using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Settlements;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Settlements;

namespace NonLitigation.Odr.Application.Settlements;

/// <summary>The presiding mediator saves the draft. Another version in between is refused with the current one named; the same text again changes nothing.</summary>
public sealed class DraftAgreement(AgreementChange change)
{
    public Task<AgreementView> Handle(Caller caller, Guid caseId, DraftAgreementRequest request, CancellationToken cancellation)
    {
        var content = AgreementContent.Of(request.Facts, (request.Clauses ?? []).OfType<ClauseDraft>().Select(c => new Clause(c.Text)),
            (request.Obligations ?? []).OfType<ObligationDraft>().Select(o => new Obligation(o.ObligorPartyId, o.ObligeePartyId, o.AmountFen, o.What, o.Manner, o.DueOn)
            {
                JointObligorPartyIds = o.JointObligorPartyIds ?? [],
            }));
        return change.PresideAsync(caller, caseId, async act =>
        {
            act.File.Agreement.Revise(request.ExpectedVersion, content, act.Now);
            SettlementsRules.NotInMediation.When(act.File.Case.Stage != CaseStage.InMediation);
            await act.StoreAsync();
        }, cancellation);
    }
}
