using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Cases;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Law;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Domain.Shared;
using NonLitigation.Odr.Persistence.Rooms;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Rooms;

/// <summary>A party or the mediator proposes that each takes part when he can; every party answers for himself, may take it back, and the mediator gives turns (人民法院在线调解规则 16).</summary>
public sealed class AgreeOnDifferentTimes(CaseChange change, ITranscript transcript, ReadDifferentTimes read, SpreadMessages messages)
{
    public Task<CaseDifferentTimesView> Propose(Caller caller, Guid caseId, ProposeDifferentTimesRequest request, CancellationToken cancellation) =>
        RunAsync(caller, caseId, [SecuredObject.CaseFile], async (act, scope) =>
        {
            var open = await SpreadFile.OpenAsync(change.Db, caseId, cancellation);
            if (open?.Id == request.Id) return;
            SpreadRules.Pending.When(open is not null);
            var spread = DifferentTimes.Propose(request.Id, act.Room, caseId, act.Facts.PersonId, act.Facts.Party?.Id, request.LastDay, request.TurnHours, act.Asked, Deadline.DayOf(act.Now), act.Now);
            change.Db.Add(spread);
            messages.Asked(change.Db, act.Facts.Case, act.Room, act.Facts.Case.TakingPart.Where(party => party.Id != act.Facts.Party?.Id));
            await scope.AppendAsync(EntryDraft.Note(act.Room, TranscriptKind.System, act.Facts.PersonId, SpreadFile.Proposed(spread)), cancellation);
            await SpreadFile.SettleAsync(scope, spread, act.Asked, act.Now, cancellation);
        }, cancellation);

    public Task<CaseDifferentTimesView> Answer(Caller caller, Guid caseId, Guid id, AnswerDifferentTimesRequest request, CancellationToken cancellation) =>
        RunAsync(caller, caseId, [SecuredObject.CaseFile], async (act, scope) =>
        {
            if (act.Facts.Party is not { TakesPart: true } party) throw SpreadRules.PartyAnswers.Refused();
            var spread = await FindAsync(caseId, id, cancellation);
            if (!spread.Answer(party.Id, act.Facts.PersonId, request.Consents, act.Asked, act.Now)) return;
            await scope.AppendAsync(EntryDraft.Note(act.Room, TranscriptKind.System, act.Facts.PersonId, SpreadFile.Answered(spread, party.Name, request.Consents)), cancellation);
            await SpreadFile.SettleAsync(scope, spread, act.Asked, act.Now, cancellation);
        }, cancellation);

    public Task<CaseDifferentTimesView> Turn(Caller caller, Guid caseId, Guid id, GiveTurnRequest request, CancellationToken cancellation) =>
        RunAsync(caller, caseId, [SecuredObject.CasePresiding], async (act, scope) =>
        {
            var spread = await FindAsync(caseId, id, cancellation);
            spread.GiveTurn(request.PartyId, act.Asked, act.Now);
            var party = act.Facts.Case.TakingPart.First(one => one.Id == request.PartyId);
            messages.Turn(change.Db, act.Facts.Case, act.Room, [party]);
            await scope.AppendAsync(EntryDraft.Note(act.Room, TranscriptKind.System, act.Facts.PersonId, SpreadFile.Turn(spread, party.Name)), cancellation);
        }, cancellation);

    public Task<CaseDifferentTimesView> End(Caller caller, Guid caseId, Guid id, CancellationToken cancellation) =>
        RunAsync(caller, caseId, [SecuredObject.CasePresiding], async (act, scope) =>
        {
            var spread = await FindAsync(caseId, id, cancellation);
            if (spread.Finish(Domain.Rooms.SpreadEnd.Mediator, act.Now)) await SpreadFile.SettleAsync(scope, spread, act.Asked, act.Now, cancellation);
        }, cancellation);

    private async Task<DifferentTimes> FindAsync(Guid caseId, Guid id, CancellationToken cancellation)
    {
        var spread = await change.Db.Set<DifferentTimes>().FirstOrDefaultAsync(one => one.Id == id && one.CaseId == caseId, cancellation);
        SpreadRules.Missing.When(spread is null);
        return spread;
    }

    private async Task<CaseDifferentTimesView> RunAsync(Caller caller, Guid caseId, SecuredObject[] what, Func<SpreadAct, ITranscriptScope, Task> does, CancellationToken cancellation)
    {
        await change.RunAsync(caller, caseId, what, async (facts, now) =>
        {
            SpreadRules.NotInMediation.When(facts.Case.Stage != CaseStage.InMediation);
            var room = await SittingFile.RoomAsync(change.Db, caseId, cancellation) ?? throw SpreadRules.NotInMediation.Refused();
            await transcript.WithinAsync(change.Db, async scope =>
            {
                await HoldLock.TakeAsync(change.Db, room, cancellation);
                await does(new(facts, room, await SpreadFile.AskedAsync(change.Db, room, cancellation), now), scope);
                return true;
            }, cancellation);
        }, cancellation);
        return await read.Handle(caller, caseId, cancellation);
    }

    private sealed record SpreadAct(CaseFacts Facts, Guid Room, IReadOnlyCollection<Guid> Asked, DateTimeOffset Now);
}
