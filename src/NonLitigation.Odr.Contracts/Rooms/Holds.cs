namespace NonLitigation.Odr.Contracts.Rooms;

/// <summary>Whether messages of parties wait for the mediator. Ended: they once did, and some may have come back to their authors.</summary>
public enum HoldState { Never, On, Ended }

/// <summary>By what a held message came back: the mediator's decision, the end of the hold or of the sitting, the author's right that ended.</summary>
public enum ReturnCause { Mediator, HoldEnded, Adjourned, Closed, Removed }

/// <param name="Reason">Stands in the record for all; at most 500 characters, or null.</param>
public sealed record StartHoldRequest(string? Reason);

/// <param name="Release">What waits goes through, in the order in which it was written; else back to its authors.</param>
/// <param name="Reason">For the authors, when it goes back and anything waits: 1 to 500 characters.</param>
public sealed record EndHoldRequest(bool Release, string? Reason);

/// <param name="Reason">For the author, 1 to 500 characters.</param>
public sealed record ReturnHeldRequest(string? Reason);

/// <param name="Returned">It came back to its author; else it waits.</param>
/// <param name="Reason">The mediator's.</param>
public sealed record HeldMessageView(
    Guid Id, Guid ClientMessageId, Guid AuthorId, string AuthorName, RoomRole AuthorRole, string Text, long? ReplyTo, DateTimeOffset WrittenAt, bool Returned, ReturnCause? Cause, string? Reason);

/// <param name="Messages">For a mediator all that wait; for anybody else his own that wait or have come back and were not taken yet. In the order in which they were written.</param>
public sealed record HeldMessagesView(Guid RoomId, bool HoldOn, IReadOnlyList<HeldMessageView> Messages);
