using NonLitigation.Odr.Application.Cases;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Application.Rooms;

/// <summary>The presiding mediator proposes times for a sitting, fixes one, moves or cancels it.</summary>
public sealed class ScheduleSitting(CaseChange change, SittingViews views, SittingFile sittings, SittingMessages messages)
{
    public Task<CaseSittingsView> Handle(Caller caller, Guid caseId, ProposeSittingRequest request, CancellationToken cancellation) => RunAsync(caller, caseId, async (facts, now) =>
    {
        var slots = (request.Times ?? []).Select(time => new SittingSlot(time.StartsAt, time.Minutes, time.Place)).ToList();
        var own = await SittingFile.FixedAsync(change.Db, facts.PersonId, null, now, cancellation);
        await KeepLeave.RefuseOnLeaveAsync(change.Db, facts.PersonId, slots, cancellation);
        SittingsRules.Pending.When(await SittingViews.HasProposalAsync(change.Db, caseId, cancellation));
        var sitting = Sitting.Propose(caseId, facts.PersonId, slots, own, now);
        change.Db.Add(sitting);
        await messages.ProposedAsync(change.Db, facts.Case, sitting, cancellation);
        return SittingEntries.Proposed(sitting);
    }, cancellation);

    public Task<CaseSittingsView> Handle(Caller caller, Guid caseId, Guid sittingId, FixSittingRequest request, CancellationToken cancellation) => RunAsync(caller, caseId, async (facts, now) =>
    {
        var sitting = await SittingFile.FindAsync(change.Db, caseId, sittingId, cancellation);
        var own = await SittingFile.FixedAsync(change.Db, facts.PersonId, sittingId, now, cancellation);
        await KeepLeave.RefuseOnLeaveAsync(change.Db, facts.PersonId, sitting.Proposed.Skip(request.Number - 1).Take(1), cancellation);
        sitting.Fix(request.Number, own, now);
        await messages.FixedAsync(change.Db, facts.Case, sitting, cancellation);
        return SittingEntries.Fixed(sitting);
    }, cancellation);

    public Task<CaseSittingsView> Handle(Caller caller, Guid caseId, Guid sittingId, MoveSittingRequest request, CancellationToken cancellation) => RunAsync(caller, caseId, async (facts, now) =>
    {
        var sitting = await SittingFile.FindAsync(change.Db, caseId, sittingId, cancellation);
        var own = await SittingFile.FixedAsync(change.Db, facts.PersonId, sittingId, now, cancellation);
        var (before, to) = (sitting.Slot, new SittingSlot(request.StartsAt, request.Minutes, request.Place));
        await KeepLeave.RefuseOnLeaveAsync(change.Db, facts.PersonId, [to], cancellation);
        sitting.Move(to, request.Reason, own, now);
        await messages.MovedAsync(change.Db, facts.Case, sitting, cancellation);
        return SittingEntries.Moved(sitting, before!);
    }, cancellation);

    public Task<CaseSittingsView> Handle(Caller caller, Guid caseId, Guid sittingId, CancelSittingRequest request, CancellationToken cancellation) => RunAsync(caller, caseId, async (facts, now) =>
    {
        var sitting = await SittingFile.FindAsync(change.Db, caseId, sittingId, cancellation);
        sitting.Cancel(request.Reason, now);
        await messages.CancelledAsync(change.Db, facts.Case, sitting, cancellation);
        return SittingEntries.Cancelled(sitting);
    }, cancellation);

    private async Task<CaseSittingsView> RunAsync(Caller caller, Guid caseId, Func<CaseFacts, DateTimeOffset, Task<CanonicalObject>> act, CancellationToken cancellation)
    {
        await change.RunAsync(caller, caseId, [SecuredObject.CasePresiding], async (facts, now) =>
        {
            SittingFile.RefuseUnlessMediated(facts.Case);
            await sittings.RecordAsync(change.Db, caseId, facts.PersonId, await act(facts, now), cancellation);
        }, cancellation);
        return await views.ReadAsync(change.Db, caller, caseId, cancellation);
    }
}
