using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Domain.Rooms;

namespace NonLitigation.Odr.Application.Rooms;

/// <summary>A person's place in a call.</summary>
/// <param name="Seat">Of the page that joined.</param>
/// <param name="Muted">The mediator switched the microphone off.</param>
public sealed record CallSeat(Guid PersonId, Guid Seat, bool Audio, bool Video, bool Muted)
{
    public CallSeatView View() => new(PersonId, Seat, Audio, Video, Muted);
}

/// <summary>Who is in which call: signs of life with an expiry, seen by every node. Nothing of it is worth keeping.</summary>
public interface ICallSeats
{
    /// <summary>At most one for each person.</summary>
    Task<IReadOnlyList<CallSeat>> OfAsync(Guid room);

    /// <summary>The room in whose call this person is.</summary>
    Task<Guid?> RoomOfAsync(Guid person);

    /// <summary>Takes the seat, instead of another one of the same person, or keeps it with what is heard and seen of it now.</summary>
    Task PutAsync(Guid room, CallSeat seat);

    /// <returns>True for one of those who end this seat, false for all others.</returns>
    Task<bool> DropAsync(Guid room, Guid person, Guid seat);
}

public static class CallViews
{
    /// <summary>What to throw while nobody can tell who is in which call.</summary>
    public static Exception NotReachable() => RoomsRules.CallNotReachable.Refused();

    /// <summary>A joint room's parties are connected only while a mediator is in the call with them.</summary>
    public static CallView View(this RoomNow now, IReadOnlyList<CallSeat> seats)
    {
        List<CallSeat> standing = [.. seats.Where(seat => now.MayStayInCall(seat.PersonId))];
        var held = now.Kind == Domain.Rooms.RoomKind.Joint && !standing.Exists(seat => now.Presides(seat.PersonId));
        return new(now.RoomId, now.CallOpen, held, [.. standing.Select(seat => seat.View())]);
    }

    /// <summary>The room as it stands, for somebody of its roster; to anybody else there is no such room.</summary>
    internal static async Task<RoomNow> OfMemberAsync(this RoomNews news, Guid room, Guid person, CancellationToken cancellation)
    {
        var now = await news.NowAsync([room], cancellation) is [var one] ? one : null;
        RoomsRules.RoomNotFound.When(now is null || now.Of(person) is Reach.None or Reach.Removed);
        return now;
    }

    /// <summary>The same for somebody who may stay in the room's call.</summary>
    internal static async Task<RoomNow> OfCallAsync(this RoomNews news, Guid room, Guid person, CancellationToken cancellation)
    {
        var now = await news.OfMemberAsync(room, person, cancellation);
        RoomsRules.NotAdmitted.When(now.Of(person) != Reach.Admitted);
        RoomsRules.CallNotOpen.When(!now.MayStayInCall(person));
        return now;
    }
}
