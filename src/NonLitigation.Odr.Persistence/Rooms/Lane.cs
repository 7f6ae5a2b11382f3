using System.Threading.Channels;

namespace NonLitigation.Odr.Persistence.Rooms;

/// <summary>Drafts in the order in which they came, handed on in batches of what has gathered: one batch at a time, without any waiting when there is only one draft.</summary>
internal sealed class Lane : IAsyncDisposable
{
    private const int LargestBatch = 256;

    private readonly Channel<Waiting> _drafts = Channel.CreateUnbounded<Waiting>(); // the kind for a single reader cannot be counted
    private readonly Task _running;

    /// <param name="work">Answers every draft it is given.</param>
    public Lane(Func<List<Waiting>, Task> work) => _running = Task.Run(() => RunAsync(work));

    /// <summary>False when it is closed. How many may wait is for whoever takes them on to say.</summary>
    public bool TryAdd(Waiting waiting) => _drafts.Writer.TryWrite(waiting);

    /// <summary>Ends when all that was taken has been answered.</summary>
    public async ValueTask DisposeAsync()
    {
        _drafts.Writer.TryComplete();
        await _running;
    }

    private async Task RunAsync(Func<List<Waiting>, Task> work)
    {
        while (await _drafts.Reader.WaitToReadAsync())
        {
            // Behind what the node has begun already: drafts that are just being read go along. Idle, this takes a microsecond; rooms of 30 get a seventh more.
            await Task.Yield();
            EngineMeters.Queue.Record(_drafts.Reader.Count);
            var batch = new List<Waiting>();
            while (batch.Count < LargestBatch && _drafts.Reader.TryRead(out var next)) batch.Add(next);
            try
            {
                await work(batch);
            }
            catch (Exception fault)
            {
                foreach (var waiting in batch) waiting.Fail(fault); // told to each sender, and logged there; the lane goes on
            }
        }
    }
}

/// <summary>Rooms of which drafts are under way in a lane.</summary>
internal sealed class RoomsInHand
{
    private readonly Dictionary<Guid, int> _drafts = [];

    public bool Contains(Guid room)
    {
        lock (_drafts) return _drafts.ContainsKey(room);
    }

    public void Enter(Guid room)
    {
        lock (_drafts) _drafts[room] = _drafts.GetValueOrDefault(room) + 1;
    }

    public void Leave(Guid room)
    {
        lock (_drafts)
        {
            if (_drafts[room] > 1) _drafts[room]--;
            else _drafts.Remove(room);
        }
    }
}

/// <summary>A draft in its lane, and whoever waits for its answer.</summary>
/// <param name="atOnce">Whether he goes on on the thread that answers.</param>
/// <param name="answered">Called once.</param>
internal sealed class Waiting(Draft draft, bool atOnce, Action answered) : IReceipt
{
    private readonly TaskCompletionSource<AppendedEntry> _answer = new(atOnce ? TaskCreationOptions.None : TaskCreationOptions.RunContinuationsAsynchronously);
    private AppendedEntry? _ready;

    public Guid RoomId => draft.Act.RoomId;
    public Draft Draft => draft;
    public Task<AppendedEntry> Answer => _answer.Task;

    public void Prepare(AppendedEntry entry) => _ready = entry;

    public void HandOver()
    {
        if (_answer.TrySetResult(_ready!)) answered();
    }

    public void Complete(Outcome outcome)
    {
        if (outcome.Refusal is { } refusal ? _answer.TrySetException(refusal) : _answer.TrySetResult(outcome.Entry!)) answered();
    }

    public void Fail(Exception failure)
    {
        if (_answer.TrySetException(failure)) answered();
    }
}
