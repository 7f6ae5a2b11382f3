using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Cases;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Network;
using NonLitigation.Odr.Domain.Settlements;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Archive;

/// <summary>What is kept of a case after its end, as one of its people has it before him.</summary>
internal sealed record RecordsFile(
    CaseFacts Facts, Organisation Organisation, CaseRetention? Retention, List<LegalHold> Holds, List<DeletionRequest> Requests, List<SealOpening> Openings,
    List<CaseFileCopy> Copies, IReadOnlyList<SealObstacle> Obstacles)
{
    internal static readonly ConfirmationState[] AtCourt = [ConfirmationState.Sending, ConfirmationState.Filed, ConfirmationState.Accepted, ConfirmationState.MoreAsked];
    private static readonly RouteState[] Awaiting = [RouteState.Ready, RouteState.Sending, RouteState.Filed, RouteState.Accepted, RouteState.MoreAsked];
    private static readonly ConfirmationState[] BeforeCourt = [ConfirmationState.Joining, ConfirmationState.Joined];

    public Guid CaseId => Facts.Case.Id;

    public bool Keeps => CaseAccess.Sees(Facts.Relation, false, [SecuredObject.CaseRecordsKeeping]);

    public bool IsHeld => Holds.Exists(hold => hold.ReleasedAt is null);

    /// <summary>Parties, mediator and the caller himself, with their names.</summary>
    public IEnumerable<(Guid PersonId, string Name)> Readers(string callerName) =>
        Facts.Case.Parties.Where(party => party.PersonId is not null).Select(party => (party.PersonId!.Value, party.Name))
            .Concat(Facts.Case.MediatorPersonId is { } mediator ? [(mediator, Facts.Case.MediatorName ?? "")] : [])
            .Append((Facts.PersonId, callerName)).DistinctBy(one => one.Item1);

    public static async Task<RecordsFile> ReadAsync(OdrDb db, CaseAccess access, Caller caller, Guid caseId, SecuredObject what, DateTimeOffset now, CancellationToken cancellation)
    {
        var facts = await access.GetAsync(db, caller, caseId, cancellation, what);
        var retention = await db.Set<CaseRetention>().FirstOrDefaultAsync(one => one.CaseId == caseId, cancellation);
        var holds = await db.Set<LegalHold>().Where(one => one.CaseId == caseId).OrderBy(one => one.PlacedAt).ToListAsync(cancellation);
        return new(
            facts, await db.Set<Organisation>().AsNoTracking().SingleAsync(one => one.Id == facts.Case.OrganisationId, cancellation), retention, holds,
            await db.Set<DeletionRequest>().Where(one => one.CaseId == caseId).OrderBy(one => one.AskedAt).ToListAsync(cancellation),
            await db.Set<SealOpening>().Where(one => one.CaseId == caseId).OrderBy(one => one.OpenedAt).ToListAsync(cancellation),
            await db.Set<CaseFileCopy>().AsNoTracking().Where(one => one.CaseId == caseId).OrderBy(one => one.At).ToListAsync(cancellation),
            await ObstaclesAsync(db, facts.Case, holds, now, cancellation));
    }

    /// <summary>Applications to court or notary that await something, and deposits that may still be collected (民法典 574).</summary>
    internal static IQueryable<RouteApplication> UnderWay(OdrDb db, DateTimeOffset now)
    {
        var lapsed = now.AddYears(-5);
        return db.Set<RouteApplication>().Where(one => Awaiting.Contains(one.State)
            || (one.Act == RouteAct.NotarialDeposit && one.State == RouteState.Granted && one.CollectedAt == null && one.GrantedAt > lapsed));
    }

    /// <summary>For what the file is still needed.</summary>
    private static async Task<IReadOnlyList<SealObstacle>> ObstaclesAsync(OdrDb db, Case file, List<LegalHold> holds, DateTimeOffset now, CancellationToken cancellation)
    {
        var found = new List<SealObstacle>();
        if (!file.HasEnded) found.Add(SealObstacle.NotEnded);
        if (await db.Set<Performance>().AnyAsync(one => one.CaseId == file.Id && one.ClosedAt == null, cancellation)) found.Add(SealObstacle.Performance);
        if (await db.Set<Confirmation>().AsNoTracking().Where(one => one.CaseId == file.Id).ToListAsync(cancellation) is var all
            && all.Any(one => AtCourt.Contains(one.State) || (BeforeCourt.Contains(one.State) && !one.Term.IsOver(now)))) found.Add(SealObstacle.Confirmation);
        if (await UnderWay(db, now).AnyAsync(one => one.CaseId == file.Id, cancellation)) found.Add(SealObstacle.Route);
        if (holds.Exists(hold => hold.ReleasedAt is null)) found.Add(SealObstacle.Hold);
        if (await db.Set<Outcome>().AnyAsync(one => one.CaseId == file.Id && one.State == OutcomeState.Preparing, cancellation)) found.Add(SealObstacle.Document);
        return found;
    }
}
