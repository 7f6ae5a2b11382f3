using NonLitigation.Odr.Domain.Rooms;

namespace NonLitigation.Odr.Persistence.Rooms;

/// <summary>A room, as it was made; nothing of it changes afterwards.</summary>
public sealed class RoomRow
{
    public Guid Id { get; init; }
    public RoomKind Kind { get; init; }
    public Guid? CaseId { get; init; }
    public Guid? EnterpriseId { get; init; }
    public Guid? CaucusPartyId { get; init; }
    public string Name { get; init; } = "";
    public string NameEn { get; init; } = "";
    /// <summary>0 to 7.</summary>
    public int Colour { get; init; }
    public string? CaseNumber { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
}

/// <summary>The end of a room's transcript and the state of its sitting. Its row lock is what puts a room's acts in order.</summary>
public sealed class RoomHeadRow
{
    public Guid RoomId { get; init; }
    public long Head { get; set; }
    public byte[] HeadHash { get; set; } = [];
    public SessionState State { get; set; }
    public DateTimeOffset? FirstOpenedAt { get; set; }
    public DateTimeOffset? LastEntryAt { get; set; }
    /// <summary>The mediator has opened a call; it ends with the sitting at the latest.</summary>
    public bool CallOpen { get; set; }
    /// <summary>Messages of parties wait for the mediator, or once did; a hold ends with the sitting at the latest.</summary>
    public HoldState Hold { get; set; }
    /// <summary>The parties have agreed to take part at different times.</summary>
    public bool DifferentTimes { get; set; }
}

public sealed class RoomMemberRow
{
    public Guid RoomId { get; init; }
    public Guid PersonId { get; init; }
    public Guid? PartyId { get; init; }
    public string Name { get; init; } = "";
    public RoomRole Role { get; init; }
    public Standing Standing { get; init; }
    public long? FromSequence { get; init; }
    public long? ToSequence { get; init; }
    public bool Joined { get; init; }
}

/// <summary>One entry of a transcript; rows are added and never changed, but for body and salt that the law has erased (docs/transcript-format.md).</summary>
public sealed class RoomEntryRow
{
    public Guid RoomId { get; init; }
    public long Sequence { get; init; }
    public TranscriptKind Kind { get; init; }
    public Guid? AuthorId { get; init; }
    public string AuthorName { get; init; } = "";
    public RoomRole AuthorRole { get; init; }
    public DateTimeOffset SentAt { get; init; }
    public Guid? ClientMessageId { get; init; }
    public long? ReplyTo { get; init; }
    public Guid[] Audience { get; init; } = [];
    /// <summary>Canonical JSON as UTF-8, exactly the bytes that the commitment binds; null, like the salt, once erased.</summary>
    public byte[]? Body { get; init; }
    public byte[]? Salt { get; init; }
    public byte[] Commitment { get; init; } = [];
    public byte[] PreviousHash { get; init; } = [];
    public byte[] EntryHash { get; init; } = [];

    /// <summary>The entry that was hashed.</summary>
    public TranscriptEntry ToEntry() => new(RoomId, Sequence, Kind, AuthorId, AuthorName, AuthorRole.ToString(), SentAt, ClientMessageId, ReplyTo, Audience, new(Commitment), new(PreviousHash));
}

/// <summary>How far a person has read a room; only ever grows.</summary>
public sealed class ReadPositionRow
{
    public Guid RoomId { get; init; }
    public Guid PersonId { get; init; }
    public long Sequence { get; set; }
}
