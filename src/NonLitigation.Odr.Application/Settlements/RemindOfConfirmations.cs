using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NonLitigation.Odr.Application.Accounts;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Domain.Settlements;
using NonLitigation.Odr.Persistence.Cases;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Settlements;

/// <summary>
/// Reminds, once, whoever has not answered a joint application when a week of its thirty days is left. Every node looks, once a minute
/// (<c>Odr:Cases:ClockSweep</c>); the lock sees to it that each is reminded once.
/// </summary>
public sealed class RemindOfConfirmations(IServiceScopeFactory scopes, IConfiguration configuration, TimeProvider time, ILogger<RemindOfConfirmations> logger)
    : Sweep(configuration.GetValue("Odr:Cases:ClockSweep", TimeSpan.FromMinutes(1)), logger)
{
    private const int MostAtOnce = 200;
    private static readonly TimeSpan Before = TimeSpan.FromDays(7);
    /// <summary>No thirty days are shorter.</summary>
    private static readonly TimeSpan AtLeast = TimeSpan.FromDays(30) - Before;

    protected override async Task<List<Guid>> DueAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var before = time.GetUtcNow() - AtLeast;
        return await scope.ServiceProvider.GetRequiredService<OdrDb>().Set<Confirmation>()
            .Where(one => one.State == ConfirmationState.Joining && one.RemindedAt == null && one.EffectiveAt <= before)
            .OrderBy(one => one.EffectiveAt).Select(one => one.CaseId).Take(MostAtOnce).ToListAsync(cancellation);
    }

    protected override async Task DoAsync(Guid id, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OdrDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await ConfirmationFile.LockAsync(db, id, cancellation);
        var file = await ConfirmationFile.LoadAsync(db, (await CaseRows.FindAsync(db, id, cancellation))!, cancellation);
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
}
