using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Cases;
using NonLitigation.Odr.Application.Rooms;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Settlements;
using NonLitigation.Odr.Contracts.Shared;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Domain.Settlements;
using NonLitigation.Odr.Domain.Shared;
using NonLitigation.Odr.Persistence.Cases;
using NonLitigation.Odr.Persistence.Rooms;
using NonLitigation.Odr.Persistence.Shared;
using SheetKind = NonLitigation.Odr.Domain.Settlements.SheetKind;
using SheetState = NonLitigation.Odr.Domain.Settlements.SheetState;

namespace NonLitigation.Odr.Application.Settlements;

/// <summary>Undisputed facts and minutes: the mediator writes and asks, each party answers; every step but the writing stands in the joint room's record.</summary>
public sealed class SheetChange(OdrDb db, CaseAccess access, ITranscript transcript, IRooms rooms, INudges nudges, TimeProvider time)
{
    public Task<IReadOnlyList<SheetView>> WriteAsync(Caller caller, Guid caseId, WriteSheetRequest request, CancellationToken cancellation) =>
        RunAsync(caller, caseId, SecuredObject.CasePresiding, async act =>
        {
            var kind = (SheetKind)request.Kind;
            SettlementsRules.NotInMediation.When(act.Facts.Case.Stage is not (CaseStage.InMediation or CaseStage.Signing));
            var earlier = act.Sheets.Where(s => s.Kind == kind).ToList();
            var sheet = earlier.Find(s => s.State != SheetState.Confirmed);
            if (sheet is null) act.Sheets.Add(sheet = db.Add(Sheet.Begin(caseId, kind, earlier.Count + 1, act.Now)).Entity);
            sheet.Revise(request.ExpectedVersion, request.Text, act.Now);
            await db.SaveChangesAsync(cancellation);
        }, cancellation);

    public Task<IReadOnlyList<SheetView>> AskAsync(Caller caller, Guid caseId, Guid sheetId, AskSheetRequest request, CancellationToken cancellation) =>
        RunAsync(caller, caseId, SecuredObject.CasePresiding, async act =>
        {
            var sheet = act.Of(sheetId);
            sheet.Ask(request.ExpectedVersion, [.. act.Facts.Case.TakingPart.Where(p => p.PersonId is not null).Select(p => p.Id)], act.Now);
            await StoreAsync(act, SheetEntries.Asked(sheet), cancellation);
        }, cancellation);

    public Task<IReadOnlyList<SheetView>> AnswerAsync(Caller caller, Guid caseId, Guid sheetId, AnswerSheetRequest request, CancellationToken cancellation) =>
        RunAsync(caller, caseId, SecuredObject.CaseFile, async act =>
        {
            if (act.Facts.Party is not { TakesPart: true } party) throw SettlementsRules.SheetNotAsked.Refused();
            var sheet = act.Of(sheetId);
            var answer = sheet.Answer(party.Id, act.Facts.PersonId, request.Hash, request.Confirms, request.Correction, act.Now);
            await StoreAsync(act, SheetEntries.Answered(sheet, answer, party.Name, request.Hash), cancellation);
        }, cancellation);

    public async Task<IReadOnlyList<SheetView>> ReadAsync(Caller caller, Guid caseId, CancellationToken cancellation)
    {
        var facts = await access.GetAsync(db, caller, caseId, cancellation, SecuredObject.CaseFile, SecuredObject.CasePresiding);
        return new SheetAct(facts, null!, await SheetsAsync(caseId, cancellation), default).Views();
    }

    private async Task<IReadOnlyList<SheetView>> RunAsync(Caller caller, Guid caseId, SecuredObject what, Func<SheetAct, Task> does, CancellationToken cancellation)
    {
        var act = await transcript.WithinAsync(db, async scope =>
        {
            await CaseRows.LockAsync(db, caseId, cancellation);
            var facts = await access.GetAsync(db, caller, caseId, cancellation, what);
            var acting = new SheetAct(facts, scope, await SheetsAsync(caseId, cancellation), TranscriptEntry.ToMicroseconds(time.GetUtcNow()));
            await does(acting);
            return acting;
        }, cancellation);
        var people = act.Facts.Case.TakingPart.Where(p => p.PersonId is not null).Select(p => p.PersonId!.Value).ToList();
        await nudges.ChangedAsync([.. people, .. act.Facts.Case.MediatorPersonId is { } mediator ? new[] { mediator } : []], ChangeTopic.Agreement, caseId);
        return act.Views();
    }

    private async Task StoreAsync(SheetAct act, CanonicalObject body, CancellationToken cancellation)
    {
        await db.SaveChangesAsync(cancellation);
        if (await rooms.JointRoomOfAsync(db, act.Facts.Case.Id, cancellation) is { } room)
            await act.Scope.AppendAsync(EntryDraft.Note(room, TranscriptKind.Agreement, act.Facts.PersonId, body), cancellation);
    }

    private Task<List<Sheet>> SheetsAsync(Guid caseId, CancellationToken cancellation) =>
        db.Set<Sheet>().Where(s => s.CaseId == caseId).OrderBy(s => s.Kind).ThenBy(s => s.Number).ToListAsync(cancellation);
}

/// <summary>What an act on a case's sheets has at hand inside its transaction.</summary>
internal sealed record SheetAct(CaseFacts Facts, ITranscriptScope Scope, List<Sheet> Sheets, DateTimeOffset Now)
{
    private bool Presides => Facts.Case.MediatorPersonId == Facts.PersonId;

    /// <exception cref="RefusalException">Not found when the case has no such sheet, or the caller does not see it.</exception>
    public Sheet Of(Guid id) => Sheets.Find(s => s.Id == id && Sees(s)) ?? throw SharedRules.NotFound.Refused();

    /// <summary>A draft is the mediator's alone.</summary>
    public IReadOnlyList<SheetView> Views() => [.. Sheets.Where(Sees).Select(View)];

    private bool Sees(Sheet sheet) => Presides || (Facts.Party is { TakesPart: true } && sheet.State != SheetState.Draft);

    private SheetView View(Sheet s)
    {
        string NameOf(Guid party) => Facts.Case.Parties.FirstOrDefault(p => p.Id == party)?.Name ?? "";
        return new(
            s.Id, (Contracts.Settlements.SheetKind)s.Kind, s.Number, s.Version, (Contracts.Settlements.SheetState)s.State, s.Text, s.Hash,
            [.. s.Answers.Select(a => new SheetAnswerView(a.PartyId, NameOf(a.PartyId), a.Confirms, a.Correction, a.At))],
            s.State == SheetState.Asked ? [.. s.Asked.Where(party => s.Answers.All(a => a.PartyId != party)).Select(NameOf)] : [], s.ChangedAt, s.ConfirmedAt,
            Presides && s.State == SheetState.Draft, s.State == SheetState.Asked && Facts.Party is { } me && s.Asked.Contains(me.Id) && s.Answers.All(a => a.PartyId != me.Id));
    }
}
