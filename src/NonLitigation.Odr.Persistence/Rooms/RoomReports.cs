using NonLitigation.Odr.Domain.Rooms;

namespace NonLitigation.Odr.Persistence.Rooms;

/// <summary>A room as it stands for one person of its roster.</summary>
/// <param name="Head">Last number of the record; <see cref="VisibleHead"/> is what the person may know of it.</param>
/// <param name="Read">How far he has read.</param>
/// <param name="Unread">Entries of others in his range that he has not read; joinings and the like are not counted.</param>
/// <param name="Waiting">People in the lobby.</param>
/// <param name="Held">Messages that wait for review, for those who preside; else 0.</param>
public sealed record RoomOverview(
    RoomRow Room, SessionState State, bool EverOpened, DateTimeOffset? LastEntryAt, long Head, RoomMember Me, long Read, int Unread, int Waiting, bool CallOpen, HoldState Hold, int Held, bool DifferentTimes)
{
    public long FirstVisible => Me is { Standing: Standing.Admitted, FromSequence: { } from } ? from : 1;
    public long VisibleHead => Me.Standing == Standing.Admitted ? Math.Min(Head, Me.ToSequence ?? long.MaxValue) : 0;
}

/// <param name="Entries">The newest of the person's range, ascending.</param>
public sealed record RoomReport(
    RoomOverview Overview, IReadOnlyList<RoomMember> Members, IReadOnlyList<ReadPositionRow> ReadPositions, IReadOnlyList<RoomEntryRow> Entries, DateTimeOffset Clock);

/// <param name="LeavesBefore">Hashes of the entries before the first one, in order.</param>
public sealed record RoomRange(RoomOverview Room, IReadOnlyList<byte[]> LeavesBefore, IReadOnlyList<RoomEntryRow> Entries);
