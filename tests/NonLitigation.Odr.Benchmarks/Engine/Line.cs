using System.Buffers;
using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using NonLitigation.Odr.Server.Shared;

namespace NonLitigation.Odr.Benchmarks.Engine;

/// <summary>
/// One socket that speaks SignalR's JSON protocol by hand. It looks only for what the measurement needs, so that the load maker takes little of the two
/// processors that it shares with the servers.
/// </summary>
internal sealed class Line : IAsyncDisposable
{
    private const byte End = 0x1e;
    private static readonly byte[] IdMark = "\"clientMessageId\":\""u8.ToArray(), PostedMark = "\"MessagePosted\""u8.ToArray(), CompletionMark = "{\"type\":3,"u8.ToArray();

    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _sending = new(1);
    private readonly ConcurrentDictionary<int, TaskCompletionSource> _asked = new();
    private readonly Action<Guid> _posted;
    private int _asks;
    private Task _reading = Task.CompletedTask;

    private Line(Action<Guid> posted) => _posted = posted;

    /// <param name="posted">Called with the client's message id for every MessagePosted.</param>
    public static async Task<Line> OpenAsync(Uri server, string? cookie, Action<Guid> posted)
    {
        var line = new Line(posted);
        if (cookie is not null) line._socket.Options.SetRequestHeader("Cookie", cookie);
        line._socket.Options.KeepAliveInterval = TimeSpan.Zero;
        await line._socket.ConnectAsync(new Uri(server.AbsoluteUri.Replace("http", "ws", StringComparison.Ordinal) + "hubs/rooms"), CancellationToken.None);
        await line._socket.SendAsync("{\"protocol\":\"json\",\"version\":1}\u001e"u8.ToArray(), WebSocketMessageType.Text, true, CancellationToken.None);
        line._reading = line.ReadAsync();
        return line;
    }

    /// <summary>Calls a hub method; ends with its completion.</summary>
    /// <exception cref="InvalidOperationException">The server answered with an error.</exception>
    public async Task AskAsync(string method, object request)
    {
        var id = Interlocked.Increment(ref _asks);
        var answer = _asked[id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        var frame = Encoding.UTF8.GetBytes($"{{\"type\":1,\"invocationId\":\"{id}\",\"target\":\"{method}\",\"arguments\":[{JsonSerializer.Serialize(request, OdrJson.Options)}]}}\u001e");
        await _sending.WaitAsync();
        try
        {
            await _socket.SendAsync(frame, WebSocketMessageType.Text, true, CancellationToken.None);
        }
        finally
        {
            _sending.Release();
        }
        await answer.Task;
    }

    public async ValueTask DisposeAsync()
    {
        _socket.Abort();
        await _reading;
        _socket.Dispose();
        _sending.Dispose();
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
                if (!got.EndOfMessage || buffer.WrittenSpan.Length == 0 || buffer.WrittenSpan[^1] != End) continue;
                Take(buffer.WrittenSpan);
                buffer.ResetWrittenCount();
            }
        }
        catch (Exception closed) when (closed is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            foreach (var waiting in _asked.Values) waiting.TrySetException(closed);
        }
    }

    private void Take(ReadOnlySpan<byte> frames)
    {
        while (frames.Length > 0)
        {
            var end = frames.IndexOf(End);
            var frame = frames[..end];
            frames = frames[(end + 1)..];
            if (frame.StartsWith(CompletionMark)) Complete(frame);
            else if (frame.IndexOf(PostedMark) >= 0 && frame.IndexOf(IdMark) is >= 0 and var at && Utf8Parser.TryParse(frame[(at + IdMark.Length)..], out Guid id, out _)) _posted(id);
        }
    }

    private void Complete(ReadOnlySpan<byte> frame)
    {
        var completion = JsonSerializer.Deserialize<Completion>(frame, OdrJson.Options)!;
        if (!_asked.TryRemove(int.Parse(completion.InvocationId, System.Globalization.CultureInfo.InvariantCulture), out var waiting)) return;
        if (completion.Error is { } error) waiting.TrySetException(new InvalidOperationException(error));
        else waiting.TrySetResult();
    }

    private sealed record Completion(string InvocationId, string? Error);
}
