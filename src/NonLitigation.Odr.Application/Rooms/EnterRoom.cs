using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Persistence.Rooms;

namespace NonLitigation.Odr.Application.Rooms;

/// <summary>A person comes: into the room when admitted, into its lobby before. Coming again changes nothing.</summary>
public sealed class EnterRoom(ITranscript transcript, RoomReading reading, INudges nudges)
{
    public const int NewestEntries = 100;

    public async Task<RoomSnapshot> Handle(Caller caller, EnterRoomRequest request, CancellationToken cancellation)
    {
        await transcript.AppendAsync(new(request.RoomId, new Enter(), caller.Person), cancellation);
        var snapshot = await ReadSnapshot.Of(reading, request.RoomId, caller.Person, cancellation);
        // Whoever waits is heard by those who preside, in this room or elsewhere.
        if (snapshot.Room.MyStanding == Contracts.Rooms.Standing.Waiting)
            await nudges.ChangedAsync(snapshot.Members.Where(m => m.PersonId != caller.Person).Select(m => m.PersonId), Contracts.Shared.ChangeTopic.Rooms, request.RoomId);
        return snapshot;
    }
}

/// <summary>Where a person stands in a room, without coming in.</summary>
public sealed class ReadSnapshot(RoomReading reading)
{
    public Task<RoomSnapshot> Handle(Caller caller, Guid roomId, CancellationToken cancellation) => Of(reading, roomId, caller.Person, cancellation);

    internal static async Task<RoomSnapshot> Of(RoomReading reading, Guid room, Guid person, CancellationToken cancellation)
    {
        var report = await reading.ReportAsync(room, person, EnterRoom.NewestEntries, cancellation);
        return report?.View() ?? throw RoomsRules.RoomNotFound.Refused();
    }
}
