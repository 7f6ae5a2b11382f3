using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Domain.Shared;
using NonLitigation.Odr.Persistence.Rooms;

namespace NonLitigation.Odr.Application.Rooms;

/// <summary>
/// A person joins a call, or comes back to his seat. Nobody has media in two rooms at once: he leaves the call of any other room first. The record
/// has his coming once, however often his line breaks.
/// </summary>
public sealed class JoinTheCall(ITranscript transcript, RoomNews news, ICallSeats seats, IRoomSignals signals, LeaveTheCall leave, CallOptions options)
{
    public async Task<CallTicketView> Handle(Caller caller, JoinCallRequest request, CancellationToken cancellation)
    {
        RoomsRules.IdMissing.When(request.Seat == Guid.Empty);
        var (room, me) = (request.RoomId, caller.Person);
        var now = await news.OfMemberAsync(room, me, cancellation);
        var known = (await seats.OfAsync(room)).FirstOrDefault(seat => seat.PersonId == me);
        // A seat once taken stays while its person may stay, also when the mediator's line breaks for a moment.
        if (known is null || !now.MayStayInCall(me)) if (now.CallRefusal(me) is { } refusal) throw refusal.Refused();
        var elsewhere = await seats.RoomOfAsync(me) is { } at && at != room ? at : (Guid?)null;
        RoomsRules.CallElsewhere.When(request.Back && (elsewhere is not null || (known is not null && known.Seat != request.Seat)));
        if (elsewhere is { } other) await leave.FromAsync(other, me, me, cancellation);
        await seats.PutAsync(room, new(me, request.Seat, request.Audio && known?.Muted != true, request.Video, known?.Muted ?? false));
        if (known is null) await TakePlaceAsync(request, me, cancellation);
        signals.CallChanged(room);
        return new(now.View(await seats.OfAsync(room)), options.Servers(me), options.RelayOnly);
    }

    /// <summary>Counted after the seat is taken: of two who take the last one at the same time both may be refused, never both let in.</summary>
    private async Task TakePlaceAsync(JoinCallRequest request, Guid me, CancellationToken cancellation)
    {
        try
        {
            RoomsRules.CallFull.When((await seats.OfAsync(request.RoomId)).Count > options.Most);
            await transcript.AppendAsync(new(request.RoomId, new JoinCall(), me), cancellation);
        }
        catch
        {
            await seats.DropAsync(request.RoomId, me, request.Seat);
            throw;
        }
    }
}

/// <summary>A person leaves a call, or his last sign of life has lapsed.</summary>
public sealed class LeaveTheCall(ITranscript transcript, ICallSeats seats, IRoomSignals signals)
{
    /// <summary>Who is not in it has left already; any other answer would tell which rooms exist.</summary>
    public async Task Handle(Caller caller, LeaveCallRequest request, CancellationToken cancellation)
    {
        if (await seats.DropAsync(request.RoomId, caller.Person, request.Seat)) await ToldAsync(request.RoomId, caller.Person, caller.Person, cancellation);
    }

    /// <param name="actor">Null: the service noticed it.</param>
    public async Task FromAsync(Guid room, Guid person, Guid? actor, CancellationToken cancellation)
    {
        if ((await seats.OfAsync(room)).FirstOrDefault(seat => seat.PersonId == person) is { } seat && await seats.DropAsync(room, person, seat.Seat))
            await ToldAsync(room, person, actor, cancellation);
    }

    public async Task ToldAsync(Guid room, Guid person, Guid? actor, CancellationToken cancellation)
    {
        try
        {
            await transcript.AppendAsync(new(room, new QuitCall(person), actor), cancellation);
        }
        catch (RefusalException refusal) when (refusal.Code == RoomsRules.RoomNotFound.Code)
        {
            // Removed from the room in the meantime: the record has that.
        }
        signals.CallChanged(room);
    }
}
