namespace NonLitigation.Odr.Persistence.Rooms;

/// <summary>
/// Rooms as this node last saw them, in memory. Nothing is decided on this alone: the statement that continues a room commits only
/// where the record still ends where we think it does. Holds between one and two generations of <see cref="Generation"/> rooms.
/// </summary>
public sealed class KnownRooms
{
    private const int Generation = 20_000;

    private readonly Lock _gate = new();
    private Dictionary<Guid, RoomPulse> _young = [], _old = [];

    public RoomPulse? Of(Guid room)
    {
        lock (_gate)
        {
            if (_young.TryGetValue(room, out var pulse)) return pulse;
            if (!_old.TryGetValue(room, out pulse)) return null;
            Keep(pulse);
            return pulse;
        }
    }

    /// <summary>The longer record wins; of two that end alike, the one read later.</summary>
    public void Put(IReadOnlyCollection<RoomPulse> pulses)
    {
        lock (_gate)
        {
            foreach (var pulse in pulses)
            {
                var known = _young.GetValueOrDefault(pulse.RoomId) ?? _old.GetValueOrDefault(pulse.RoomId);
                if (known is null || pulse.Head > known.Head || (pulse.Head == known.Head && pulse.AsOf >= known.AsOf)) Keep(pulse);
            }
        }
    }

    /// <summary>What we thought of this room did not hold.</summary>
    public void Forget(IEnumerable<Guid> rooms)
    {
        lock (_gate)
        {
            foreach (var room in rooms)
            {
                _young.Remove(room);
                _old.Remove(room);
            }
        }
    }

    private void Keep(RoomPulse pulse)
    {
        if (_young.Count >= Generation) (_old, _young) = (_young, []);
        _young[pulse.RoomId] = pulse;
    }
}
