using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Cases;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Cases;
using NonLitigation.Odr.Contracts.Enterprises;
using NonLitigation.Odr.Domain.Enterprises;
using NonLitigation.Odr.Domain.Evidence;
using NonLitigation.Odr.Domain.Shared;
using NonLitigation.Odr.Persistence.Enterprises;
using NonLitigation.Odr.Persistence.Shared;
using MandateScope = NonLitigation.Odr.Domain.Enterprises.MandateScope;

namespace NonLitigation.Odr.Application.Enterprises;

/// <summary>
/// Files a case in the enterprise's name, from its standing room: with the facts written in the request and the exhibits named there,
/// and nothing else of that room. Who spoke for the enterprise, and on which mandate, is stated in the same transaction.
/// </summary>
public sealed class OpenDispute(OdrDb db, EnterpriseAccess access, FileCase filing, TimeProvider time)
{
    /// <exception cref="RefusalException">As when filing a case; faults of the facts stand under <c>facts</c>.</exception>
    public async Task<CaseFiledView> Handle(Caller caller, Guid enterpriseId, OpenDisputeRequest request, CancellationToken cancellation)
    {
        var facts = await access.GetAsync(db, caller, enterpriseId, SecuredObject.EnterpriseActs, MandateScope.Disputes, cancellation);
        var mandate = facts.Mandate!;
        await RefuseOtherExhibitsAsync(facts.Enterprise.RoomId, request.ExhibitIds ?? [], cancellation);
        try
        {
            return await filing.Handle(caller, Application(facts.Enterprise, mandate, request), filed => StateAsync(filed.Id, enterpriseId, mandate.Id, cancellation), cancellation);
        }
        catch (RefusalException refused) when (refused.Reason.Fields?.ContainsKey("whatHappened") == true)
        {
            throw (refused.Reason with { Fields = refused.Reason.Fields.ToDictionary(field => field.Key == "whatHappened" ? "facts" : field.Key, field => field.Value) }).Refused();
        }
    }

    /// <summary>A mandate that is being revoked at this moment is either still good until the commit, or the case is not filed.</summary>
    private async Task StateAsync(Guid caseId, Guid enterpriseId, Guid mandateId, CancellationToken cancellation)
    {
        await EnterpriseRows.RelyOnAsync(db, enterpriseId, cancellation);
        var now = time.GetUtcNow();
        var mandate = await db.Set<Mandate>().AsNoTracking().FirstAsync(one => one.Id == mandateId, cancellation);
        SharedRules.NotFound.When(!mandate.Allows(MandateScope.Disputes, Domain.Law.Deadline.DayOf(now)));
        db.Add(new EnterpriseSpeaker(caseId, mandate, now));
    }

    private async Task RefuseOtherExhibitsAsync(Guid roomId, IReadOnlyList<Guid> exhibitIds, CancellationToken cancellation)
    {
        var chosen = exhibitIds.Distinct().ToList();
        SharedRules.NotFound.When(await db.Set<Exhibit>().CountAsync(one => chosen.Contains(one.Id) && one.RoomId == roomId, cancellation) != chosen.Count);
    }

    private static FileCaseRequest Application(Enterprise enterprise, Mandate mandate, OpenDisputeRequest request) => new(
        request.RequestId, request.Kind, request.Title, request.Facts,
        new PartyDraft(enterprise.Name, mandate.Contact, enterprise.Area, PartyNature.Organisation, enterprise.CreditCode, mandate.Name),
        request.Respondents, request.Claims, request.ExhibitIds ?? [], null, null);
}
