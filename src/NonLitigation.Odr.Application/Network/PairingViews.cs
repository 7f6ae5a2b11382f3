using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Contracts.Network;
using NonLitigation.Odr.Domain.Accounts;
using NonLitigation.Odr.Domain.Network;
using NonLitigation.Odr.Persistence.Accounts;
using NonLitigation.Odr.Persistence.Shared;
using GuideBackground = NonLitigation.Odr.Contracts.Network.GuideBackground;
using OrganisationKind = NonLitigation.Odr.Contracts.Network.OrganisationKind;

namespace NonLitigation.Odr.Application.Network;

public sealed class PairingViews(OdrDb db)
{
    private const int MostRows = 200;

    public async Task<IReadOnlyList<PairingView>> ListAsync(IQueryable<Pairing> query, CancellationToken cancellation)
    {
        var found = await query.AsNoTracking().OrderBy(one => one.EndedAt != null).ThenByDescending(one => one.From).ThenBy(one => one.Id).Take(MostRows).ToListAsync(cancellation);
        var organisationIds = found.SelectMany(one => new[] { one.OrganisationId, one.PartnerId }).Distinct().ToList();
        var organisations = await db.Set<Organisation>().AsNoTracking().Where(one => organisationIds.Contains(one.Id)).ToDictionaryAsync(one => one.Id, cancellation);
        var personIds = found.SelectMany(one => one.AllGuides.Select(guide => guide.PersonId).Append(one.MadeBy).Append(one.EndedBy ?? one.MadeBy)).Distinct().ToList();
        var people = await db.Set<Account>().AsNoTracking().Where(one => personIds.Contains(one.Id)).ToDictionaryAsync(one => one.Id, cancellation);
        return [.. found.Select(one => new PairingView(
            one.Id, one.OrganisationId, organisations[one.OrganisationId].Name, one.PartnerId, organisations[one.PartnerId].Name, (OrganisationKind)organisations[one.PartnerId].Kind,
            one.From, people[one.MadeBy].DisplayName, one.EndedAt, one.EndedBy is { } ended ? people[ended].DisplayName : null,
            [.. one.AllGuides.OrderBy(guide => guide.EndedAt is not null).ThenBy(guide => guide.From).Select(guide => Guide(guide, people[guide.PersonId]))]))];
    }

    private static LegalGuideView Guide(LegalGuide guide, Account account) => new(
        guide.Id, guide.Name, (GuideBackground)guide.Background, Contact.TryParse(account.PhoneNumber ?? account.Email, out var contact) ? contact.Masked : "", guide.From, guide.EndedAt);
}
