using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Domain.Shared;
using NonLitigation.Odr.Persistence.Rooms;

namespace NonLitigation.Odr.Application.Rooms;

/// <summary>A person goes, from the room or from its lobby. His other devices count: the server asks this once the last is gone.</summary>
public sealed class LeaveRoom(ITranscript transcript)
{
    /// <summary>Who is in no such room has left it already; any other answer would tell which rooms exist.</summary>
    public async Task Handle(Caller caller, LeaveRoomRequest request, CancellationToken cancellation)
    {
        try
        {
            await transcript.AppendAsync(new(request.RoomId, new Leave(caller.Person), caller.Person), cancellation);
        }
        catch (RefusalException refusal) when (refusal.Code == RoomsRules.RoomNotFound.Code)
        {
            return;
        }
    }

    /// <summary>Somebody's last sign of life has lapsed; written by the service, once, however many nodes see it.</summary>
    public Task Lapsed(Guid room, Guid person, CancellationToken cancellation) =>
        transcript.AppendAsync(new(room, new Leave(person), null), cancellation);
}
