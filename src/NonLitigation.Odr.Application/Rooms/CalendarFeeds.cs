using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Accounts;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Network;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Domain.Shared;
using NonLitigation.Odr.Persistence.Accounts;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Rooms;

/// <summary>A mediator's calendar for subscribing in his own program: made, made anew (the old address is dead), revoked, read by whoever has the address.</summary>
public sealed class CalendarFeeds(OdrDb db, SittingCalendar calendar, PublicAddress address, TimeProvider time)
{
    private static readonly TimeSpan Past = TimeSpan.FromDays(30);

    public async Task<CalendarFeedView> Read(Caller caller, CancellationToken cancellation)
    {
        var me = caller.Person;
        return new(await db.Set<CalendarFeed>().Where(one => one.PersonId == me).Select(one => (DateTimeOffset?)one.MadeAt).FirstOrDefaultAsync(cancellation), null);
    }

    public async Task<CalendarFeedView> Make(Caller caller, CancellationToken cancellation)
    {
        var me = caller.Person;
        SittingsRules.FeedForMediators.When(!await db.Set<Mediator>().AnyAsync(one => one.PersonId == me, cancellation));
        var (feed, secret) = CalendarFeed.Make(me, time.GetUtcNow());
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({"calendar:" + me}, 0))", cancellation);
        await db.Set<CalendarFeed>().Where(one => one.PersonId == me).ExecuteDeleteAsync(cancellation);
        db.Add(feed);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return new(feed.MadeAt, new Uri(address.Root, $"api/calendars/{secret}").AbsoluteUri);
    }

    public async Task<CalendarFeedView> Revoke(Caller caller, CancellationToken cancellation)
    {
        var me = caller.Person;
        await db.Set<CalendarFeed>().Where(one => one.PersonId == me).ExecuteDeleteAsync(cancellation);
        return new(null, null);
    }

    /// <exception cref="RefusalException">Not found: never made, revoked, or of somebody whose account was suspended.</exception>
    public async Task<string> Subscribe(string secret, CancellationToken cancellation)
    {
        var hash = CalendarFeed.HashOf(secret);
        var person = await (from feed in db.Set<CalendarFeed>() join account in db.Set<Account>() on feed.PersonId equals account.Id
                            where feed.SecretHash == hash && account.SuspendedAt == null select (Guid?)account.Id).FirstOrDefaultAsync(cancellation);
        SharedRules.NotFound.When(person is null);
        var since = time.GetUtcNow() - Past;
        var sittings = await (from sitting in db.Set<Sitting>().AsNoTracking() join file in db.Set<Case>() on sitting.CaseId equals file.Id
                              where sitting.MediatorPersonId == person && sitting.StartsAt >= since orderby sitting.StartsAt select new { Sitting = sitting, file.Number }).ToListAsync(cancellation);
        return calendar.Feed(sittings.Select(one => (one.Sitting, one.Number)));
    }
}
