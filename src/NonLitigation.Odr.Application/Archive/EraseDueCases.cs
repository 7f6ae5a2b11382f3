using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NonLitigation.Odr.Application.Evidence;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Evidence;
using NonLitigation.Odr.Domain.Law;
using NonLitigation.Odr.Domain.Settlements;
using NonLitigation.Odr.Persistence.Rooms;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Archive;

/// <summary>
/// Erases the contents of cases whose term of retention is over (<c>Odr:Archive:EraseSweep</c>, ten minutes). Whether the time has come is decided by the
/// database's function <c>erase_case</c>, by its own clock, never under a hold. Files on the disk follow the commit; a crash between finds them again.
/// </summary>
public sealed partial class EraseDueCases(IServiceScopeFactory scopes, IConfiguration configuration, TimeProvider time, ILogger<EraseDueCases> logger)
    : Sweep(configuration.GetValue("Odr:Archive:EraseSweep", TimeSpan.FromMinutes(10)), logger)
{
    private const int MostAtOnce = 20;

    protected override async Task<List<Guid>> DueAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OdrDb>();
        var today = Deadline.DayOf(time.GetUtcNow());
        var still = today.AddDays(-3 * 366);
        var underWay = RecordsFile.UnderWay(db, time.GetUtcNow());
        return await db.Set<CaseRetention>().Where(kept => kept.FilesErasedAt == null && (kept.ErasedAt != null || (kept.EndsOn < today
            && !db.Set<LegalHold>().Any(hold => hold.CaseId == kept.CaseId && hold.ReleasedAt == null)
            && !db.Set<Confirmation>().Any(one => one.CaseId == kept.CaseId && RecordsFile.AtCourt.Contains(one.State))
            && !underWay.Any(one => one.CaseId == kept.CaseId)
            && !db.Set<Performance>().Any(one => one.CaseId == kept.CaseId && one.ClosedAt == null && one.Obligations.Any(owed => owed.DueOn > still)))))
            .OrderBy(kept => kept.EndsOn).Select(kept => kept.CaseId).Take(MostAtOnce).ToListAsync(cancellation);
    }

    protected override async Task DoAsync(Guid id, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OdrDb>();
        var erasedAt = await db.Set<CaseRetention>().Where(kept => kept.CaseId == id).Select(kept => kept.ErasedAt).SingleAsync(cancellation);
        // A second node that calls it finds the case erased and is refused; what is left for it is the files.
        if (erasedAt is null) await db.Database.SqlQuery<string>($"select erase_case as \"Value\" from erase_case({id})").ToListAsync(cancellation);
        await EraseFilesAsync(db, scope.ServiceProvider.GetRequiredService<ExhibitStore>(), id, cancellation);
        await db.Set<CaseRetention>().Where(kept => kept.CaseId == id && kept.FilesErasedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(kept => kept.FilesErasedAt, time.GetUtcNow()), cancellation);
        if (erasedAt is null) LogErased(logger, id);
    }

    /// <summary>Bytes that another case shows too stay for it.</summary>
    private static async Task EraseFilesAsync(OdrDb db, ExhibitStore store, Guid caseId, CancellationToken cancellation)
    {
        var mine = db.Set<Exhibit>().Where(one => one.CaseId == caseId || db.Set<RoomRow>().Any(room => room.Id == one.RoomId && room.CaseId == caseId));
        foreach (var sha256 in await mine.Select(one => one.Sha256).Distinct().ToListAsync(cancellation))
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
            await ExhibitStore.LockAsync(db, sha256, cancellation);
            // An exhibit without a name is one whose case was erased.
            if (!await db.Set<Exhibit>().AnyAsync(one => one.Sha256 == sha256 && one.Name != "", cancellation)) store.Erase(sha256);
            await transaction.CommitAsync(cancellation);
        }
    }

    [LoggerMessage(LogLevel.Information, "The contents of case {CaseId} were erased: its term of retention is over")]
    private static partial void LogErased(ILogger logger, Guid caseId);
}
