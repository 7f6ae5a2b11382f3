using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Cases;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Enterprises;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Enterprises;

/// <summary>Who speaks or spoke for an enterprise in the case, and who else of its people could.</summary>
public sealed class PeopleOfEnterprises : ICasePeople
{
    private static readonly NeutralLabel Speaker = new("企业代表", "the firm’s representative");

    public async Task<IReadOnlyList<CasePerson>> OfAsync(OdrDb db, Case file, CancellationToken cancellation)
    {
        var speakers = await db.Set<EnterpriseSpeaker>().AsNoTracking().Where(one => one.CaseId == file.Id).ToListAsync(cancellation);
        if (speakers.Count == 0) return [];
        var enterprises = speakers.ConvertAll(one => one.EnterpriseId);
        var mandates = await db.Set<Mandate>().AsNoTracking().Where(one => enterprises.Contains(one.EnterpriseId)).ToListAsync(cancellation);
        return [
            .. speakers.Select(one => new CasePerson(new(one.Name, false, Speaker), one.PersonId)),
            .. mandates.Select(one => new CasePerson(new(one.Name, false, Speaker, one.Contact), one.PersonId)),
        ];
    }
}
