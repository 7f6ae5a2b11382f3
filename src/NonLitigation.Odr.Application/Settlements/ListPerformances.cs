using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Settlements;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Law;
using NonLitigation.Odr.Domain.Settlements;
using NonLitigation.Odr.Persistence.Network;
using NonLitigation.Odr.Persistence.Shared;
using ObligationState = NonLitigation.Odr.Domain.Settlements.ObligationState;

namespace NonLitigation.Odr.Application.Settlements;

/// <summary>What the caller has to supervise and is not yet performed: his own cases as mediator, those of his organisation as its operator; the latest first.</summary>
public sealed class ListPerformances(OdrDb db, TimeProvider time)
{
    private const int MostRows = 200;

    public async Task<IReadOnlyList<PerformanceSummaryView>> Handle(Caller caller, CancellationToken cancellation)
    {
        var me = caller.Person;
        var supervised = db.Set<Case>().Where(one => one.MediatorPersonId == me || db.Set<OperatorSeat>().Any(seat => seat.PersonId == me && seat.OrganisationId == one.OrganisationId));
        var open = await PerformanceFile.Whole(db).AsNoTracking().Where(p => p.ClosedAt == null && supervised.Any(one => one.Id == p.CaseId))
            .OrderBy(p => p.Obligations.Min(o => o.DueOn)).ThenBy(p => p.Id).Take(MostRows).ToListAsync(cancellation);
        var ids = open.Select(p => p.CaseId).ToList();
        var cases = await db.Set<Case>().Where(one => ids.Contains(one.Id)).Select(one => new { one.Id, one.Number, one.Title }).ToDictionaryAsync(one => one.Id, cancellation);
        var today = Deadline.DayOf(time.GetUtcNow());
        return [.. open.Select(p => View(p, cases[p.CaseId].Number, cases[p.CaseId].Title, today)).OrderByDescending(one => one.DaysLate).ThenByDescending(one => one.Disputed).ThenBy(one => one.NextDueOn)];
    }

    private static PerformanceSummaryView View(Performance performance, string number, string title, DateOnly today)
    {
        FollowedObligation[] left = [.. performance.Obligations.Where(one => !one.IsPerformed)];
        return new(
            performance.CaseId, number, title, performance.Obligations.Count, performance.Obligations.Count - left.Length,
            left.Count(one => one.DaysLate(today) > 0), left.Count(one => one.StateOn(today) == ObligationState.Disputed), left.Max(one => one.DaysLate(today)), left.Min(one => one.DueOn));
    }
}
