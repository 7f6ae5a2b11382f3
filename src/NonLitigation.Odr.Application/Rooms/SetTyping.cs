using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Persistence.Rooms;

namespace NonLitigation.Odr.Application.Rooms;

/// <summary>Shows that somebody is writing, to exactly those who would see what he writes.</summary>
public sealed class SetTyping(RoomReading reading, IRoomSignals signals)
{
    public async Task Handle(Caller caller, SetTypingRequest request, CancellationToken cancellation)
    {
        var pulses = await reading.PulsesAsync([request.RoomId], cancellation);
        var me = pulses.SelectMany(p => p.Members).FirstOrDefault(m => m.PersonId == caller.Person);
        RoomsRules.RoomNotFound.When(me is null or { Standing: Domain.Rooms.Standing.Removed });
        RoomsRules.NotAdmitted.When(me.Standing != Domain.Rooms.Standing.Admitted);
        signals.TypingChanged(new(request.RoomId, caller.Person, request.Typing));
    }
}
