using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Accounts;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Network;
using NonLitigation.Odr.Domain.Accounts;
using NonLitigation.Odr.Domain.Network;
using NonLitigation.Odr.Domain.Shared;
using NonLitigation.Odr.Persistence.Network;
using NonLitigation.Odr.Persistence.Shared;
using GuideBackground = NonLitigation.Odr.Domain.Network.GuideBackground;

namespace NonLitigation.Odr.Application.Network;

/// <summary>An operator pairs the organisations of his part of the network (his own and those below it) with bodies of the law, names their guides, and ends both.</summary>
public sealed class KeepPairings(OdrDb db, PairingViews views, AccountOfAContact accounts, TimeProvider time)
{
    /// <summary>Of the caller's part of the network, the running ones first, with all that was before.</summary>
    public async Task<IReadOnlyList<PairingView>> Handle(Caller caller, CancellationToken cancellation) => await views.ListAsync(Of(caller.PersonId), cancellation);

    /// <exception cref="RefusalException"><see cref="SharedRules.NotFound"/>: an organisation outside the caller's part of the network, or there is none such.</exception>
    public async Task<PairingView> Handle(Caller caller, MakePairingRequest request, CancellationToken cancellation)
    {
        var organisation = await Organisations(caller.PersonId).FirstOrDefaultAsync(one => one.Id == request.OrganisationId, cancellation) ?? throw SharedRules.NotFound.Refused();
        var partner = await db.Set<Organisation>().FirstOrDefaultAsync(one => one.Id == request.PartnerId, cancellation) ?? throw SharedRules.NotFound.Refused();
        var pairing = new Pairing(organisation, partner, caller.Person, time.GetUtcNow());
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.Database.ExecuteSqlAsync($"select 1 from organisations where id = {organisation.Id} for update", cancellation);
        PairingRules.AlreadyPaired.When(await db.Set<Pairing>().AnyAsync(one => one.OrganisationId == organisation.Id && one.PartnerId == partner.Id && one.EndedAt == null, cancellation));
        db.Add(pairing);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return await ViewAsync(pairing.Id, cancellation);
    }

    public Task<PairingView> EndAsync(Caller caller, Guid pairingId, CancellationToken cancellation) =>
        ChangeAsync(caller, pairingId, (pairing, now) =>
        {
            pairing.End(caller.Person, now);
            return Task.CompletedTask;
        }, cancellation);

    public Task<PairingView> Handle(Caller caller, Guid pairingId, NameGuideRequest request, CancellationToken cancellation) => ChangeAsync(caller, pairingId, async (pairing, now) =>
    {
        PairingRules.GuideNeedsContact.When(!Contact.TryParse(request.Contact, out var contact));
        PairingRules.GuideNeedsName.When(string.IsNullOrWhiteSpace(request.Name) || !PersonNames.IsPlain(request.Name.Trim()));
        PairingRules.Ended.When(pairing.EndedAt is not null);
        var person = await accounts.FindOrMakeAsync(contact, request.Name.Trim(), cancellation);
        db.Add(pairing.Name(person, request.Name, (GuideBackground)request.Background, caller.Person, now));
    }, cancellation);

    public Task<PairingView> ReleaseAsync(Caller caller, Guid pairingId, Guid guideId, CancellationToken cancellation) => ChangeAsync(caller, pairingId, (pairing, now) =>
    {
        pairing.Release(guideId, caller.Person, now);
        return Task.CompletedTask;
    }, cancellation);

    private async Task<PairingView> ChangeAsync(Caller caller, Guid pairingId, Func<Pairing, DateTimeOffset, Task> act, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.Database.ExecuteSqlAsync($"select 1 from pairings where id = {pairingId} for update", cancellation);
        await act(await Of(caller.PersonId).FirstOrDefaultAsync(one => one.Id == pairingId, cancellation) ?? throw SharedRules.NotFound.Refused(), time.GetUtcNow());
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return await ViewAsync(pairingId, cancellation);
    }

    private async Task<PairingView> ViewAsync(Guid id, CancellationToken cancellation) => (await views.ListAsync(db.Set<Pairing>().Where(one => one.Id == id), cancellation)).Single();

    private IQueryable<Pairing> Of(Guid? keeper) => db.Set<Pairing>().Where(one => Organisations(keeper).Any(organisation => organisation.Id == one.OrganisationId));

    /// <summary>The keeper's own organisation and those below it.</summary>
    private IQueryable<Organisation> Organisations(Guid? keeper) => db.Set<Organisation>().Where(one =>
        db.Set<OperatorSeat>().Any(seat => seat.PersonId == keeper && db.Set<Organisation>().Any(own => own.Id == seat.OrganisationId && one.Path.StartsWith(own.Path))));
}
