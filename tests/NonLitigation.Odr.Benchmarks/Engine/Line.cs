using System.Buffers;
using System.Collections.Concurrent;
using System.Net.WebSockets;

namespace NonLitigation.Odr.Benchmarks.Engine;

/// <summary>One person's socket.</summary>
internal sealed class Line : IHearing, IAsyncDisposable
{
    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _sending = new(1);
    private readonly ConcurrentDictionary<int, TaskCompletionSource> _asked = new();
    private readonly Dialect _dialect;
    private readonly Action<Guid> _posted;
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _asks;
    private Task _reading = Task.CompletedTask;

    private Line(Dialect dialect, Action<Guid> posted) => (_dialect, _posted) = (dialect, posted);

    /// <param name="posted">Called with the client's message id for every MessagePosted.</param>
    public static async Task<Line> OpenAsync(Uri server, Dialect dialect, string? cookie, Action<Guid> posted)
    {
        var line = new Line(dialect, posted);
        if (cookie is not null) line._socket.Options.SetRequestHeader("Cookie", cookie);
        line._socket.Options.KeepAliveInterval = TimeSpan.Zero;
        await line._socket.ConnectAsync(new Uri(server.AbsoluteUri.Replace("http", "ws", StringComparison.Ordinal) + dialect.Path), CancellationToken.None);
        await line.SayAsync(dialect.Greeting);
        line._reading = line.ReadAsync();
        await line._ready.Task.WaitAsync(TimeSpan.FromSeconds(30));
        return line;
    }

    /// <summary>Calls a method of the server; ends with its answer.</summary>
    /// <exception cref="InvalidOperationException">The server answered with an error.</exception>
    /// <exception cref="TimeoutException">No answer in a minute.</exception>
    public async Task AskAsync(string method, object request)
    {
        var ask = Interlocked.Increment(ref _asks);
        var answer = _asked[ask] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await SayAsync(_dialect.Ask(ask, method, request));
        await answer.Task.WaitAsync(TimeSpan.FromSeconds(60));
    }

    public void Ready() => _ready.TrySetResult();

    public void Posted(Guid clientMessageId) => _posted(clientMessageId);

    public void Answered(int ask, string? error)
    {
        if (!_asked.TryRemove(ask, out var waiting)) return;
        if (error is not null) waiting.TrySetException(new InvalidOperationException(error));
        else waiting.TrySetResult();
    }

    public void Say(byte[] frame) => _ = SayAsync(frame);

    public async ValueTask DisposeAsync()
    {
        _socket.Abort();
        await _reading;
        _socket.Dispose();
        _sending.Dispose();
    }

    private async Task SayAsync(byte[] frame)
    {
        await _sending.WaitAsync();
        try
        {
            await _socket.SendAsync(frame, WebSocketMessageType.Text, true, CancellationToken.None);
        }
        finally
        {
            _sending.Release();
        }
    }

    private async Task ReadAsync()
    {
        var buffer = new ArrayBufferWriter<byte>(2048);
        try
        {
            while (true)
            {
                var got = await _socket.ReceiveAsync(buffer.GetMemory(2048), CancellationToken.None);
                if (got.MessageType == WebSocketMessageType.Close) break;
                buffer.Advance(got.Count);
                if (!got.EndOfMessage) continue;
                _dialect.Take(buffer.WrittenSpan, this);
                buffer.ResetWrittenCount();
            }
        }
        catch (Exception closed) when (closed is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            foreach (var waiting in _asked.Values) waiting.TrySetException(closed);
        }
    }
}
