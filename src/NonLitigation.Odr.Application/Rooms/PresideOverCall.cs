using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Persistence.Rooms;

namespace NonLitigation.Odr.Application.Rooms;

/// <summary>The presiding mediator's acts on the room's call. Pages learn of opening and end by the entry that these make.</summary>
public sealed class PresideOverCall(ITranscript transcript, RoomNews news, ICallSeats seats, IRoomSignals signals, CallOptions options)
{
    public async Task Handle(Caller caller, OpenCallRequest request, CancellationToken cancellation)
    {
        var now = await news.OfMemberAsync(request.RoomId, caller.Person, cancellation);
        RoomsRules.NotPresiding.When(!now.Presides(caller.Person));
        RoomsRules.CallsOff.When(!options.Enabled);
        await transcript.AppendAsync(new(request.RoomId, new OpenCall(), caller.Person), cancellation);
    }

    public Task Handle(Caller caller, EndCallRequest request, CancellationToken cancellation) =>
        transcript.AppendAsync(new(request.RoomId, new EndCall(), caller.Person), cancellation);

    public async Task Handle(Caller caller, MuteInCallRequest request, CancellationToken cancellation)
    {
        var now = await news.OfMemberAsync(request.RoomId, caller.Person, cancellation);
        RoomsRules.NotPresiding.When(!now.Presides(caller.Person));
        var seat = (await seats.OfAsync(request.RoomId)).FirstOrDefault(one => one.PersonId == request.PersonId && now.MayStayInCall(one.PersonId));
        RoomsRules.NotInCall.When(seat is null);
        await seats.PutAsync(request.RoomId, seat with { Audio = false, Muted = true });
        signals.CallChanged(request.RoomId);
    }
}
