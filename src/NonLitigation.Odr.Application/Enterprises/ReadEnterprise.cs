using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Cases;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Enterprises;
using NonLitigation.Odr.Domain.Accounts;
using NonLitigation.Odr.Domain.Enterprises;
using NonLitigation.Odr.Domain.Network;
using NonLitigation.Odr.Persistence.Shared;
using MandateScope = NonLitigation.Odr.Domain.Enterprises.MandateScope;
using WireScope = NonLitigation.Odr.Contracts.Enterprises.MandateScope;

namespace NonLitigation.Odr.Application.Enterprises;

/// <summary>An enterprise for its people and for its butler team; the team sees who may speak now, and no case.</summary>
public sealed class ReadEnterprise(OdrDb db, EnterpriseAccess access, ListCases cases)
{
    public async Task<EnterpriseView> Handle(Caller caller, Guid enterpriseId, CancellationToken cancellation)
    {
        var facts = await access.GetAsync(db, caller, enterpriseId, SecuredObject.Enterprise, MandateScope.Consult, cancellation);
        var enterprise = facts.Enterprise;
        var employers = enterprise.Butlers.Select(one => one.OrganisationId).ToList();
        var names = await db.Set<Organisation>().Where(one => employers.Contains(one.Id)).ToDictionaryAsync(one => one.Id, one => one.Name, cancellation);
        return new EnterpriseView(
            enterprise.Id, enterprise.Name, enterprise.CreditCode, enterprise.Area, enterprise.RoomId,
            [.. enterprise.Mandates.Where(one => facts.Mandate is not null || one.InForce(facts.Today))
                .OrderByDescending(one => one.InForce(facts.Today)).ThenByDescending(one => one.Scope).ThenBy(one => one.GrantedAt).Select(one => View(one, facts))],
            [.. enterprise.Butlers.Where(one => one.EndedAt is null).OrderByDescending(one => one.Lead).ThenBy(one => one.Name, StringComparer.Ordinal)
                .Select(one => new ButlerView(one.PersonId, one.Name, names[one.OrganisationId], one.Lead))],
            facts.May(MandateScope.Disputes) ? await CasesAsync(facts, cancellation) : [], facts.May(MandateScope.Full), facts.May(MandateScope.Disputes));
    }

    private async Task<IReadOnlyList<EnterpriseCaseView>> CasesAsync(EnterpriseFacts facts, CancellationToken cancellation)
    {
        var speakers = (await EnterpriseSpeakers.NowAsync(db, facts.Enterprise.Id, cancellation)).ToDictionary(one => one.CaseId);
        var summaries = await cases.OfAsync(speakers.Keys, cancellation);
        return [.. summaries.Select(summary => (summary, speakers[summary.Id]))
            .Select(row => new EnterpriseCaseView(row.summary, row.Item2.Name, (WireScope)row.Item2.Scope, row.Item2.Since, row.Item2.PersonId == facts.PersonId))];
    }

    private static MandateView View(Mandate mandate, EnterpriseFacts facts) => new(
        mandate.Id, mandate.PersonId, mandate.Name, Contact.TryParse(mandate.Contact, out var contact) ? contact.Masked : "", (WireScope)mandate.Scope, mandate.ValidTo,
        mandate.Revoked, mandate.InForce(facts.Today), mandate.PersonId == facts.PersonId);
}
