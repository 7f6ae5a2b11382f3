using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Persistence.Rooms;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Rooms;

/// <summary>Colours by which people tell rooms apart: 0 to 7, the same in every client.</summary>
internal static class RoomColours
{
    private const int Count = 8;

    /// <summary>Far from each other first, so that one case's caucuses stay clear of the next case.</summary>
    private static readonly int[] OfJointRooms = [0, 4, 2, 6, 1, 5, 3, 7];

    /// <summary>For a new joint room: the colour that the fewest of the mediator's running joint rooms have.</summary>
    public static async Task<int> ForJointRoomAsync(OdrDb db, Guid mediator, CancellationToken cancellation)
    {
        var taken = await (
            from member in db.Set<RoomMemberRow>()
            where member.PersonId == mediator && member.Role == RoomRole.Mediator && member.Standing == Standing.Admitted
            join room in db.Set<RoomRow>() on member.RoomId equals room.Id
            join head in db.Set<RoomHeadRow>() on room.Id equals head.RoomId
            where room.Kind == RoomKind.Joint && head.State != SessionState.Closed
            select room.Colour).ToListAsync(cancellation);
        return OfJointRooms.MinBy(colour => taken.Count(one => one == colour));
    }

    /// <summary>For a caucus: by the party's place in the case. It must say nothing about which other caucuses there are.</summary>
    public static async Task<int> ForCaucusAsync(OdrDb db, RoomRow joint, Guid partyId, CancellationToken cancellation)
    {
        var place = await db.Set<Party>().Where(party => party.Id == partyId).Select(party => party.Position).FirstOrDefaultAsync(cancellation);
        return (joint.Colour + 1 + place % (Count - 1)) % Count;
    }

    /// <summary>For the panel: the last of the colours that are not the joint room's; caucuses take them from the front.</summary>
    public static int ForPanel(RoomRow joint) => (joint.Colour + Count - 1) % Count;
}
