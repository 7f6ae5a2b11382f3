using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Accounts;
using NonLitigation.Odr.Domain.Network;
using NonLitigation.Odr.Persistence.Network;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Network;

/// <summary>Tells a mediator or operator which place he has.</summary>
public sealed class StaffFacts : IMeFacts
{
    public async Task FillAsync(OdrDb db, Guid personId, MeFacts facts, CancellationToken cancellation)
    {
        var mediator = await db.Set<Mediator>().AsNoTracking().Where(one => one.PersonId == personId).Select(one => new { one.Id, one.OrganisationId }).SingleOrDefaultAsync(cancellation);
        facts.MediatorId = mediator?.Id;
        facts.OrganisationId = mediator?.OrganisationId
            ?? await db.Set<OperatorSeat>().Where(seat => seat.PersonId == personId).Select(seat => (Guid?)seat.OrganisationId).SingleOrDefaultAsync(cancellation);
        if (facts.OrganisationId is { } organisation)
            facts.OrganisationName = await db.Set<Organisation>().Where(one => one.Id == organisation).Select(one => one.Name).SingleAsync(cancellation);
    }
}
