using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Cases;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Enterprises;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Enterprises;

/// <summary>Whoever serves or served an enterprise, as its butler or as one of its people, never mediates a case to which it is a party.</summary>
public sealed class ButlerConflict : IConflictCheck
{
    private static readonly ConflictReason Served = new("现任或曾任一方企业的管家或代表", "serves or served one of the enterprises as butler or representative");

    public async Task<ConflictReason?> ConflictAsync(OdrDb db, Guid mediatorPersonId, Guid caseId, CancellationToken cancellation)
    {
        var served = await db.Set<Enterprise>().AsNoTracking().AsSplitQuery()
            .Where(one => one.Butlers.Any(seat => seat.PersonId == mediatorPersonId) || one.Mandates.Any(mandate => mandate.PersonId == mediatorPersonId)).ToListAsync(cancellation);
        if (served.Count == 0) return null;
        var opened = await db.Set<EnterpriseSpeaker>().Where(one => one.CaseId == caseId).Select(one => one.EnterpriseId).ToListAsync(cancellation);
        if (served.Exists(one => opened.Contains(one.Id))) return Served;
        var parties = await db.Set<Party>().AsNoTracking().Where(one => one.CaseId == caseId).Select(one => new { one.Name, one.IdNumber, one.PersonId }).ToListAsync(cancellation);
        return served.Exists(one => parties.Exists(party => one.Is(party.Name, party.IdNumber, party.PersonId))) ? Served : null;
    }
}
