using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Persistence.Rooms;
using NonLitigation.Odr.Persistence.Shared;
using RoomKind = NonLitigation.Odr.Domain.Rooms.RoomKind;
using RoomRole = NonLitigation.Odr.Domain.Rooms.RoomRole;
using SessionState = NonLitigation.Odr.Domain.Rooms.SessionState;
using Standing = NonLitigation.Odr.Domain.Rooms.Standing;

namespace NonLitigation.Odr.Application.Rooms;

/// <summary>
/// Opens the private room with one side. There is one for each party; opening it again returns it. A party already admitted to the
/// joint room was let in by the same mediator and is admitted here at once; anybody else waits in this room's lobby.
/// </summary>
public sealed class OpenCaucus(IDbContextFactory<OdrDb> contexts, ITranscript transcript, RoomReading reading, INudges nudges, TimeProvider time)
{
    public async Task<RoomView> Handle(Caller caller, OpenCaucusRequest request, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var room = await transcript.WithinAsync(db, scope => FindOrMakeAsync(db, scope, caller.Person, request, cancellation), cancellation);
        var report = await reading.ReportAsync(room, caller.Person, 0, cancellation) ?? throw RoomsRules.RoomNotFound.Refused();
        await nudges.ChangedAsync(report.Members.Select(m => m.PersonId), Contracts.Shared.ChangeTopic.Rooms, room);
        return report.Overview.View();
    }

    private async Task<Guid> FindOrMakeAsync(OdrDb db, ITranscriptScope scope, Guid mediator, OpenCaucusRequest request, CancellationToken cancellation)
    {
        var joint = await db.Set<RoomRow>().FirstOrDefaultAsync(r => r.CaseId == request.CaseId && r.Kind == RoomKind.Joint, cancellation);
        RoomsRules.RoomNotFound.When(joint is null);
        // The joint room's lock: two clicks make one caucus.
        var state = await db.Database.SqlQuery<string>($"select state as \"Value\" from room_heads where room_id = {joint.Id} for update").SingleAsync(cancellation);
        var roster = await db.Set<RoomMemberRow>().Where(m => m.RoomId == joint.Id).ToListAsync(cancellation);
        var presiding = roster.FirstOrDefault(m => m.PersonId == mediator && m is { Role: RoomRole.Mediator, Standing: Standing.Admitted });
        RoomsRules.NotPresiding.When(presiding is null);
        RoomsRules.Closed.When(state == nameof(SessionState.Closed));
        var side = roster.Where(m => m.PartyId == request.PartyId && m.Standing != Standing.Removed).ToList();
        RoomsRules.NoSuchMember.When(side.Count == 0);
        var existing = await db.Set<RoomRow>().FirstOrDefaultAsync(r => r.CaseId == request.CaseId && r.Kind == RoomKind.Caucus && r.CaucusPartyId == request.PartyId, cancellation);
        if (existing is not null)
        {
            // Who stands for this party now may be another person than when the room was made.
            foreach (var person in side) await scope.AppendAsync(new(existing.Id, new AddMember(Known(person)), null), cancellation);
            return existing.Id;
        }
        var (name, nameEn) = NamesOf(side[0]);
        var caucus = new RoomRow
        {
            Id = Guid.CreateVersion7(), Kind = RoomKind.Caucus, CaseId = request.CaseId, CaucusPartyId = request.PartyId, CaseNumber = joint.CaseNumber,
            Name = name, NameEn = nameEn, Colour = await RoomColours.ForCaucusAsync(db, joint, request.PartyId, cancellation), CreatedAt = time.GetUtcNow(),
        };
        var members = roster.Where(m => m is { Role: RoomRole.Mediator, Standing: Standing.Admitted }).Concat(side).Select(Known);
        await RoomMaking.CreateAsync(db, scope, caucus, SessionState.Open, members, cancellation);
        return caucus.Id;
    }

    private static RoomMember Known(RoomMemberRow one) =>
        new(one.PersonId, one.PartyId, one.Name, one.Role, one.Standing == Standing.Admitted ? Standing.Admitted : Standing.Invited, null, null, false);

    private static (string Zh, string En) NamesOf(RoomMemberRow side) => side.Role == RoomRole.Applicant
        ? ($"单独沟通·申请人 {side.Name}", $"Caucus · applicant {side.Name}")
        : ($"单独沟通·被申请人 {side.Name}", $"Caucus · respondent {side.Name}");
}
