using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Network;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Cases;

/// <summary>When a case ends, by whatever act, its mediator has a place for another one.</summary>
public sealed class PlaceOfAnEndedCase(IMediatorCapacity capacity) : ICaseReaction
{
    public async Task CaseClosedAsync(OdrDb db, Guid caseId, string reason, CancellationToken cancellation)
    {
        var mediator = await db.Set<Case>().Where(one => one.Id == caseId).Select(one => one.MediatorId).FirstOrDefaultAsync(cancellation);
        if (mediator is { } seated) await capacity.ReleaseAsync(db, seated, cancellation);
    }
}
