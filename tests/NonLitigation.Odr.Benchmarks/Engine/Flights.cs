using System.Collections.Concurrent;
using System.Diagnostics;

namespace NonLitigation.Odr.Benchmarks.Engine;

/// <summary>Messages on their way: each is done when every member's line has it.</summary>
internal sealed class Flights
{
    private readonly ConcurrentDictionary<Guid, Flight> _open = new();
    private readonly ConcurrentQueue<double> _done = new();

    /// <summary>Milliseconds from the intended moment of sending until the last member had the message.</summary>
    public IReadOnlyCollection<double> Done => _done;

    public int Open => _open.Count;

    /// <param name="intended">Timestamp of <see cref="Stopwatch"/>.</param>
    public Task Start(Guid id, long intended, int members)
    {
        var flight = new Flight(intended, members);
        _open[id] = flight;
        return flight.Landed.Task;
    }

    public void Arrived(Guid id)
    {
        if (!_open.TryGetValue(id, out var flight) || Interlocked.Decrement(ref flight.Missing) != 0) return;
        _open.TryRemove(id, out _);
        _done.Enqueue(Stopwatch.GetElapsedTime(flight.Intended).TotalMilliseconds);
        flight.Landed.TrySetResult();
    }

    private sealed class Flight(long intended, int members)
    {
        public readonly long Intended = intended;
        public int Missing = members;
        public readonly TaskCompletionSource Landed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
