using NonLitigation.Odr.Contracts.Rooms;

namespace NonLitigation.Odr.Application.Rooms;

/// <summary>What people of a room are shown beside its record. Each returns at once and may be lost without harm.</summary>
public interface IRoomSignals
{
    void ReadPositionMoved(ReadPositionView position);

    void TypingChanged(TypingView typing);
}
