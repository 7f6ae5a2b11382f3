using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Persistence.Cases;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Rooms;

/// <summary>
/// Reminds a day and an hour before a sitting, and calls off what still stands in a case that has ended or has another mediator. Every node looks
/// (<c>Odr:Rooms:SittingSweep</c>, half a minute); the case's row lock and the sitting's own mark make each exactly one.
/// </summary>
public sealed partial class RemindOfSittings(IServiceScopeFactory scopes, IConfiguration configuration, TimeProvider time, ILogger<RemindOfSittings> logger)
    : Sweep(configuration.GetValue("Odr:Rooms:SittingSweep", TimeSpan.FromSeconds(30)), logger)
{
    private const int MostAtOnce = 200;

    protected override async Task<List<Guid>> DueAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (db, now) = (scope.ServiceProvider.GetRequiredService<OdrDb>(), time.GetUtcNow());
        return await (from sitting in db.Set<Sitting>()
                      join file in db.Set<Case>() on sitting.CaseId equals file.Id
                      where sitting.RemindAt <= now
                          || ((sitting.State == SittingState.Proposed || (sitting.State == SittingState.Fixed && sitting.StartsAt > now))
                              && (file.Stage == CaseStage.Agreed || file.Stage == CaseStage.Closed || file.MediatorPersonId != sitting.MediatorPersonId))
                      orderby sitting.StartsAt, sitting.Id
                      select sitting.Id).Take(MostAtOnce).ToListAsync(cancellation);
    }

    protected override async Task DoAsync(Guid id, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OdrDb>();
        var messages = scope.ServiceProvider.GetRequiredService<SittingMessages>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var caseId = await db.Set<Sitting>().Where(one => one.Id == id).Select(one => one.CaseId).SingleAsync(cancellation);
        await CaseRows.LockAsync(db, caseId, cancellation);
        var file = await CaseRows.FindAsync(db, caseId, cancellation) ?? throw new InvalidOperationException($"Sitting {id} has no case.");
        var (sitting, now) = (await SittingFile.FindAsync(db, caseId, id, cancellation), time.GetUtcNow());
        if (file.HasEnded || file.MediatorPersonId != sitting.MediatorPersonId)
        {
            if (sitting.State == SittingState.Cancelled) return; // another node was first
            sitting.Cancel(file.HasEnded ? "案件已经结束 / The case has ended" : "调解员已更换 / The mediator has changed", now);
            await messages.CancelledAsync(db, file, sitting, cancellation);
            await scope.ServiceProvider.GetRequiredService<SittingFile>().RecordAsync(db, caseId, null, SittingEntries.Cancelled(sitting), cancellation);
        }
        else if (sitting.RemindAt is not null && sitting.TakeReminder(now) is { } reminder)
        {
            await messages.RemindAsync(db, file, sitting, reminder, cancellation);
            LogReminded(logger, id, reminder);
        }
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    [LoggerMessage(LogLevel.Information, "Sitting {Sitting}: reminder {Reminder}")]
    private static partial void LogReminded(ILogger logger, Guid sitting, SittingReminder reminder);
}
