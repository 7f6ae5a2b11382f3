using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Persistence.Rooms;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Rooms;

public sealed class RoomsForFeatures(ITranscript transcript, TimeProvider time) : IRooms
{
    public Task<Guid> CreateButlerRoomAsync(OdrDb db, Guid enterpriseId, string name, string nameEn, IReadOnlyList<RoomMember> members, CancellationToken cancellation) =>
        transcript.WithinAsync(db, async scope =>
        {
            var room = new RoomRow
            {
                Id = Guid.CreateVersion7(), Kind = RoomKind.Butler, EnterpriseId = enterpriseId, Name = name, NameEn = nameEn, Colour = 7, CreatedAt = time.GetUtcNow(),
            };
            await RoomMaking.CreateAsync(db, scope, room, SessionState.Open, members, cancellation);
            return room.Id;
        }, cancellation);

    public Task AddMemberAsync(OdrDb db, Guid roomId, RoomMember member, CancellationToken cancellation) =>
        ActAsync(db, roomId, new AddMember(member), cancellation);

    public Task RemoveMemberAsync(OdrDb db, Guid roomId, Guid personId, string reason, CancellationToken cancellation) =>
        ActAsync(db, roomId, new Remove(personId, reason), cancellation);

    public async Task<Guid?> JointRoomOfAsync(OdrDb db, Guid caseId, CancellationToken cancellation) =>
        await db.Set<RoomRow>().Where(r => r.CaseId == caseId && r.Kind == RoomKind.Joint).Select(r => (Guid?)r.Id).FirstOrDefaultAsync(cancellation);

    private Task<AppendedEntry> ActAsync(OdrDb db, Guid room, RoomAct act, CancellationToken cancellation) =>
        transcript.WithinAsync(db, scope => scope.AppendAsync(new(room, act, null), cancellation), cancellation);
}
