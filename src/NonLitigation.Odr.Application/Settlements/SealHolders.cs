using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Domain.Network;
using NonLitigation.Odr.Domain.Settlements;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Settlements;

/// <summary>Whose seal an agreement gets: the presiding organisation's own, else the nearest above it that holds one.</summary>
internal static class SealHolders
{
    /// <returns>Name for the text (the seal's organisation, for it answers for the mediation), and the seal, null when there is none all the way up.</returns>
    public static async Task<(string OrganisationName, SigningSeal? Seal)> OfAsync(OdrDb db, Guid organisationId, CancellationToken cancellation)
    {
        var presiding = await db.Set<Organisation>().AsNoTracking().SingleAsync(o => o.Id == organisationId, cancellation);
        if (presiding.HoldsSeal) return (presiding.Name, new(presiding.Id, presiding.Name));
        var above = presiding.Path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(id => Guid.ParseExact(id, "N")).ToList();
        var holders = await db.Set<Organisation>().AsNoTracking().Where(o => above.Contains(o.Id) && o.HoldsSeal).ToListAsync(cancellation);
        var nearest = holders.MaxBy(o => o.Path.Length);
        return nearest is null ? (presiding.Name, null) : (nearest.Name, new(nearest.Id, nearest.Name));
    }
}
