using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Persistence.Rooms;

namespace NonLitigation.Odr.Application.Rooms;

/// <summary>Moves the caller's read position forward; never back, whichever of his devices says so.</summary>
public sealed class MarkRead(ReadPositions positions, IRoomSignals signals)
{
    public async Task Handle(Caller caller, MarkReadRequest request, CancellationToken cancellation)
    {
        var sequence = await positions.MarkAsync(request.RoomId, caller.Person, Math.Max(0, request.Sequence), cancellation)
            ?? throw RoomsRules.RoomNotFound.Refused();
        signals.ReadPositionMoved(new(request.RoomId, caller.Person, sequence));
    }
}
