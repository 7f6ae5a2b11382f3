using NonLitigation.Odr.Application.Rooms;
using NonLitigation.Odr.Domain.Enterprises;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Enterprises;

/// <summary>Takes an enterprise into the butler service: its file, its team and the standing room, together.</summary>
public sealed class RegisterEnterprise(IRooms rooms, TimeProvider time)
{
    /// <summary>In the transaction that <paramref name="db"/> has open.</summary>
    public async Task<Enterprise> Handle(OdrDb db, EnterpriseEntry entry, IReadOnlyList<ButlerSeat> team, MandateGrant first, CancellationToken cancellation)
    {
        var enterprise = Enterprise.Register(entry, team, first, time.GetUtcNow());
        var members = team.Select(seat => RoomMember.Admitted(seat.PersonId, null, seat.Name, RoomRole.Butler)).ToList();
        enterprise.MeetsIn(await rooms.CreateButlerRoomAsync(db, enterprise.Id, $"{enterprise.Name}·管家服务室", $"{enterprise.Name} · butler room", members, cancellation));
        db.Add(enterprise);
        await db.SaveChangesAsync(cancellation);
        return enterprise;
    }
}
