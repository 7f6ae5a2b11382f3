using NonLitigation.Odr.Contracts.Rooms;

namespace NonLitigation.Odr.Simulator.People;

/// <summary>What one person has of one room: the contiguous prefix of his range, nothing else.</summary>
internal sealed class RoomRecord(Guid id)
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<long, EntryView> _ahead = [];
    private readonly List<EntryView> _entries = [];
    private long _first = 1;
    private long _head;
    private bool _enterAgain;

    public Guid Id { get; } = id;
    public bool IsEntered { get; private set; }
    public bool IsRevoked { get; private set; }
    /// <summary>Entries that the service pushed to this person, whatever became of them.</summary>
    public int Received { get; private set; }
    public Standing Standing { get; private set; } = Standing.Invited;
    private Action<EntryView>? _shown;
    public bool NeedsEntering { get { lock (_gate) { return _enterAgain && !IsRevoked; } } }
    public IReadOnlyList<EntryView> Entries { get { lock (_gate) { return [.. _entries]; } } }
    public long Last { get { lock (_gate) { return _entries.Count == 0 ? _first - 1 : _entries[^1].Sequence; } } }

    /// <summary>Pull after this; null when nothing is missing.</summary>
    public long? MissingAfter { get { lock (_gate) { return Standing == Standing.Admitted && LastHeld < _head ? LastHeld : null; } } }

    private long LastHeld => _entries.Count == 0 ? _first - 1 : _entries[^1].Sequence;

    /// <summary>Calls for each entry that joins the contiguous prefix from now on; returns those that are there already.</summary>
    public IReadOnlyList<EntryView> Shows(Action<EntryView> shown)
    {
        lock (_gate)
        {
            _shown += shown;
            return [.. _entries];
        }
    }

    public void Entered(RoomSnapshot snapshot)
    {
        lock (_gate)
        {
            IsEntered = true;
            _enterAgain = false;
            Standing = snapshot.Room.MyStanding;
            _head = Math.Max(_head, snapshot.Head);
            if (_entries.Count == 0)
            {
                _first = Math.Max(1, snapshot.FirstVisible);
            }

            snapshot.Entries.ToList().ForEach(Take);
        }
    }

    public void Posted(EntryView entry)
    {
        lock (_gate)
        {
            Received++;
            _head = Math.Max(_head, entry.Sequence);
            Take(entry);
        }
    }

    public void HeadIs(long head) { lock (_gate) { _head = Math.Max(_head, head); } }
    public void StandingMoved() { lock (_gate) { _enterAgain = true; } }
    public void Revoked() { lock (_gate) { IsRevoked = true; } }

    /// <returns>Whether anything new came.</returns>
    public bool Pulled(EntriesPage page)
    {
        lock (_gate)
        {
            var before = LastHeld;
            if (_entries.Count == 0)
            {
                _first = Math.Max(1, page.FirstVisible);
            }

            page.Entries.ToList().ForEach(Take);
            return LastHeld > before;
        }
    }

    private void Take(EntryView entry)
    {
        if (entry.Sequence <= LastHeld)
        {
            return;
        }

        _ahead[entry.Sequence] = entry;
        while (_ahead.Remove(LastHeld + 1, out var next))
        {
            _entries.Add(next);
            _shown?.Invoke(next);
        }
    }
}
