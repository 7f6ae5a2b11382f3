using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Cases;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Law;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Persistence.Rooms;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Rooms;

/// <summary>Whether the parties of a case take part at different times, who has consented, whose turn it is.</summary>
public sealed class ReadDifferentTimes(OdrDb db, CaseAccess access, TimeProvider time)
{
    public async Task<CaseDifferentTimesView> Handle(Caller caller, Guid caseId, CancellationToken cancellation)
    {
        var facts = await access.GetAsync(db, caller, caseId, cancellation, SecuredObject.CaseFile);
        var room = await SittingFile.RoomAsync(db, caseId, cancellation);
        var rule = LawRules.On(Deadline.DayOf(time.GetUtcNow()), LawRules.DifferentTimes);
        var last = await db.Set<DifferentTimes>().AsNoTracking().Where(one => one.CaseId == caseId).OrderByDescending(one => one.EndedAt == null).ThenByDescending(one => one.ProposedAt).FirstOrDefaultAsync(cancellation);
        var roster = room is { } joint ? await db.Set<RoomMemberRow>().AsNoTracking().Where(m => m.RoomId == joint).ToListAsync(cancellation) : [];
        var running = facts.Case.Stage == CaseStage.InMediation && room is not null;
        return new(caseId, room, last is null ? null : View(last, facts, roster, running), running && last is not { EndedAt: null }, rule.Citation, rule.Verified);
    }

    private static DifferentTimesView View(DifferentTimes spread, CaseFacts facts, List<RoomMemberRow> roster, bool running)
    {
        var asked = GuestViews.Asked(roster);
        bool? AnswerOf(Guid party) => spread.Answers.FirstOrDefault(a => a.PartyId == party)?.Consents;
        string NameOf(Guid party) => facts.Case.Parties.FirstOrDefault(one => one.Id == party)?.Name ?? "";
        var open = running && spread.EndedAt is null;
        var inEffect = open && spread.AgreedAt is not null && spread.IsAgreed(asked);
        return new(
            spread.Id, roster.Find(m => m.PersonId == spread.ProposedBy)?.Name ?? "", spread.LastDay, spread.TurnHours, [.. asked.Select(party => new SpreadConsentView(party, NameOf(party), AnswerOf(party)))],
            facts.Party is { } mine ? AnswerOf(mine.Id) : null, inEffect, spread.TurnPartyId, spread.TurnPartyId is { } turn ? NameOf(turn) : null, spread.TurnDueAt, spread.EndedAt,
            (Contracts.Rooms.SpreadEnd?)spread.End, [.. MayAct(facts, open, inEffect)]);
    }

    private static IEnumerable<string> MayAct(CaseFacts facts, bool open, bool inEffect)
    {
        if (open && facts.Party is { TakesPart: true }) yield return "answer";
        if (facts.Relation != CaseRelation.Mediator || !open) yield break;
        if (inEffect) yield return "turn";
        yield return "end";
    }
}
