using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Contracts.Network;
using NonLitigation.Odr.Domain.Shared;
using NonLitigation.Odr.Persistence.Network;
using NonLitigation.Odr.Persistence.Shared;
using Organisation = NonLitigation.Odr.Domain.Network.Organisation;

namespace NonLitigation.Odr.Application.Network;

/// <summary>The public directory of organisations.</summary>
public sealed class FindOrganisations(OdrDb db)
{
    public async Task<IReadOnlyList<OrganisationView>> Handle(Guid? parentId, OrganisationKind? kind, string? search, int? skip, int? take, CancellationToken cancellation)
    {
        var query = db.Set<Organisation>().AsNoTracking();
        if (parentId is not null) query = query.Where(one => one.ParentId == parentId);
        if (kind is not null)
        {
            var wanted = (Domain.Network.OrganisationKind)kind;
            query = query.Where(one => one.Kind == wanted);
        }

        query = query.Named(search, one => one.Name);
        var found = await query.OrderBy(one => one.Path).Skip(Math.Max(0, skip ?? 0)).Take(Math.Clamp(take ?? 50, 1, 200)).ToListAsync(cancellation);
        return [.. found.Select(View)];
    }

    public async Task<OrganisationView> One(Guid id, CancellationToken cancellation) =>
        View(await db.Set<Organisation>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancellation) ?? throw SharedRules.NotFound.Refused());

    private static OrganisationView View(Organisation one) => new(
        one.Id, one.ParentId, one.Name, (OrganisationKind)one.Kind, (OrganisationTier)one.Tier, (OrganisationField)one.Field, one.AreaCode, one.HoldsSeal, one.ChargesFee,
        [.. one.DutyList.Select(kind => (DisputeKind)kind)], one.Phone);
}
