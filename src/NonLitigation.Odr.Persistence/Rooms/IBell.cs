namespace NonLitigation.Odr.Persistence.Rooms;

/// <summary>Rung after each commit. It may fail to reach anybody: whoever listens also asks by himself.</summary>
public interface IBell
{
    /// <summary>
    /// Never blocks and never throws. Hands over every receipt soon, whatever happens: best right after the entry has been pushed, so that its
    /// author gets both in one packet.
    /// </summary>
    void Ring(Committed committed);
}
