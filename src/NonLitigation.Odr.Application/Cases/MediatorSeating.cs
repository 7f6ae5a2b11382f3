using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Network;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Network;
using NonLitigation.Odr.Domain.Shared;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Cases;

/// <summary>Whether a mediator may and can take a case, and taking his place.</summary>
public sealed class MediatorSeating(IMediatorCapacity capacity, IEnumerable<IConflictCheck> conflicts, TimeProvider time)
{
    private const int MostAsked = 20;

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
        if (await ConflictAsync(db, file, mediatorPersonId, cancellation) is { } conflict) throw conflict.Refused();
    }

    /// <summary>
    /// Takes a place at somebody of the case's organisation who may take it: skilled in its kind first, then the least burdened. Nobody
    /// is asked twice: who declined this case, or let it lapse, is passed over, and so is who is away.
    /// </summary>
    /// <returns>Null when there is nobody.</returns>
    public async Task<MediatorSeat?> SeatSomebodyAsync(OdrDb db, Case file, CancellationToken cancellation)
    {
        var asked = await db.Set<CaseMove>().Where(move => move.CaseId == file.Id && (move.Act == CaseAct.Decline || move.Act == CaseAct.Lapse))
            .Select(move => move.PersonId).ToListAsync(cancellation);
        var away = MediatorAway.Leaves(db, time.GetUtcNow()).Select(leave => leave.PersonId);
        var free = await db.Set<Mediator>().AsNoTracking()
            .Where(one => one.OrganisationId == file.OrganisationId && one.PersonId != null && one.SuspendedAt == null && one.OpenCases < one.Capacity && !asked.Contains(one.PersonId) && !away.Contains(one.PersonId!.Value))
            .OrderBy(one => !one.Skills.Contains(file.Kind)).ThenBy(one => one.OpenCases).ThenBy(one => one.Grade).ThenBy(one => one.Id)
            .Take(MostAsked).ToListAsync(cancellation);
        foreach (var one in free)
            if (await ConflictAsync(db, file, one.PersonId!.Value, cancellation) is null && await capacity.TryTakeAsync(db, one.Id, cancellation))
                return new MediatorSeat(one.Id, one.PersonId.Value, one.Name);
        return null;
    }

    private async Task<RefusalReason?> ConflictAsync(OdrDb db, Case file, Guid mediatorPersonId, CancellationToken cancellation)
    {
        if (file.PartyOf(mediatorPersonId) is not null) return CasesRules.MediatorInConflict;
        foreach (var check in conflicts)
            if (await check.ConflictAsync(db, mediatorPersonId, file.Id, cancellation) is { } reason)
                return CasesRules.MediatorInConflict with { Zh = $"{CasesRules.MediatorInConflict.Zh}（{reason.Zh}）", En = $"{CasesRules.MediatorInConflict.En} (The mediator {reason.En}.)" };
        return null;
    }

    /// <exception cref="RefusalException"><see cref="CasesRules.MediatorAtCapacity"/>.</exception>
    public async Task TakePlaceAsync(OdrDb db, Guid mediatorId, CancellationToken cancellation) =>
        CasesRules.MediatorAtCapacity.When(!await capacity.TryTakeAsync(db, mediatorId, cancellation));

    /// <summary>Whether a leave of his was entered after somebody had chosen him: that one was not told of it.</summary>
    public static async Task<bool> SomebodyWasNotToldAsync(OdrDb db, Case file, Guid mediatorPersonId, DateTimeOffset now, CancellationToken cancellation)
    {
        var entered = await MediatorAway.Leaves(db, now).Where(one => one.PersonId == mediatorPersonId).MaxAsync(one => (DateTimeOffset?)one.MadeAt, cancellation);
        if (entered is null) return false;
        var chosen = await db.Set<CaseMove>().AsNoTracking().Where(move => move.CaseId == file.Id && move.Act == CaseAct.Choose).ToListAsync(cancellation);
        // What is being decided just now is not written yet; who chose on filing has no move of his own.
        var moves = chosen.Concat(file.Moves.Where(move => move.Act == CaseAct.Choose)).ToList();
        return file.TakingPart.Any(party => moves.Where(move => move.PersonId == party.PersonId).Select(move => move.At).DefaultIfEmpty(file.FiledAt).Max() < entered);
    }

    /// <summary>Seats whom all have chosen; when he cannot take the case any more, or is away and not all knew, all choose again.</summary>
    public async Task ConcludeAsync(OdrDb db, Case file, DateTimeOffset now, CancellationToken cancellation)
    {
        if (file.ChosenByAll is not { } chosen) return;
        try
        {
            var seat = await FindAsync(db, file, chosen, cancellation);
            if (await SomebodyWasNotToldAsync(db, file, seat.PersonId, now, cancellation))
            {
                file.VoidChoices(now);
                return;
            }
            await TakePlaceAsync(db, chosen, cancellation);
            file.ConcludeChoice(seat, now);
        }
        catch (RefusalException refusal) when (refusal.Code is var code && (code == CasesRules.MediatorAtCapacity.Code || code == CasesRules.MediatorInConflict.Code || code == CasesRules.NoSuchMediator.Code))
        {
            file.VoidChoices(now);
        }
    }
}
