using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Network;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Network;
using NonLitigation.Odr.Domain.Shared;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Cases;

/// <summary>Whether a mediator may and can take a case, and taking his place.</summary>
public sealed class MediatorSeating(IMediatorCapacity capacity, IEnumerable<IConflictCheck> conflicts)
{
    /// <exception cref="RefusalException">Unknown, suspended, or with a connection to the case.</exception>
    public async Task<MediatorSeat> FindAsync(OdrDb db, Case file, Guid mediatorId, CancellationToken cancellation)
    {
        var mediator = await db.Set<Mediator>().AsNoTracking().FirstOrDefaultAsync(one => one.Id == mediatorId, cancellation);
        if (mediator is not { SuspendedAt: null, PersonId: { } person }) throw CasesRules.NoSuchMediator.Refused();
        await RefuseConflictAsync(db, file, person, cancellation);
        return new MediatorSeat(mediator.Id, person, mediator.Name);
    }

    /// <exception cref="RefusalException"><see cref="CasesRules.MediatorInConflict"/>, with the reason as its sentence.</exception>
    public async Task RefuseConflictAsync(OdrDb db, Case file, Guid mediatorPersonId, CancellationToken cancellation)
    {
        CasesRules.MediatorInConflict.When(file.PartyOf(mediatorPersonId) is not null);
        foreach (var check in conflicts)
            if (await check.ConflictAsync(db, mediatorPersonId, file.Id, cancellation) is { } reason)
                throw (CasesRules.MediatorInConflict with { Zh = $"{CasesRules.MediatorInConflict.Zh}（{reason.Zh}）", En = $"{CasesRules.MediatorInConflict.En} (The mediator {reason.En}.)" }).Refused();
    }

    /// <exception cref="RefusalException"><see cref="CasesRules.MediatorAtCapacity"/>.</exception>
    public async Task TakePlaceAsync(OdrDb db, Guid mediatorId, CancellationToken cancellation) =>
        CasesRules.MediatorAtCapacity.When(!await capacity.TryTakeAsync(db, mediatorId, cancellation));

    /// <summary>Seats whom all have chosen; when he cannot take the case any more, all choose again.</summary>
    public async Task ConcludeAsync(OdrDb db, Case file, DateTimeOffset now, CancellationToken cancellation)
    {
        if (file.ChosenByAll is not { } chosen) return;
        try
        {
            var seat = await FindAsync(db, file, chosen, cancellation);
            await TakePlaceAsync(db, chosen, cancellation);
            file.ConcludeChoice(seat, now);
        }
        catch (RefusalException refusal) when (refusal.Code is var code && (code == CasesRules.MediatorAtCapacity.Code || code == CasesRules.MediatorInConflict.Code || code == CasesRules.NoSuchMediator.Code))
        {
            file.VoidChoices(now);
        }
    }
}
