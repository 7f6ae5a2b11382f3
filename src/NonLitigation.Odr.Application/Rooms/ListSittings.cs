using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Law;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Persistence.Rooms;
using NonLitigation.Odr.Persistence.Shared;
using RoomKind = NonLitigation.Odr.Domain.Rooms.RoomKind;
using SittingState = NonLitigation.Odr.Domain.Rooms.SittingState;

namespace NonLitigation.Odr.Application.Rooms;

/// <summary>A mediator's own calendar from today (in China) on: what is fixed, and what he has proposed and may become fixed.</summary>
public sealed class ListSittings(OdrDb db, TimeProvider time)
{
    private const int Most = 200;

    public async Task<IReadOnlyList<OwnSittingView>> Handle(Caller caller, CancellationToken cancellation)
    {
        var (me, today) = (caller.Person, Deadline.EndOf(Deadline.DayOf(time.GetUtcNow()).AddDays(-1)).ToUniversalTime());
        var own = await (from sitting in db.Set<Sitting>().AsNoTracking()
                         join file in db.Set<Case>() on sitting.CaseId equals file.Id
                         where sitting.MediatorPersonId == me && file.MediatorPersonId == me
                             && (sitting.State == SittingState.Proposed || (sitting.State == SittingState.Fixed && sitting.StartsAt >= today))
                         orderby sitting.StartsAt
                         select new { Sitting = sitting, file.Number, file.Title, Room = db.Set<RoomRow>().Where(r => r.CaseId == file.Id && r.Kind == RoomKind.Joint).Select(r => (Guid?)r.Id).FirstOrDefault() })
            .Take(Most).ToListAsync(cancellation);
        return
        [
            .. own.SelectMany(one => (one.Sitting.Slot is { } slot ? [slot] : one.Sitting.Proposed).Select(slot =>
                new OwnSittingView(one.Sitting.Id, one.Sitting.CaseId, one.Number, one.Title, one.Room, slot.StartsAt, slot.Minutes, slot.Place, one.Sitting.State == SittingState.Fixed)))
                .Where(one => one.StartsAt >= today).OrderBy(one => one.StartsAt),
        ];
    }
}
