using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NonLitigation.Odr.Application.Accounts;
using NonLitigation.Odr.Domain.Settlements;
using NonLitigation.Odr.Persistence.Cases;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Settlements;

/// <summary>
/// Reminds, once, whoever has not answered a joint application when a week of its thirty days is left. Every node looks, once a minute
/// (<c>Odr:Cases:ClockSweep</c>); the lock sees to it that each is reminded once.
/// </summary>
public sealed partial class RemindOfConfirmations(IServiceScopeFactory scopes, IConfiguration configuration, TimeProvider time, ILogger<RemindOfConfirmations> logger) : BackgroundService
{
    private const int MostAtOnce = 200;
    private static readonly TimeSpan Before = TimeSpan.FromDays(7);
    /// <summary>No thirty days are shorter.</summary>
    private static readonly TimeSpan AtLeast = TimeSpan.FromDays(30) - Before;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(configuration.GetValue("Odr:Cases:ClockSweep", TimeSpan.FromMinutes(1)));
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                foreach (var one in await WaitingAsync(stoppingToken)) await RemindAsync(one, stoppingToken);
            }
            catch (Exception failure) when (failure is System.Data.Common.DbException or DbUpdateException or InvalidOperationException or TimeoutException)
            {
                LogLater(logger, failure);
            }
        }
    }

    private async Task<List<Guid>> WaitingAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var before = time.GetUtcNow() - AtLeast;
        return await scope.ServiceProvider.GetRequiredService<OdrDb>().Set<Confirmation>()
            .Where(one => one.State == ConfirmationState.Joining && one.RemindedAt == null && one.EffectiveAt <= before)
            .OrderBy(one => one.EffectiveAt).Select(one => one.CaseId).Take(MostAtOnce).ToListAsync(cancellation);
    }

    private async Task RemindAsync(Guid caseId, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OdrDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await ConfirmationFile.LockAsync(db, caseId, cancellation);
        var file = await ConfirmationFile.LoadAsync(db, (await CaseRows.FindAsync(db, caseId, cancellation))!, cancellation);
        if (file.Confirmation is not { State: ConfirmationState.Joining, RemindedAt: null } confirmation) return;
        var now = time.GetUtcNow();
        // Free days may have moved the end: the week is counted back from the end itself. Once that has passed, the page says so.
        if (confirmation.Term.DueAt - now > Before) return;
        confirmation.Remind(now);
        if (!confirmation.Term.IsOver(now))
        {
            ConfirmationNotices.Add(db, scope.ServiceProvider.GetRequiredService<IDeliveries>(), scope.ServiceProvider.GetRequiredService<PublicAddress>(), file, ConfirmationNotices.Reminder);
        }
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    [LoggerMessage(LogLevel.Warning, "Unanswered joint applications could not be looked at; tried again at the next round")]
    private static partial void LogLater(ILogger logger, Exception failure);
}
