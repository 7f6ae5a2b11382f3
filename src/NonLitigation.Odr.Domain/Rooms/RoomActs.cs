using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Rooms;

/// <summary>Everything that can happen in a room; <see cref="RoomState.Apply"/> decides each.</summary>
public abstract record RoomAct;

/// <summary>A person says something to the room: a message, an exhibit, a proposal. Needs the right to speak at this moment.</summary>
/// <param name="ReplyTo">Sequence of the entry that this answers; must lie in the speaker's range.</param>
/// <param name="Renders">It is that entry in another language: an interpreter's alone.</param>
/// <param name="LookedUp">Its id was looked up among the messages that were held in this room; without that none of a party's is taken where there was a hold.</param>
public sealed record Speak(TranscriptKind Kind, CanonicalObject Body, long? ReplyTo = null, bool Renders = false, bool LookedUp = false) : RoomAct;

/// <summary>The service records a fact that came about elsewhere (a signature, a frozen text). Needs no open sitting.</summary>
public sealed record Note(TranscriptKind Kind, CanonicalObject Body) : RoomAct;

/// <summary>The first entry of a room.</summary>
public sealed record Begin(string Name) : RoomAct;

/// <summary>The service puts a person on the roster.</summary>
public sealed record AddMember(RoomMember Member) : RoomAct;

/// <summary>Another mediator presides from now on; the former one is removed by an act of its own.</summary>
public sealed record Succeed(RoomMember Member) : RoomAct;

/// <summary>A person of the roster comes: into the room when admitted, else into the lobby.</summary>
public sealed record Enter : RoomAct;

/// <summary>A person goes, or is gone.</summary>
public sealed record Leave(Guid PersonId) : RoomAct;

public sealed record Admit(Guid PersonId) : RoomAct;

public sealed record Remove(Guid PersonId, string Reason) : RoomAct;

public sealed record Open : RoomAct;

public sealed record Adjourn(string? Reason, DateTimeOffset? ResumesAt) : RoomAct;

public sealed record Close(string? Reason) : RoomAct;

/// <summary>What happens to the room's call.</summary>
public abstract record CallAct : RoomAct;

public sealed record OpenCall : CallAct;

public sealed record EndCall : CallAct;

public sealed record JoinCall : CallAct;

/// <summary>A person leaves the call, or is gone from it.</summary>
public sealed record QuitCall(Guid PersonId) : CallAct;

/// <summary>What happens to the holding back of messages for review.</summary>
public abstract record HoldAct : RoomAct;

public sealed record StartHold(string? Reason) : HoldAct;

public sealed record EndHold : HoldAct;

/// <summary>A held message enters the record in the name of its author, who is the actor.</summary>
/// <param name="By">The mediator who lets it through.</param>
public sealed record ReleaseHeld(CanonicalObject Body, long? ReplyTo, Guid By) : HoldAct;

/// <summary>The parties' agreement to take part at different times takes or loses effect; decided by the service, on consents that are kept beside the room.</summary>
public abstract record SpreadAct : RoomAct;

public sealed record StartDifferentTimes(CanonicalObject Body) : SpreadAct;

public sealed record EndDifferentTimes(CanonicalObject Body) : SpreadAct;
