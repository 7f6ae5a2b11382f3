namespace NonLitigation.Odr.Persistence.Rooms;

/// <summary>One leaf of the platform's public log.</summary>
public sealed class LogLeafRow
{
    /// <summary>From 0, without gaps.</summary>
    public long Position { get; init; }
    public byte[] Leaf { get; init; } = [];
    /// <summary>The text under the leaf when everybody may read it; null when it is a room's checkpoint.</summary>
    public string? Act { get; init; }
    public DateTimeOffset AddedAt { get; init; }
}

/// <summary>A room's signed checkpoint; its note is the text under the leaf at <see cref="Position"/>.</summary>
public sealed class RoomCheckpointRow
{
    public Guid RoomId { get; init; }
    public long Size { get; init; }
    public byte[] Root { get; init; } = [];
    public string Note { get; init; } = "";
    public long Position { get; init; }
    public DateTimeOffset MadeAt { get; init; }
}

/// <summary>A signed checkpoint of the platform's log, as published.</summary>
public sealed class LogCheckpointRow
{
    public long Size { get; init; }
    public byte[] Root { get; init; } = [];
    public string Note { get; init; } = "";
    public DateTimeOffset MadeAt { get; init; }
}

/// <summary>An authority's word (RFC 3161, DER) that a checkpoint of this size was there.</summary>
public sealed class LogTimestampRow
{
    public long Size { get; init; }
    public byte[] Token { get; init; } = [];
    public DateTimeOffset MadeAt { get; init; }
}

/// <summary>Why an entry has no body any more; written by the owner of the tables, before the body goes.</summary>
public sealed class EntryErasureRow
{
    public Guid RoomId { get; init; }
    public long Sequence { get; init; }
    public string Reason { get; init; } = "";
    public DateTimeOffset ErasedAt { get; init; }
}
