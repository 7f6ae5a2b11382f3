using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Settlements;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Settlements;
using NonLitigation.Odr.Domain.Shared;
using AgreementState = NonLitigation.Odr.Domain.Settlements.AgreementState;

namespace NonLitigation.Odr.Application.Settlements;

/// <summary>The draft as it lies on the table: its versions, who writes, who has looked, what was said about it.</summary>
public sealed class ReadDrafting(AgreementChange change)
{
    public async Task<DraftingView> Handle(Caller caller, Guid caseId, CancellationToken cancellation) =>
        await ViewAsync(await change.ReadAsync(caller, caseId, cancellation), cancellation);

    /// <summary>The reader says up to which version he has looked; the mark never goes back.</summary>
    public async Task<DraftingView> LookedAsync(Caller caller, Guid caseId, LookedAtDraftRequest request, CancellationToken cancellation)
    {
        var file = await change.ReadAsync(caller, caseId, cancellation);
        var history = await DraftHistory.ReadAsync(change.Db, file, cancellation);
        SharedRules.NotFound.When(request.Version == 0);
        _ = history.Seen(request.Version);
        await change.Db.Database.ExecuteSqlAsync($"""
            insert into agreement_readings as marked (agreement_id, person_id, version, at) values ({file.Agreement.Id}, {file.Person}, {request.Version}, {change.Now})
            on conflict (agreement_id, person_id) do update set version = excluded.version, at = excluded.at where marked.version < excluded.version
            """, cancellation);
        if (!file.Presides) await change.TellAsync(file, [file.Roster.Mediator.PersonId]);
        return await ViewAsync(file, cancellation);
    }

    internal async Task<DraftingView> ViewAsync(AgreementFile file, CancellationToken cancellation)
    {
        var (agreement, db) = (file.Agreement, change.Db);
        var history = await DraftHistory.ReadAsync(db, file, cancellation);
        var readings = await db.Set<AgreementReading>().AsNoTracking().Where(r => r.AgreementId == agreement.Id).ToListAsync(cancellation);
        var editor = file.Presides || agreement.OnTableSince is not null ? await EditLeases.RunningAsync(db, file.Case.Id, cancellation) : null;
        var drafting = agreement.State == AgreementState.Draft && file.Case.Stage == CaseStage.InMediation;
        return new(
            file.Case.Id, (Contracts.Settlements.AgreementState)agreement.State, history.Latest, readings.Find(r => r.PersonId == file.Person)?.Version ?? 0,
            agreement.Rounds.Select(round => round.Version).Where(number => number < history.Latest).Select(number => (int?)number).Max(), agreement.OnTableSince,
            drafting && file.Presides && agreement.OnTableSince is null && agreement.Version > 0, drafting && file.Presides && agreement.OnTableSince is not null,
            drafting && history.Shown.ContainsKey(history.Latest), drafting && file.Presides,
            editor?.View(file.Person), [.. history.Versions.Select(v => View(v, history))],
            file.Presides ? [.. readings.Select(r => new ReaderView(file.NameOf(r.PersonId), r.Version, r.At)).Where(r => r.Name.Length > 0)] : [],
            await DraftComments.ViewAsync(history, drafting, cancellation));
    }

    private static VersionView View(VersionLine v, DraftHistory history) =>
        new(v.Number, v.Name, v.At, (Contracts.Settlements.VersionOrigin)v.Origin, v.RestoredFrom, history.Shown.ContainsKey(v.Number), history.IsFrozen(v.Number));
}

internal static class DraftingNames
{
    public static EditorView View(this EditLease lease, Guid reader) => new(lease.Name, lease.PersonId == reader, lease.PersonId == reader ? lease.Desk : null, lease.Since, lease.Until);

    /// <summary>As whom somebody is at this table: a party's name, or the mediator's.</summary>
    public static string NameOf(this AgreementFile file, Guid person) =>
        file.Case.MediatorPersonId == person ? file.Case.MediatorName! : file.Roster.Parties.FirstOrDefault(p => p.PersonId == person)?.Name ?? "";
}
