using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Cases;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Persistence.Rooms;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Rooms;

/// <summary>A case that moves takes its rooms along, in the same transaction.</summary>
public sealed class RoomsOfACase(ITranscript transcript, TimeProvider time) : ICaseReaction
{
    public Task MediationStartedAsync(OdrDb db, MediationStarted started, CancellationToken cancellation) => InTheCaseAsync(db, async scope =>
    {
        if (await db.Set<RoomRow>().AnyAsync(r => r.CaseId == started.CaseId && r.Kind == RoomKind.Joint, cancellation)) return;
        var room = new RoomRow
        {
            Id = Guid.CreateVersion7(), Kind = RoomKind.Joint, CaseId = started.CaseId, CaseNumber = started.CaseNumber,
            Name = "联合调解室", NameEn = "Joint room", Colour = await RoomColours.ForJointRoomAsync(db, started.MediatorPersonId, cancellation), CreatedAt = time.GetUtcNow(),
        };
        var mediator = RoomMember.Admitted(started.MediatorPersonId, null, started.MediatorName, RoomRole.Mediator);
        await RoomMaking.CreateAsync(db, scope, room, SessionState.Scheduled, started.Parties.DistinctBy(p => p.PersonId).Select(Invited).Prepend(mediator), cancellation);
    }, cancellation);

    public Task PartyJoinedAsync(OdrDb db, Guid caseId, MediationParty party, CancellationToken cancellation) => InTheCaseAsync(db, async scope =>
    {
        var joint = await db.Set<RoomRow>().Where(r => r.CaseId == caseId && r.Kind == RoomKind.Joint).Select(r => (Guid?)r.Id).FirstOrDefaultAsync(cancellation);
        if (joint is { } room) await scope.AppendAsync(new(room, new AddMember(Invited(party)), null), cancellation);
        await OutOfThePanelAsync(db, scope, caseId, party.PersonId, cancellation);
    }, cancellation);

    public Task PartyLeftAsync(OdrDb db, Guid caseId, MediationParty party, CancellationToken cancellation) => InTheCaseAsync(db, async scope =>
    {
        var rooms = await db.Set<RoomMemberRow>().Where(m => m.PersonId == party.PersonId && m.Standing != Standing.Removed
            && db.Set<RoomRow>().Any(r => r.Id == m.RoomId && r.CaseId == caseId)).OrderBy(m => m.RoomId).Select(m => m.RoomId).ToListAsync(cancellation);
        foreach (var room in rooms) await scope.AppendAsync(new(room, new Remove(party.PersonId, "不再参加调解"), null), cancellation);
    }, cancellation);

    public Task RepresentativeChangedAsync(OdrDb db, Guid caseId, Guid formerPersonId, MediationParty party, CancellationToken cancellation) => InTheCaseAsync(db, async scope =>
    {
        var rooms = await (from member in db.Set<RoomMemberRow>()
                           join room in db.Set<RoomRow>() on member.RoomId equals room.Id
                           join head in db.Set<RoomHeadRow>() on member.RoomId equals head.RoomId
                           where member.PersonId == formerPersonId && member.Standing != Standing.Removed && room.CaseId == caseId
                           orderby room.Id
                           select new { room.Id, room.Kind, Closed = head.State == SessionState.Closed }).ToListAsync(cancellation);
        foreach (var room in rooms)
        {
            await scope.AppendAsync(new(room.Id, new Remove(formerPersonId, "不再代表该方"), null), cancellation);
            // A caucus opens for the new one when the mediator opens it again; what was said there before is not his.
            if (room is { Kind: RoomKind.Joint, Closed: false }) await scope.AppendAsync(new(room.Id, new AddMember(Invited(party)), null), cancellation);
        }
        await OutOfThePanelAsync(db, scope, caseId, party.PersonId, cancellation);
    }, cancellation);

    /// <summary>Into every room that is not closed; the new one comes before the former one goes, so that a room has somebody who presides.</summary>
    public Task MediatorChangedAsync(OdrDb db, MediatorChanged changed, CancellationToken cancellation) => InTheCaseAsync(db, async scope =>
    {
        var rooms = await (from member in db.Set<RoomMemberRow>()
                           join room in db.Set<RoomRow>() on member.RoomId equals room.Id
                           join head in db.Set<RoomHeadRow>() on member.RoomId equals head.RoomId
                           where member.PersonId == changed.FormerPersonId && member.Standing != Standing.Removed && room.CaseId == changed.CaseId
                           orderby room.Id
                           select new { room.Id, Closed = head.State == SessionState.Closed }).ToListAsync(cancellation);
        var successor = RoomMember.Admitted(changed.PersonId, null, changed.Name, RoomRole.Mediator);
        foreach (var room in rooms)
        {
            if (!room.Closed) await scope.AppendAsync(new(room.Id, new Succeed(successor), null), cancellation);
            await scope.AppendAsync(new(room.Id, new Remove(changed.FormerPersonId, "案件已移交其他调解员"), null), cancellation);
        }
    }, cancellation);

    public Task TermMovedAsync(OdrDb db, TermMoved moved, CancellationToken cancellation) => InTheCaseAsync(db, async scope =>
    {
        var joint = await db.Set<RoomRow>().Where(r => r.CaseId == moved.CaseId && r.Kind == RoomKind.Joint).Select(r => (Guid?)r.Id).FirstOrDefaultAsync(cancellation);
        if (joint is { } room) await scope.AppendAsync(EntryDraft.Note(room, TranscriptKind.Agreement, moved.PersonId, TermEntries.Of(moved)), cancellation);
    }, cancellation);

    public Task CaseClosedAsync(OdrDb db, Guid caseId, string reason, CancellationToken cancellation) => InTheCaseAsync(db, async scope =>
    {
        var rooms = await db.Set<RoomRow>().Where(r => r.CaseId == caseId).OrderBy(r => r.Id).Select(r => r.Id).ToListAsync(cancellation);
        foreach (var room in rooms) await scope.AppendAsync(new(room, new Close(reason), null), cancellation);
    }, cancellation);

    /// <summary>Whoever stands for a party hears no more of what its mediators say among themselves.</summary>
    private static async Task OutOfThePanelAsync(OdrDb db, ITranscriptScope scope, Guid caseId, Guid personId, CancellationToken cancellation)
    {
        var panel = await db.Set<RoomRow>().Where(r => r.CaseId == caseId && r.Kind == RoomKind.Panel).Select(r => (Guid?)r.Id).FirstOrDefaultAsync(cancellation);
        if (panel is { } room && await db.Set<RoomMemberRow>().AnyAsync(m => m.RoomId == room && m.PersonId == personId && m.Standing != Standing.Removed, cancellation))
            await scope.AppendAsync(new(room, new Remove(personId, "现为一方的代表，不再参加合议"), null), cancellation);
    }

    private async Task InTheCaseAsync(OdrDb db, Func<ITranscriptScope, Task> work, CancellationToken cancellation)
    {
        if (db.Database.CurrentTransaction is null) throw new InvalidOperationException("A case and its rooms change in one transaction; begin it first.");
        await transcript.WithinAsync(db, async scope => { await work(scope); return true; }, cancellation);
    }

    private static RoomMember Invited(MediationParty party) =>
        RoomMember.Invited(party.PersonId, party.PartyId, party.Name, party.IsApplicant ? RoomRole.Applicant : RoomRole.Respondent);
}
