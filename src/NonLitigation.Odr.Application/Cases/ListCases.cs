using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Cases;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Network;
using NonLitigation.Odr.Domain.Shared;
using NonLitigation.Odr.Persistence.Network;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Cases;

public enum CaseListKind { Mine, Queue, Board }

/// <summary>A party's own cases; a mediator's queue, the next clock first; an operator's board of his subtree: status and clocks, no content.</summary>
public sealed class ListCases(OdrDb db, TimeProvider time)
{
    private const int MostRows = 200;

    private sealed record Row(
        Guid Id, string Number, string Title, Domain.Network.DisputeKind Kind, Domain.Cases.CaseStage Stage, Domain.Cases.ClosingReason? ClosingReason, Guid OrganisationId, string? MediatorName,
        DateTimeOffset FiledAt, DateTimeOffset ChangedAt, DateTimeOffset? ChoosingSince, DateTimeOffset? AppointedAt, DateTimeOffset? AcceptedAt,
        IReadOnlyList<TermExtension> Extensions, IReadOnlyList<TermSuspension> Suspensions)
    {
        public DateTimeOffset? SealedAt { get; init; }
    }

    private Expression<Func<Case, Row>> AsRow => one => new Row(
        one.Id, one.Number, one.Title, one.Kind, one.Stage, one.ClosingReason, one.OrganisationId, one.MediatorName,
        one.FiledAt, one.ChangedAt, one.ChoosingSince, one.AppointedAt, one.AcceptedAt, one.Extensions, one.Suspensions)
    {
        SealedAt = db.Set<CaseRetention>().Where(kept => kept.CaseId == one.Id).Select(kept => kept.SealedAt).FirstOrDefault(),
    };

    /// <exception cref="RefusalException"><see cref="CasesRules.NoSuchList"/>.</exception>
    public static CaseListKind KindOf(string? view) => view switch
    {
        null or "mine" => CaseListKind.Mine,
        "queue" => CaseListKind.Queue,
        "board" => CaseListKind.Board,
        _ => throw CasesRules.NoSuchList.Refused(),
    };

    public async Task<IReadOnlyList<CaseSummaryView>> Handle(Caller caller, CaseListKind kind, int? skip, int? take, CancellationToken cancellation)
    {
        var me = caller.PersonId ?? throw SharedRules.NotFound.Refused();
        var own = kind != CaseListKind.Board ? null : await db.Set<Organisation>().AsNoTracking()
            .FirstOrDefaultAsync(one => db.Set<OperatorSeat>().Any(seat => seat.PersonId == me && seat.OrganisationId == one.Id), cancellation);
        if (kind == CaseListKind.Board && own is null) return [];
        var rows = await Chosen(kind, me, own?.Path).AsNoTracking().OrderByDescending(one => one.ChangedAt).ThenBy(one => one.Id)
            .Skip(Math.Max(0, skip ?? 0)).Take(Math.Clamp(take ?? MostRows, 1, MostRows)).Select(AsRow).ToListAsync(cancellation);
        var names = await NamesAsync(rows, cancellation);
        // What a person wrote as the title stays with the organisation that has the case.
        var views = rows.Select(row => View(row, names[row.OrganisationId], kind != CaseListKind.Board || row.OrganisationId == own?.Id));
        return kind == CaseListKind.Queue ? [.. views.OrderBy(view => view.NextClock?.DueAt ?? DateTimeOffset.MaxValue)] : [.. views];
    }

    /// <summary>Status, clocks and titles of cases that the caller has found to be his to list; the newest first.</summary>
    public async Task<IReadOnlyList<CaseSummaryView>> OfAsync(IReadOnlyCollection<Guid> caseIds, CancellationToken cancellation)
    {
        var rows = await db.Set<Case>().AsNoTracking().Where(one => caseIds.Contains(one.Id)).OrderByDescending(one => one.ChangedAt).ThenBy(one => one.Id).Select(AsRow).ToListAsync(cancellation);
        var names = await NamesAsync(rows, cancellation);
        return [.. rows.Select(row => View(row, names[row.OrganisationId], withTitle: true))];
    }

    private async Task<Dictionary<Guid, string>> NamesAsync(List<Row> rows, CancellationToken cancellation)
    {
        var organisations = rows.Select(row => row.OrganisationId).Distinct().ToList();
        return await db.Set<Organisation>().Where(one => organisations.Contains(one.Id)).ToDictionaryAsync(one => one.Id, one => one.Name, cancellation);
    }

    private IQueryable<Case> Chosen(CaseListKind kind, Guid me, string? subtree) => kind switch
    {
        CaseListKind.Mine => db.Set<Case>().Where(one => one.Parties.Any(party => party.PersonId == me)),
        CaseListKind.Queue => db.Set<Case>().Where(one => one.MediatorPersonId == me && one.EndedAt == null),
        _ => from one in db.Set<Case>()
             join organisation in db.Set<Organisation>() on one.OrganisationId equals organisation.Id
             where organisation.Path.StartsWith(subtree!)
             select one,
    };

    private CaseSummaryView View(Row row, string organisation, bool withTitle)
    {
        var clocks = CaseClocks.Running(row.Stage, row.Kind, row.FiledAt, row.ChoosingSince, row.AppointedAt, row.AcceptedAt,
            Case.TermChangesOf(row.Extensions, row.Suspensions, row.AcceptedAt));
        return new CaseSummaryView(
            row.Id, row.Number, withTitle && row.SealedAt is null ? row.Title : "", (Contracts.Network.DisputeKind)row.Kind, (Contracts.Cases.CaseStage)row.Stage,
            (Contracts.Cases.ClosingReason?)row.ClosingReason, organisation, row.MediatorName, row.FiledAt, row.ChangedAt,
            clocks.Count == 0 ? null : CaseViews.View(clocks[0], time.GetUtcNow()), row.SealedAt);
    }
}

public sealed class ReadCase(OdrDb db, CaseViews views)
{
    public Task<CaseView> Handle(Caller caller, Guid caseId, CancellationToken cancellation) => views.ReadAsync(db, caller, caseId, cancellation);
}
