using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Network;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Domain.Shared;
using NonLitigation.Odr.Persistence.Network;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Rooms;

/// <summary>Cases below the operator in which somebody waits unheard although the mediator was told; number, mediator and time, one row for each case and nothing of its rooms.</summary>
public sealed class ReadUnattended(OdrDb db, WaitLimits limits)
{
    private const int MostRows = 100;

    /// <exception cref="RefusalException">Not found for whoever is no operator.</exception>
    public async Task<UnattendedView> Handle(Caller caller, CancellationToken cancellation)
    {
        var own = await OwnAsync(db, caller, cancellation);
        var rows = await (from wait in db.Set<RoomWait>()
                          join file in db.Set<Case>() on wait.CaseId equals file.Id
                          join organisation in db.Set<Organisation>() on file.OrganisationId equals organisation.Id
                          where wait.EndedAt == null && wait.AttendedAt == null && wait.OperatorsToldAt != null && file.EndedAt == null && organisation.Path.StartsWith(own.Path)
                          group wait by new { file.Id, file.Number, file.MediatorName, Organisation = organisation.Name } into waits
                          orderby waits.Min(one => one.Since)
                          select new UnattendedCaseView(waits.Key.Id, waits.Key.Number, waits.Key.MediatorName, waits.Key.Organisation, waits.Min(one => one.Since), waits.Min(one => one.OperatorsToldAt)!.Value))
            .Take(MostRows).ToListAsync(cancellation);
        return new(rows, await db.Set<AttentionLimit>().Where(one => one.OrganisationId == own.Id).Select(one => (int?)one.Minutes).FirstOrDefaultAsync(cancellation), limits.Default.TotalMinutes);
    }

    internal static async Task<Organisation> OwnAsync(OdrDb db, Caller caller, CancellationToken cancellation)
    {
        var me = caller.Person;
        return await db.Set<Organisation>().AsNoTracking().FirstOrDefaultAsync(one => db.Set<OperatorSeat>().Any(seat => seat.PersonId == me && seat.OrganisationId == one.Id), cancellation)
            ?? throw SharedRules.NotFound.Refused();
    }
}

/// <summary>The operator's organisation decides after how long somebody is alerted; it holds from now on.</summary>
public sealed class SetAttentionLimit(OdrDb db, ReadUnattended read, TimeProvider time)
{
    public async Task<UnattendedView> Handle(Caller caller, SetAttentionLimitRequest request, CancellationToken cancellation)
    {
        var own = await ReadUnattended.OwnAsync(db, caller, cancellation);
        var limit = await db.Set<AttentionLimit>().FirstOrDefaultAsync(one => one.OrganisationId == own.Id, cancellation);
        if (limit is null) db.Add(limit = new AttentionLimit(own.Id));
        limit.Set(request.Minutes, caller.Person, time.GetUtcNow());
        await db.SaveChangesAsync(cancellation);
        return await read.Handle(caller, cancellation);
    }
}
