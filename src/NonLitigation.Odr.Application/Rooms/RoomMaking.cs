using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Persistence.Rooms;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Rooms;

/// <summary>Makes rooms: the room, an empty chain, its roster and its first entry, in the caller's transaction.</summary>
internal static class RoomMaking
{
    public static async Task CreateAsync(OdrDb db, ITranscriptScope scope, RoomRow room, SessionState state, IEnumerable<RoomMember> members, CancellationToken cancellation)
    {
        db.Add(room);
        db.Add(new RoomHeadRow
        {
            RoomId = room.Id, HeadHash = TranscriptHead.Genesis(room.Id).ToArray(), State = state, FirstOpenedAt = state == SessionState.Open ? room.CreatedAt : null,
        });
        db.AddRange(members.Select(m => new RoomMemberRow
        {
            RoomId = room.Id, PersonId = m.PersonId, PartyId = m.PartyId, Name = m.Name, Role = m.Role, Standing = m.Standing,
        }));
        await scope.AppendAsync(new(room.Id, new Begin(room.Name), null), cancellation);
    }
}
