using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Accounts;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Enterprises;
using NonLitigation.Odr.Domain.Enterprises;
using NonLitigation.Odr.Domain.Law;
using NonLitigation.Odr.Persistence.Shared;
using WireScope = NonLitigation.Odr.Contracts.Enterprises.MandateScope;

namespace NonLitigation.Odr.Application.Enterprises;

/// <summary>The enterprises that the caller speaks for, and those whose butler he is.</summary>
public sealed class ListEnterprises(OdrDb db, TimeProvider time)
{
    public async Task<IReadOnlyList<EnterpriseSummaryView>> Handle(Caller caller, CancellationToken cancellation)
    {
        var today = Deadline.DayOf(time.GetUtcNow());
        var own = await Own(db, caller.Person, today).AsNoTracking().AsSplitQuery().OrderBy(one => one.Name).ThenBy(one => one.Id).ToListAsync(cancellation);
        return [.. own.Select(one => View(one, one.MandateOf(caller.Person, today)))];
    }

    internal static IQueryable<Enterprise> Own(OdrDb db, Guid person, DateOnly today) => db.Set<Enterprise>().Where(one =>
        one.Mandates.Any(mandate => mandate.PersonId == person && mandate.EndedAt == null && mandate.ValidTo >= today)
        || one.Butlers.Any(seat => seat.PersonId == person && seat.EndedAt == null));

    private static EnterpriseSummaryView View(Enterprise one, Mandate? mandate) =>
        new(one.Id, one.Name, one.Area, one.RoomId, (WireScope?)mandate?.Scope, mandate?.ValidTo);
}

/// <summary>Tells a person which enterprises are his.</summary>
public sealed class EnterprisesOfMe(TimeProvider time) : IMeFacts
{
    public async Task FillAsync(OdrDb db, Guid personId, MeFacts facts, CancellationToken cancellation) =>
        facts.EnterpriseIds.AddRange(await ListEnterprises.Own(db, personId, Deadline.DayOf(time.GetUtcNow())).OrderBy(one => one.Name).ThenBy(one => one.Id).Select(one => one.Id).ToListAsync(cancellation));
}
