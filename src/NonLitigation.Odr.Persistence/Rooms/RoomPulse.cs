using System.Diagnostics;
using NonLitigation.Odr.Domain.Rooms;

namespace NonLitigation.Odr.Persistence.Rooms;

/// <summary>Where a room stands: the end of its chain, its sitting, its roster. The writer continues from it, the reader asks it who may be told.</summary>
/// <param name="Chain">Last entry. The roster may be younger than it, never older.</param>
/// <param name="CallOpen">A call has been opened in it and not ended.</param>
/// <param name="Hold">Whether messages of parties wait for the mediator, or once did.</param>
/// <param name="DifferentTimes">Its parties have agreed to take part at different times.</param>
/// <param name="AsOf">Timestamp of <see cref="Stopwatch"/> from before it was read, so that nobody takes it for younger than it is.</param>
public sealed record RoomPulse(
    Guid RoomId, RoomKind Kind, SessionState State, TranscriptHead Chain, DateTimeOffset? FirstOpenedAt, DateTimeOffset? LastEntryAt,
    Roster Members, long AsOf, bool CallOpen, HoldState Hold, bool DifferentTimes)
{
    public long Head => Chain.Sequence;
}

/// <summary>What a commit made of one or more rooms.</summary>
/// <param name="Entries">In the order of the record within each room; empty when only somebody's standing changed (who waits in the lobby).</param>
/// <param name="Rooms">As they stand after it.</param>
/// <param name="Receipts">For those who said it; whoever is told of the commit hands them over.</param>
public sealed record Committed(IReadOnlyList<RoomEntryRow> Entries, IReadOnlyList<RoomPulse> Rooms, IReadOnlyList<IReceipt> Receipts);

/// <summary>An answer that is ready.</summary>
public interface IReceipt
{
    Guid RoomId { get; }

    /// <summary>Lets whoever waits for it go on, on this thread, until he waits again. Only the first time counts.</summary>
    void HandOver();
}
