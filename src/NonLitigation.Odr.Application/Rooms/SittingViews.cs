using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Cases;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Persistence.Shared;
using SittingState = NonLitigation.Odr.Domain.Rooms.SittingState;

namespace NonLitigation.Odr.Application.Rooms;

/// <summary>A case's sittings on the wire. A party sees his own answers, the mediator everybody's.</summary>
public sealed class SittingViews(CaseAccess access, TimeProvider time)
{
    public async Task<CaseSittingsView> ReadAsync(OdrDb db, Caller caller, Guid caseId, CancellationToken cancellation)
    {
        var facts = await access.GetAsync(db, caller, caseId, cancellation, SecuredObject.CaseFile);
        var now = time.GetUtcNow();
        var all = await db.Set<Sitting>().AsNoTracking().Where(one => one.CaseId == caseId).OrderBy(one => one.ProposedAt).ToListAsync(cancellation);
        var open = all.Where(one => one.State == SittingState.Proposed || one.StandsAt(now)).OrderBy(one => one.StartsAt ?? DateTimeOffset.MaxValue).ToList();
        // That the last one was called off is news as long as nothing has taken its place.
        if (open.Count == 0 && all.Count > 0 && all.MaxBy(one => one.ChangedAt) is { State: SittingState.Cancelled } last) open.Add(last);
        var presides = facts.Relation == CaseRelation.Mediator && facts.Case.Stage is (CaseStage.InMediation or CaseStage.Signing);
        return new(caseId, await SittingFile.RoomAsync(db, caseId, cancellation), [.. open.Select(one => View(one, facts, presides, now))],
            presides && !all.Exists(one => one.State == SittingState.Proposed));
    }

    internal static Task<bool> HasProposalAsync(OdrDb db, Guid caseId, CancellationToken cancellation) =>
        db.Set<Sitting>().AnyAsync(one => one.CaseId == caseId && one.State == SittingState.Proposed, cancellation);

    private static SittingView View(Sitting sitting, CaseFacts facts, bool presides, DateTimeOffset now)
    {
        var parties = facts.Case.TakingPart.ToList();
        var mediator = facts.Relation == CaseRelation.Mediator;
        var times = sitting.Proposed.Select((slot, at) => new SittingTimeView(
            at + 1, slot.StartsAt, slot.Minutes, slot.Place, (Contracts.Rooms.SittingWord?)sitting.Answers.FirstOrDefault(one => one.PartyId == facts.Party?.Id && one.Number == at + 1)?.Word,
            mediator ? [.. from party in parties from answer in sitting.Answers where answer.PartyId == party.Id && answer.Number == at + 1
                           select new SittingAnswerView(party.Id, party.Name, (Contracts.Rooms.SittingWord)answer.Word)] : []));
        var waiting = mediator && sitting.State == SittingState.Proposed ? parties.Where(party => sitting.Answers.All(one => one.PartyId != party.Id)).Select(party => party.Name) : [];
        return new(sitting.Id, (Contracts.Rooms.SittingState)sitting.State, [.. times], [.. waiting], sitting.StartsAt, sitting.Minutes, sitting.Place, sitting.Reason, sitting.Sequence,
            sitting.ChangedAt, [.. MayAct(sitting, facts, presides, now)]);
    }

    private static IEnumerable<string> MayAct(Sitting sitting, CaseFacts facts, bool presides, DateTimeOffset now)
    {
        if (sitting.State == SittingState.Proposed && facts is { Party.TakesPart: true, Case.HasEnded: false }) yield return "answer";
        if (!presides) yield break;
        if (sitting.State == SittingState.Proposed) yield return "fix";
        if (sitting.StandsAt(now)) yield return "move";
        if (sitting.State == SittingState.Proposed || sitting.StandsAt(now)) yield return "cancel";
    }
}

/// <summary>The sittings of one case.</summary>
public sealed class ReadSittings(OdrDb db, SittingViews views)
{
    public Task<CaseSittingsView> Handle(Caller caller, Guid caseId, CancellationToken cancellation) => views.ReadAsync(db, caller, caseId, cancellation);
}
