namespace NonLitigation.Odr.Contracts.Rooms;

/// <summary>The mediator opens the room's call; nobody is in it by that.</summary>
public sealed record OpenCallRequest(Guid RoomId);
public sealed record EndCallRequest(Guid RoomId);

/// <summary>A person joins by his own act, or comes back to his seat after a lost line. Whoever is in another room's call leaves that one.</summary>
/// <param name="Seat">UUIDv7 made by the page that joins; the same one after a lost line. Another page of the same person takes over with its own.</param>
/// <param name="Back">To a seat that was taken before; refused when the person has joined elsewhere meanwhile.</param>
public sealed record JoinCallRequest(Guid RoomId, Guid Seat, bool Back, bool Audio, bool Video);
public sealed record LeaveCallRequest(Guid RoomId, Guid Seat);

/// <summary>What of the caller's own is heard and seen now.</summary>
public sealed record SetCallMediaRequest(Guid RoomId, Guid Seat, bool Audio, bool Video);

/// <summary>The mediator switches somebody's microphone off; only that person can switch it on again.</summary>
public sealed record MuteInCallRequest(Guid RoomId, Guid PersonId);

/// <summary>For one other person in the same call; passed on and kept nowhere.</summary>
/// <param name="Signal">What the page has for the other page (WebRTC description, candidates), as text of at most 20,000 characters.</param>
public sealed record SendCallSignalRequest(Guid RoomId, Guid Seat, Guid ToPerson, Guid ToSeat, string Signal);

/// <param name="Muted">The mediator switched the microphone off.</param>
public sealed record CallSeatView(Guid PersonId, Guid Seat, bool Audio, bool Video, bool Muted);

/// <summary>Who is in a room's call; goes to the people of the room only. A page keeps no connection to anybody who is not in it.</summary>
/// <param name="Held">The mediator of a joint room is not in its call: until he is, nobody is connected with anybody.</param>
public sealed record CallView(Guid RoomId, bool Open, bool Held, IReadOnlyList<CallSeatView> Seats);

/// <param name="UserName">Both null for a server that asks for nothing.</param>
public sealed record IceServerView(IReadOnlyList<string> Urls, string? UserName, string? Credential);

/// <param name="RelayOnly">Everything goes through the relay: nobody learns the network address of another.</param>
public sealed record CallTicketView(CallView Call, IReadOnlyList<IceServerView> Servers, bool RelayOnly);

public sealed record CallSignalView(Guid RoomId, Guid FromPerson, Guid FromSeat, Guid ToSeat, string Signal);
