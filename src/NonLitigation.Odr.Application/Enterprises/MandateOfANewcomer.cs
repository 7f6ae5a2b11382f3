using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Accounts;
using NonLitigation.Odr.Domain.Enterprises;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Enterprises;

/// <summary>Mandates are given to contacts: whoever proves the contact by entering with its code holds them from then on.</summary>
public sealed class MandateOfANewcomer(EnterpriseChange change) : IContactEntered
{
    public async Task EnteredAsync(OdrDb db, string contact, Guid personId, CancellationToken cancellation)
    {
        if (db != change.Db) throw new InvalidOperationException("One request, one context: the mandate is bound in the transaction of the entering.");
        var waiting = await db.Set<Mandate>().Where(one => one.Contact == contact && one.PersonId == null && one.EndedAt == null)
            .Select(one => one.EnterpriseId).Distinct().OrderBy(id => id).ToListAsync(cancellation);
        foreach (var enterprise in waiting) await change.FollowAsync(enterprise, (one, now) => one.Entered(contact, personId, now), cancellation);
    }
}
