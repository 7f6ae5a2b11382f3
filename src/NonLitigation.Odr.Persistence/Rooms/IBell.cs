namespace NonLitigation.Odr.Persistence.Rooms;

/// <summary>Rung after each commit. It may fail to reach anybody: whoever listens also asks by himself.</summary>
public interface IBell
{
    /// <summary>Never blocks and never throws.</summary>
    /// <param name="committed">In the order of the record within each room.</param>
    void Ring(IReadOnlyList<RoomEntryRow> committed);

    /// <summary>Somebody's standing changed without an entry: who waits in the lobby.</summary>
    void RingLobby(IReadOnlyCollection<Guid> rooms);
}
