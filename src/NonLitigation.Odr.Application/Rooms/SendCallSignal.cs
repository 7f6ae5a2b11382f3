using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Domain.Rooms;

namespace NonLitigation.Odr.Application.Rooms;

/// <summary>
/// Hands what two pages need to connect (RFC 8829 descriptions, RFC 8838 candidates) from one to the other. Both must be in the call of the same room at
/// this moment; to anybody else there is nobody there. Nothing of it is stored or logged.
/// </summary>
public sealed class SendCallSignal(RoomNews news, ICallSeats seats, IRoomSignals signals)
{
    public const int LongestSignal = 20_000;

    public async Task Handle(Caller caller, SendCallSignalRequest request, CancellationToken cancellation)
    {
        RoomsRules.SignalTooLarge.When(request.Signal is null or { Length: > LongestSignal });
        var call = (await news.OfCallAsync(request.RoomId, caller.Person, cancellation)).View(await seats.OfAsync(request.RoomId));
        var both = call.Seats.Any(one => one.PersonId == caller.Person && one.Seat == request.Seat) && call.Seats.Any(one => one.PersonId == request.ToPerson && one.Seat == request.ToSeat);
        RoomsRules.NotInCall.When(!both || call.Held || request.ToPerson == caller.Person);
        signals.CallSignalled(request.ToPerson, new(request.RoomId, caller.Person, request.Seat, request.ToSeat, request.Signal));
    }
}

/// <summary>A person's microphone or camera goes on or off.</summary>
public sealed class SetCallMedia(RoomNews news, ICallSeats seats, IRoomSignals signals)
{
    public async Task Handle(Caller caller, SetCallMediaRequest request, CancellationToken cancellation)
    {
        await news.OfCallAsync(request.RoomId, caller.Person, cancellation);
        var seat = (await seats.OfAsync(request.RoomId)).FirstOrDefault(one => one.PersonId == caller.Person && one.Seat == request.Seat);
        RoomsRules.NotInCall.When(seat is null);
        // Who switches his microphone on again is no longer the one whom the mediator muted.
        await seats.PutAsync(request.RoomId, seat with { Audio = request.Audio, Video = request.Video, Muted = seat.Muted && !request.Audio });
        signals.CallChanged(request.RoomId);
    }
}
