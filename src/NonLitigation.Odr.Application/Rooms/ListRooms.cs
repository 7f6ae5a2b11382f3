using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Persistence.Rooms;

namespace NonLitigation.Odr.Application.Rooms;

/// <summary>The caller's rooms, the liveliest first.</summary>
public sealed class ListRooms(RoomReading reading)
{
    public async Task<IReadOnlyList<RoomView>> Handle(Caller caller, CancellationToken cancellation) =>
        [.. (await reading.ListAsync(caller.Person, cancellation)).Select(r => r.View())];
}

/// <summary>Heads of all rooms that the caller may read: what a page compares itself with after a pause.</summary>
public sealed class ReadHeads(RoomReading reading, TimeProvider time)
{
    public async Task<HeadsView> Handle(Caller caller, CancellationToken cancellation)
    {
        var rooms = await reading.ListAsync(caller.Person, cancellation);
        return new([.. rooms.Where(r => r.Me.Standing == Domain.Rooms.Standing.Admitted).Select(r => new HeadView(r.Room.Id, r.VisibleHead))], time.GetUtcNow());
    }
}
