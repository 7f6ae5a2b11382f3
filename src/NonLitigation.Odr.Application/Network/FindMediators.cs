using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Contracts.Network;
using NonLitigation.Odr.Persistence.Network;
using NonLitigation.Odr.Persistence.Shared;
using Mediator = NonLitigation.Odr.Domain.Network.Mediator;
using Organisation = NonLitigation.Odr.Domain.Network.Organisation;

namespace NonLitigation.Odr.Application.Network;

/// <summary>Published mediators, those with places left first, of a page those at hand (court rules on online mediation, art. 5).</summary>
public sealed class FindMediators(OdrDb db, TimeProvider time)
{
    public async Task<IReadOnlyList<MediatorView>> Handle(Guid? organisationId, DisputeKind? disputeKind, string? search, int? skip, int? take, CancellationToken cancellation)
    {
        var query = db.Set<Mediator>().AsNoTracking().Where(one => one.SuspendedAt == null && one.PersonId != null);
        if (organisationId is not null) query = query.Where(one => one.OrganisationId == organisationId);
        if (disputeKind is { } kind)
        {
            var wanted = (Domain.Network.DisputeKind)kind;
            query = query.Where(one => one.Skills.Contains(wanted));
        }

        var away = MediatorAway.Leaves(db, time.GetUtcNow());
        query = query.Named(search, one => one.Name);
        var found = await query.Join(db.Set<Organisation>(), one => one.OrganisationId, organisation => organisation.Id,
                (one, organisation) => new { one, organisation.Name, organisation.ChargesFee, AwayUntil = away.Where(leave => leave.PersonId == one.PersonId).Max(leave => (DateOnly?)leave.LastDay) })
            .OrderBy(row => row.one.OpenCases >= row.one.Capacity).ThenBy(row => row.one.Grade).ThenBy(row => row.one.OpenCases).ThenBy(row => row.one.Id)
            .Skip(Math.Max(0, skip ?? 0)).Take(Math.Clamp(take ?? 50, 1, 200)).ToListAsync(cancellation);
        // Of one page: who is away changes by the day, and no index is in that order.
        return [.. found.OrderBy(row => row.AwayUntil is not null).Select(row => new MediatorView(
            row.one.Id, row.one.Name, row.one.OrganisationId, row.Name, [.. row.one.Skills.Select(kind => (DisputeKind)kind)], (MediatorPool)row.one.Pool, row.one.Grade, row.ChargesFee,
            row.one.Introduction, row.one.OpenCases, row.one.Capacity, row.AwayUntil))];
    }
}
