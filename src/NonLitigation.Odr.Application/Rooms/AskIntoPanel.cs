using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Cases;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Network;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Persistence.Rooms;
using NonLitigation.Odr.Persistence.Shared;
using RoomKind = NonLitigation.Odr.Domain.Rooms.RoomKind;
using RoomRole = NonLitigation.Odr.Domain.Rooms.RoomRole;
using SessionState = NonLitigation.Odr.Domain.Rooms.SessionState;
using Standing = NonLitigation.Odr.Domain.Rooms.Standing;

namespace NonLitigation.Odr.Application.Rooms;

/// <summary>
/// The presiding mediator asks colleagues of the organisation into the case's panel. There is one panel for a case; the first who are asked open it. A
/// colleague reads from his being asked in, this room and nothing else of the case.
/// </summary>
public sealed class AskIntoPanel(OdrDb db, CaseAccess access, MediatorSeating seating, ITranscript transcript, ReadPanel panel, INudges nudges, TimeProvider time)
{
    public async Task<PanelView> Handle(Caller caller, Guid caseId, AskIntoPanelRequest request, CancellationToken cancellation)
    {
        var file = (await access.GetAsync(db, caller, caseId, cancellation, SecuredObject.CasePresiding)).Case;
        PanelRules.NobodyAsked.When(request.MediatorIds is null or { Count: 0 or > PanelRules.MostAtOnce });
        var asked = new List<RoomMember>();
        foreach (var mediatorId in request.MediatorIds.Distinct()) asked.Add(await ColleagueAsync(file, caller.Person, mediatorId, cancellation));
        var (room, people) = await transcript.WithinAsync(db, scope => SeatAsync(scope, caller.Person, caseId, asked, cancellation), cancellation);
        await nudges.ChangedAsync(people, Contracts.Shared.ChangeTopic.Rooms, room);
        return await panel.Handle(caller, caseId, cancellation);
    }

    /// <summary>Suspended, or with a connection to the case: refused as for a seat in it.</summary>
    private async Task<RoomMember> ColleagueAsync(Case file, Guid presiding, Guid mediatorId, CancellationToken cancellation)
    {
        var colleague = await db.Set<Mediator>().AsNoTracking().FirstOrDefaultAsync(one => one.Id == mediatorId, cancellation);
        PanelRules.NotYourColleague.When(colleague is null || colleague.OrganisationId != file.OrganisationId || colleague.PersonId == presiding);
        var seat = await seating.FindAsync(db, file, mediatorId, cancellation);
        return RoomMember.Admitted(seat.PersonId, null, seat.Name, RoomRole.CoMediator);
    }

    private async Task<(Guid Room, IReadOnlyList<Guid> People)> SeatAsync(ITranscriptScope scope, Guid presiding, Guid caseId, List<RoomMember> asked, CancellationToken cancellation)
    {
        var joint = await db.Set<RoomRow>().AsNoTracking().FirstOrDefaultAsync(r => r.CaseId == caseId && r.Kind == RoomKind.Joint, cancellation);
        RoomsRules.RoomNotFound.When(joint is null);
        // The joint room's lock: two clicks make one panel.
        var state = await db.Database.SqlQuery<string>($"select state as \"Value\" from room_heads where room_id = {joint.Id} for update").SingleAsync(cancellation);
        var chair = await db.Set<RoomMemberRow>().AsNoTracking().FirstOrDefaultAsync(
            m => m.RoomId == joint.Id && m.PersonId == presiding && m.Role == RoomRole.Mediator && m.Standing == Standing.Admitted, cancellation);
        RoomsRules.NotPresiding.When(chair is null);
        RoomsRules.Closed.When(state == nameof(SessionState.Closed));
        List<Guid> people = [presiding, .. asked.Select(one => one.PersonId)];
        if (await db.Set<RoomRow>().Where(r => r.CaseId == caseId && r.Kind == RoomKind.Panel).Select(r => (Guid?)r.Id).FirstOrDefaultAsync(cancellation) is { } existing)
        {
            foreach (var one in asked.OrderBy(one => one.PersonId)) await scope.AppendAsync(new(existing, new AddMember(one), null), cancellation);
            return (existing, people);
        }
        var room = new RoomRow
        {
            Id = Guid.CreateVersion7(), Kind = RoomKind.Panel, CaseId = caseId, CaseNumber = joint.CaseNumber, Name = "合议室（仅调解员）", NameEn = "Panel (mediators only)",
            Colour = RoomColours.ForPanel(joint), CreatedAt = time.GetUtcNow(),
        };
        var members = asked.Prepend(RoomMember.Admitted(presiding, null, chair.Name, RoomRole.Mediator));
        await RoomMaking.CreateAsync(db, scope, room, SessionState.Open, members, cancellation);
        return (room.Id, people);
    }
}

/// <summary>The case's panel as its presiding mediator sees it: whether there is one, who sits in it, whom else he could ask.</summary>
public sealed class ReadPanel(OdrDb db, CaseAccess access)
{
    public async Task<PanelView> Handle(Caller caller, Guid caseId, CancellationToken cancellation)
    {
        var file = (await access.GetAsync(db, caller, caseId, cancellation, SecuredObject.CasePresiding)).Case;
        var room = await db.Set<RoomRow>().Where(r => r.CaseId == caseId && r.Kind == RoomKind.Panel).Select(r => (Guid?)r.Id).FirstOrDefaultAsync(cancellation);
        var seated = await db.Set<RoomMemberRow>().Where(m => m.RoomId == room && m.Standing == Standing.Admitted).Select(m => m.PersonId).ToListAsync(cancellation);
        var colleagues = await db.Set<Mediator>().AsNoTracking()
            .Where(one => one.OrganisationId == file.OrganisationId && one.PersonId != null && one.PersonId != caller.Person && (one.SuspendedAt == null || seated.Contains(one.PersonId.Value)))
            .OrderBy(one => one.Name).ThenBy(one => one.Id).ToListAsync(cancellation);
        return new(room, [.. colleagues.Where(one => file.PartyOf(one.PersonId!.Value) is null).Select(one => new PanelColleagueView(one.Id, one.PersonId!.Value, one.Name, seated.Contains(one.PersonId.Value)))]);
    }
}
