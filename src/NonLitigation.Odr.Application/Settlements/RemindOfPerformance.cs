using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NonLitigation.Odr.Domain.Law;
using NonLitigation.Odr.Domain.Settlements;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Settlements;

/// <summary>
/// Reminds before the due day, on it and on the day after, and asks how it went some days after the last. Every node looks
/// (<c>Odr:Settlements:ReminderSweep</c>, five minutes); the performance's row lock and the reminder's key make each exactly one.
/// </summary>
public sealed partial class RemindOfPerformance(IServiceScopeFactory scopes, IConfiguration configuration, TimeProvider time, ILogger<RemindOfPerformance> logger) : BackgroundService
{
    private const int MostAtOnce = 200;

    /// <summary>Nobody's phone rings at night: hours of the day in China, the second not included.</summary>
    private const int FirstHour = 8, LastHour = 21;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(configuration.GetValue("Odr:Settlements:ReminderSweep", TimeSpan.FromMinutes(5)));
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (time.GetUtcNow().ToOffset(Deadline.ChinaOffset).Hour is < FirstHour or >= LastHour) continue;
            List<Guid> waiting = [];
            await TryAsync(async () => waiting = await WaitingAsync(stoppingToken));
            // One that fails keeps nobody else waiting.
            foreach (var one in waiting) await TryAsync(() => RemindAsync(one, stoppingToken));
        }
    }

    private async Task TryAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception failure) when (failure is System.Data.Common.DbException or DbUpdateException or InvalidOperationException or TimeoutException)
        {
            LogLater(logger, failure);
        }
    }

    /// <summary>Those of which something is due about now and that nobody has looked at today.</summary>
    private async Task<List<Guid>> WaitingAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var today = Deadline.DayOf(time.GetUtcNow());
        var (from, to) = (today.AddDays(-Reminders.DaysOfGrace), today.AddDays(Reminders.DaysBefore(today)));
        return await scope.ServiceProvider.GetRequiredService<OdrDb>().Set<Performance>()
            .Where(p => (p.RemindedOn == null || p.RemindedOn < today)
                && ((p.ClosedAt == null && p.Obligations.Any(o => o.DueOn >= from && o.DueOn <= to)) || (p.FollowUpOn >= from && p.FollowUpOn <= today)))
            .OrderBy(p => p.FollowUpOn).ThenBy(p => p.Id).Select(p => p.Id).Take(MostAtOnce).ToListAsync(cancellation);
    }

    private async Task RemindAsync(Guid performanceId, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OdrDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.Database.ExecuteSqlAsync($"select 1 from performances where id = {performanceId} for update", cancellation);
        var performance = await PerformanceFile.Whole(db).SingleAsync(p => p.Id == performanceId, cancellation);
        var today = Deadline.DayOf(time.GetUtcNow());
        if (performance.RemindedOn >= today) return; // another node was first
        var sent = await scope.ServiceProvider.GetRequiredService<ReminderSending>().SendAsync(db, performance, today, cancellation);
        performance.RemindedToday(today);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        if (sent > 0) LogReminded(logger, performanceId, sent);
    }

    [LoggerMessage(LogLevel.Information, "Performance {Performance}: {Count} reminders")]
    private static partial void LogReminded(ILogger logger, Guid performance, int count);

    [LoggerMessage(LogLevel.Warning, "What is due could not be looked at; tried again at the next round")]
    private static partial void LogLater(ILogger logger, Exception failure);
}
