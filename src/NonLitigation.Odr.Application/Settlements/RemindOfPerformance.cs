using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Domain.Law;
using NonLitigation.Odr.Domain.Settlements;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Settlements;

/// <summary>
/// Reminds before the due day, on it and on the day after, and asks how it went some days after the last. Every node looks
/// (<c>Odr:Settlements:ReminderSweep</c>, five minutes); the performance's row lock and the reminder's key make each exactly one.
/// </summary>
public sealed partial class RemindOfPerformance(IServiceScopeFactory scopes, IConfiguration configuration, TimeProvider time, ILogger<RemindOfPerformance> logger)
    : Sweep(configuration.GetValue("Odr:Settlements:ReminderSweep", TimeSpan.FromMinutes(5)), logger)
{
    private const int MostAtOnce = 200;

    /// <summary>Nobody's phone rings at night: hours of the day in China, the second not included.</summary>
    private const int FirstHour = 8, LastHour = 21;

    /// <summary>Those of which something is due about now and that nobody has looked at today.</summary>
    protected override async Task<List<Guid>> DueAsync(CancellationToken cancellation)
    {
        if (time.GetUtcNow().ToOffset(Deadline.ChinaOffset).Hour is < FirstHour or >= LastHour) return [];
        await using var scope = scopes.CreateAsyncScope();
        var today = Deadline.DayOf(time.GetUtcNow());
        var (from, to) = (today.AddDays(-Reminders.DaysOfGrace), today.AddDays(Reminders.DaysBefore(today)));
        return await scope.ServiceProvider.GetRequiredService<OdrDb>().Set<Performance>()
            .Where(p => (p.RemindedOn == null || p.RemindedOn < today)
                && ((p.ClosedAt == null && p.Obligations.Any(o => o.DueOn >= from && o.DueOn <= to)) || (p.FollowUpOn >= from && p.FollowUpOn <= today)))
            .OrderBy(p => p.FollowUpOn).ThenBy(p => p.Id).Select(p => p.Id).Take(MostAtOnce).ToListAsync(cancellation);
    }

    protected override async Task DoAsync(Guid id, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OdrDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.Database.ExecuteSqlAsync($"select 1 from performances where id = {id} for update", cancellation);
        var performance = await PerformanceFile.Whole(db).SingleAsync(p => p.Id == id, cancellation);
        var today = Deadline.DayOf(time.GetUtcNow());
        if (performance.RemindedOn >= today) return; // another node was first
        var sent = await scope.ServiceProvider.GetRequiredService<ReminderSending>().SendAsync(db, performance, today, cancellation);
        performance.RemindedToday(today);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        if (sent > 0) LogReminded(logger, id, sent);
    }

    [LoggerMessage(LogLevel.Information, "Performance {Performance}: {Count} reminders")]
    private static partial void LogReminded(ILogger logger, Guid performance, int count);
}
