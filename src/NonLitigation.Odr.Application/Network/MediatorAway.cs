using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Domain.Law;
using NonLitigation.Odr.Domain.Network;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Network;

/// <summary>
/// Whether a mediator is on leave while the first steps of a case would be his: today, or before his answer to an appointment is due (court rules art. 12).
/// Only the day on which it ends is told.
/// </summary>
public static class MediatorAway
{
    /// <returns>The last day of his leave; null when he is not away then.</returns>
    public static async Task<DateOnly?> UntilAsync(OdrDb db, Guid mediatorPersonId, DateTimeOffset now, CancellationToken cancellation) =>
        await Leaves(db, now).Where(one => one.PersonId == mediatorPersonId).MaxAsync(one => (DateOnly?)one.LastDay, cancellation);

    /// <summary>Leaves that fall into the first steps of a case that somebody is given at <paramref name="now"/>.</summary>
    public static IQueryable<MediatorLeave> Leaves(OdrDb db, DateTimeOffset now)
    {
        var (today, due) = (Deadline.DayOf(now), Deadline.DayOf(Deadline.Of(LawRules.AcceptAppointment, now).DueAt));
        return db.Set<MediatorLeave>().AsNoTracking().Where(one => one.CancelledAt == null && one.FirstDay <= due && today <= one.LastDay);
    }
}
