namespace NonLitigation.Odr.Persistence.Rooms;

/// <summary>Rung after each commit. It may fail to reach anybody: whoever listens also asks by himself.</summary>
public interface IBell
{
    /// <summary>Never blocks and never throws.</summary>
    void Ring(Committed committed);
}
