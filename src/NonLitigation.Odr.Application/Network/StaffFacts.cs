using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Accounts;
using NonLitigation.Odr.Domain.Network;
using NonLitigation.Odr.Persistence.Network;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Network;

/// <summary>Tells a mediator, an operator or a legal guide which place he has.</summary>
public sealed class StaffFacts : IMeFacts
{
    public async Task FillAsync(OdrDb db, Guid personId, MeFacts facts, CancellationToken cancellation)
    {
        var mediator = await db.Set<Mediator>().AsNoTracking().Where(one => one.PersonId == personId).Select(one => new { one.Id, one.OrganisationId }).SingleOrDefaultAsync(cancellation);
        facts.MediatorId = mediator?.Id;
        facts.OrganisationId = mediator?.OrganisationId
            ?? await db.Set<OperatorSeat>().Where(seat => seat.PersonId == personId).Select(seat => (Guid?)seat.OrganisationId).SingleOrDefaultAsync(cancellation);
        var partner = await db.Set<LegalGuide>().Where(one => one.PersonId == personId && one.EndedAt == null).OrderBy(one => one.From)
            .Join(db.Set<Pairing>(), one => one.PairingId, pairing => pairing.Id, (_, pairing) => (Guid?)pairing.PartnerId).FirstOrDefaultAsync(cancellation);
        facts.Guides = partner is not null;
        facts.OrganisationId ??= partner;
        if (facts.OrganisationId is { } organisation)
            facts.OrganisationName = await db.Set<Organisation>().Where(one => one.Id == organisation).Select(one => one.Name).SingleAsync(cancellation);
    }
}
