using NonLitigation.Odr.Contracts.Rooms;

namespace NonLitigation.Odr.Application.Rooms;

/// <summary>What people of a room are shown beside its record. Each returns at once and may be lost without harm.</summary>
public interface IRoomSignals
{
    void ReadPositionMoved(ReadPositionView position);

    void TypingChanged(TypingView typing);

    /// <summary>Tells the people of a room who is in its call, and ends the seats that no longer stand.</summary>
    void CallChanged(Guid room);

    /// <summary>Hands something to one page in a call, wherever it is connected.</summary>
    void CallSignalled(Guid toPerson, CallSignalView signal);
}
