using System.Diagnostics;
using NonLitigation.Odr.Application.Rooms;
using NonLitigation.Odr.Persistence.Rooms;

namespace NonLitigation.Odr.Server.Rooms;

/// <param name="Entries">Written by this node, so in hand already.</param>
/// <param name="Rooms">And where their rooms stand after them.</param>
/// <param name="Receipts">Of those who said it.</param>
/// <param name="Heard">From the bell: room and last sequence; 0 for a change in the lobby.</param>
/// <param name="All">Look at every room.</param>
/// <param name="Heartbeat">And tell every page where its rooms stand.</param>
/// <param name="Left">Look at these: what a look at every room has left for later.</param>
internal sealed record Rung(
    IReadOnlyList<PostedEntry> Entries, IReadOnlyList<RoomNow> Rooms, IReadOnlyList<IReceipt> Receipts, IReadOnlyList<(Guid Room, long Sequence)> Heard, bool All = false, bool Heartbeat = false,
    IReadOnlyList<Guid>? Left = null)
{
    public static readonly Rung Everything = new([], [], [], [], true, true);

    public static Rung Rest(IReadOnlyList<Guid> left, bool heartbeat) => new([], [], [], [], Heartbeat: heartbeat, Left: left);

    public void HandOver()
    {
        foreach (var receipt in Receipts) receipt.HandOver();
    }
}

/// <summary>What the rings gathered so far say of one room.</summary>
internal sealed class RoomRing
{
    /// <summary>What a node knew before it was stopped for a while is not acted on.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);

    private readonly List<PostedEntry> _entries = [];
    private readonly List<IReceipt> _receipts = [];
    private RoomNow? _now;
    private long _heard;
    private bool _lobby;

    /// <summary>The latest that this node itself wrote of it; null when it wrote nothing.</summary>
    public RoomNow? Now => _now;
    public IReadOnlyList<PostedEntry> Entries => _entries;

    public static Dictionary<Guid, RoomRing> Gather(IReadOnlyList<Rung> rings)
    {
        var rooms = new Dictionary<Guid, RoomRing>();
        RoomRing Of(Guid room) => rooms.TryGetValue(room, out var ring) ? ring : rooms[room] = new();
        foreach (var rung in rings)
        {
            foreach (var entry in rung.Entries) Of(entry.RoomId)._entries.Add(entry);
            foreach (var now in rung.Rooms) Of(now.RoomId).Add(now);
            foreach (var receipt in rung.Receipts) Of(receipt.RoomId)._receipts.Add(receipt);
            foreach (var (room, sequence) in rung.Heard) Of(room).Add(sequence);
        }
        return rooms;
    }

    /// <summary>What is to be done when everything up to <paramref name="pushed"/> has been pushed.</summary>
    public Look At(long pushed)
    {
        _entries.RemoveAll(e => e.Sequence <= pushed);
        _entries.Sort((a, b) => a.Sequence.CompareTo(b.Sequence));
        if (_lobby || _heard > Math.Max(pushed, _now?.Head ?? 0)) return Look.Ask;
        // Our own bell come back to us, or a ring that a later one has overtaken.
        if (_now is null || _now.Head < pushed) return Look.Nothing;
        var follows = _now.Head == pushed + _entries.Count && (_entries.Count == 0 || _entries[0].Sequence == pushed + 1);
        return follows && Stopwatch.GetElapsedTime(_now.AsOf) < Fresh ? Look.InHand : Look.Ask;
    }

    public void HandOver()
    {
        foreach (var receipt in _receipts) receipt.HandOver();
    }

    private void Add(RoomNow now)
    {
        if (_now is null || now.Head >= _now.Head) _now = now;
    }

    private void Add(long heard)
    {
        _heard = Math.Max(_heard, heard);
        _lobby |= heard == 0;
    }
}

/// <summary>Nothing is new, all that is new is in hand, or the record must be asked.</summary>
internal enum Look { Nothing, InHand, Ask }
