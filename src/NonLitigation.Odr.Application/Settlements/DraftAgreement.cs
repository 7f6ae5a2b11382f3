using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Settlements;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Settlements;
using VersionOrigin = NonLitigation.Odr.Domain.Settlements.VersionOrigin;

namespace NonLitigation.Odr.Application.Settlements;

/// <summary>
/// The presiding mediator saves the draft, from the page that holds the lease or while none does. Another version in between is refused with the current one
/// named; the same text again changes nothing.
/// </summary>
public sealed class DraftAgreement(AgreementChange change)
{
    public Task<AgreementView> Handle(Caller caller, Guid caseId, DraftAgreementRequest request, CancellationToken cancellation)
    {
        var content = request.ToContent();
        return change.PresideAsync(caller, caseId, async act =>
        {
            await EditLeases.RefuseOtherAsync(act.Db, caseId, act.File.Person, request.Desk, cancellation);
            act.File.Agreement.Revise(request.ExpectedVersion, content, act.Now);
            SettlementsRules.NotInMediation.When(act.File.Case.Stage != CaseStage.InMediation);
            await act.StoreAsync();
        }, cancellation);
    }
}

/// <summary>Words of an earlier version taken up again, as a new version; the older ones stay.</summary>
public sealed class RestoreVersion(AgreementChange change)
{
    public Task<AgreementView> Handle(Caller caller, Guid caseId, RestoreVersionRequest request, CancellationToken cancellation) =>
        change.PresideAsync(caller, caseId, async act =>
        {
            await EditLeases.RefuseOtherAsync(act.Db, caseId, act.File.Person, request.Desk, cancellation);
            SettlementsRules.NotInMediation.When(act.File.Case.Stage != CaseStage.InMediation);
            var earlier = (await DraftHistory.ReadAsync(act.Db, act.File, cancellation)).Seen(request.Version);
            act.File.Agreement.Revise(request.ExpectedVersion, await earlier.ContentAsync(cancellation), act.Now);
            act.Origin = (VersionOrigin.Restored, request.Version);
            await act.StoreAsync();
        }, cancellation);
}

internal static class DraftedContent
{
    public static AgreementContent ToContent(this DraftAgreementRequest request) => AgreementContent.Of(
        request.Facts, (request.Clauses ?? []).OfType<ClauseDraft>().Select(c => new Clause(c.Text)),
        (request.Obligations ?? []).OfType<ObligationDraft>().Select(o => new Obligation(o.ObligorPartyId, o.ObligeePartyId, o.AmountFen, o.What, o.Manner, o.DueOn)
        {
            JointObligorPartyIds = o.JointObligorPartyIds ?? [],
        }));
}
