using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Domain.Law;
using NonLitigation.Odr.Domain.Network;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Domain.Shared;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Rooms;

/// <summary>A mediator's own leave. It moves no sitting by itself: what clashes is shown until he has moved it, called it off or handed the case over. No new one is fixed in it.</summary>
public sealed class KeepLeave(OdrDb db, ListSittings sittings, TimeProvider time)
{
    public async Task<IReadOnlyList<LeaveView>> Read(Caller caller, CancellationToken cancellation)
    {
        var (me, today) = (caller.Person, Deadline.DayOf(time.GetUtcNow()));
        var leaves = await db.Set<MediatorLeave>().AsNoTracking().Where(one => one.PersonId == me && one.CancelledAt == null && one.LastDay >= today).OrderBy(one => one.FirstDay).ToListAsync(cancellation);
        if (leaves.Count == 0) return [];
        var own = await sittings.Handle(caller, cancellation);
        return [.. leaves.Select(one => new LeaveView(one.Id, one.FirstDay, one.LastDay, [.. own.Where(sitting => On(one, sitting.StartsAt, sitting.Minutes))]))];
    }

    public async Task<IReadOnlyList<LeaveView>> Take(Caller caller, TakeLeaveRequest request, CancellationToken cancellation)
    {
        var me = caller.Person;
        LeaveRules.ForMediators.When(!await db.Set<Mediator>().AnyAsync(one => one.PersonId == me, cancellation));
        await ChangeAsync(me, async now =>
        {
            if (await db.Set<MediatorLeave>().AnyAsync(one => one.Id == request.Id && one.PersonId == me, cancellation)) return;
            var others = await db.Set<MediatorLeave>().AsNoTracking().Where(one => one.PersonId == me && one.CancelledAt == null).ToListAsync(cancellation);
            db.Add(MediatorLeave.Take(request.Id, me, request.FirstDay, request.LastDay, others, Deadline.DayOf(now), now));
        }, cancellation);
        return await Read(caller, cancellation);
    }

    public async Task<IReadOnlyList<LeaveView>> Cancel(Caller caller, Guid leaveId, CancellationToken cancellation)
    {
        var me = caller.Person;
        await ChangeAsync(me, async now =>
        {
            var leave = await db.Set<MediatorLeave>().FirstOrDefaultAsync(one => one.Id == leaveId && one.PersonId == me, cancellation);
            SharedRules.NotFound.When(leave is null);
            leave.Cancel(now);
        }, cancellation);
        return await Read(caller, cancellation);
    }

    /// <summary>Asked inside the transaction of an act on sittings, whose lock a leave takes as well: neither can slip past the other.</summary>
    internal static async Task RefuseOnLeaveAsync(OdrDb db, Guid mediator, IEnumerable<SittingSlot> slots, CancellationToken cancellation)
    {
        var leaves = await db.Set<MediatorLeave>().AsNoTracking().Where(one => one.PersonId == mediator && one.CancelledAt == null).ToListAsync(cancellation);
        foreach (var slot in slots)
            if (leaves.Find(one => On(one, slot.StartsAt, slot.Minutes)) is { } leave) throw SittingsRules.OnLeave(leave.FirstDay, leave.LastDay).Refused();
    }

    private static bool On(MediatorLeave leave, DateTimeOffset startsAt, int minutes) => leave.Covers(Deadline.DayOf(startsAt)) || leave.Covers(Deadline.DayOf(startsAt.AddMinutes(minutes).AddTicks(-1)));

    private async Task ChangeAsync(Guid me, Func<DateTimeOffset, Task> act, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({"sittings:" + me}, 0))", cancellation);
        await act(time.GetUtcNow());
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }
}
