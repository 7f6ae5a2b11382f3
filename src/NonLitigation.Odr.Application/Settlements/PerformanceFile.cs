using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Cases;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Network;
using NonLitigation.Odr.Domain.Settlements;
using NonLitigation.Odr.Domain.Shared;
using NonLitigation.Odr.Persistence.Accounts;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Settlements;

/// <summary>The performance of a case's agreement as one of its people has it before him.</summary>
/// <param name="Organisation">Which supervises it.</param>
/// <param name="Names">Of those who wrote remarks.</param>
internal sealed record PerformanceFile(CaseFacts Facts, Performance Performance, string Organisation, IReadOnlyDictionary<Guid, string> Names)
{
    public Case Case => Facts.Case;

    /// <summary>Mediator and organisation; null for them is every party.</summary>
    public bool Supervises => Facts.Sees(SecuredObject.PerformanceSupervision);

    public Guid? PartyId => Facts.Party?.Id;

    /// <summary>Parties and mediator, for nudges.</summary>
    public IEnumerable<Guid> People => Case.TakingPart.Select(party => party.PersonId).Append(Case.MediatorPersonId).OfType<Guid>();

    /// <summary>Keeps everybody else's acts on this performance waiting until the transaction ends; what is read afterwards is not stale.</summary>
    public static Task LockAsync(OdrDb db, Guid caseId, CancellationToken cancellation) =>
        db.Database.ExecuteSqlAsync($"select 1 from performances where case_id = {caseId} for update", cancellation);

    public static IQueryable<Performance> Whole(OdrDb db) =>
        db.Set<Performance>().Include(p => p.Obligations).ThenInclude(o => o.Acts).Include(p => p.Answers).AsSplitQuery();

    /// <param name="what">The row of the visibility policy.</param>
    /// <exception cref="RefusalException">Not found for whom the policy does not show it; not in effect while the agreement is not.</exception>
    public static async Task<PerformanceFile> ReadAsync(OdrDb db, CaseAccess access, Caller caller, Guid caseId, SecuredObject what, CancellationToken cancellation)
    {
        var facts = await access.GetAsync(db, caller, caseId, cancellation, what);
        SharedRules.NotFound.When(facts.Party is { TakesPart: false });
        if (await Whole(db).FirstOrDefaultAsync(p => p.CaseId == caseId, cancellation) is not { } performance) throw PerformanceRules.NotInEffect.Refused();
        var organisation = await db.Set<Organisation>().Where(o => o.Id == facts.Case.OrganisationId).Select(o => o.Name).SingleAsync(cancellation);
        Guid[] writers = [.. performance.Obligations.SelectMany(o => o.Acts).Where(act => act.PartyId is null).Select(act => act.PersonId).Append(facts.PersonId).Distinct()];
        var names = await db.Set<Account>().Where(a => writers.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.DisplayName, cancellation);
        return new(facts, performance, organisation, names);
    }
}
