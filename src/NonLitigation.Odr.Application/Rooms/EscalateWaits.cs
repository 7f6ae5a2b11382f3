using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Shared;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Persistence.Cases;
using NonLitigation.Odr.Persistence.Rooms;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Rooms;

/// <summary>
/// Nothing rings unheard: who sits in a lobby or has written and is not attended to within the limit, of him the mediator is told, after as long again the
/// operators of the organisation. Every node looks (<c>Odr:Rooms:Waits:Sweep</c>, ten seconds); the waits' row locks make each telling exactly one.
/// </summary>
public sealed partial class EscalateWaits(IServiceScopeFactory scopes, IConfiguration configuration, WaitLimits limits, WaitingRooms waiting, TimeProvider time, ILogger<EscalateWaits> logger)
    : Sweep(configuration.GetValue("Odr:Rooms:Waits:Sweep", TimeSpan.FromSeconds(10)), logger)
{
    protected override async Task<List<Guid>> DueAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var noticed = await waiting.LookAsync(now, limits.Default, cancellation);
        foreach (var ended in noticed.Ended) await TellBoardsAsync(ended, cancellation);
        return limits.MayRing(now) ? [.. noticed.Due] : [];
    }

    protected override async Task DoAsync(Guid id, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (db, notices) = (scope.ServiceProvider.GetRequiredService<OdrDb>(), scope.ServiceProvider.GetRequiredService<WaitNotices>());
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        // In the order of the key, so that two nodes never hold what the other waits for.
        await db.Database.ExecuteSqlAsync($"select 1 from room_waits where case_id = {id} and ended_at is null order by id for update", cancellation);
        var waits = await db.Set<RoomWait>().Where(one => one.CaseId == id && one.EndedAt == null && one.AttendedAt == null).ToListAsync(cancellation);
        if (waits.Count == 0 || await CaseRows.FindAsync(db, id, cancellation) is not { EndedAt: null } file) return;
        var (now, limit) = (time.GetUtcNow(), await limits.OfAsync(db, file.OrganisationId, cancellation));
        var (forOperators, forMediator) = (waits.FindAll(one => one.TellsOperators(now, limit)), waits.FindAll(one => one.TellsMediator(now, limit)));
        // A late look finds both due: then whoever can act at once is told, and only he.
        forMediator.RemoveAll(forOperators.Contains);
        if (forMediator.Count > 0) await notices.TellMediatorAsync(db, file, cancellation);
        foreach (var wait in forMediator) wait.MediatorWasTold(now);
        if (forOperators.Count > 0) await notices.TellOperatorsAsync(db, file, now - forOperators.Min(one => one.Since), cancellation);
        foreach (var wait in forOperators) wait.OperatorsWereTold(now);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        if (forMediator.Count + forOperators.Count == 0) return;
        LogTold(logger, file.Number, forMediator.Count, forOperators.Count);
        if (forOperators.Count > 0) await TellBoardsAsync(id, cancellation);
    }

    private async Task TellBoardsAsync(Guid caseId, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OdrDb>();
        var organisation = await db.Set<Case>().Where(one => one.Id == caseId).Select(one => one.OrganisationId).SingleAsync(cancellation);
        var operators = await WaitNotices.OperatorsAsync(db, organisation, cancellation);
        await scope.ServiceProvider.GetRequiredService<INudges>().ChangedAsync(operators, ChangeTopic.Waits, caseId);
    }

    [LoggerMessage(LogLevel.Information, "Somebody waits unheard in {Case}: told the mediator of {Mediator}, the organisation of {Organisation}")]
    private static partial void LogTold(ILogger logger, string @case, int mediator, int organisation);
}
