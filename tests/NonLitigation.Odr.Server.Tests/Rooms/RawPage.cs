using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using NonLitigation.Odr.Server.Shared;
using NonLitigation.Odr.Server.Tests.Shared;

namespace NonLitigation.Odr.Server.Tests.Rooms;

/// <summary>A page that keeps every byte it is sent, and speaks the hub protocol by hand.</summary>
public sealed class RawPage : IAsyncDisposable
{
    private const char End = '\u001e';
    private readonly ClientWebSocket _socket = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly StringBuilder _received = new();
    private readonly SemaphoreSlim _sending = new(1);
    private Task _reading = Task.CompletedTask;
    private Task _pinging = Task.CompletedTask;
    private int _calls;

    private RawPage() { }

    /// <summary>All text so far.</summary>
    public string Received
    {
        get
        {
            lock (_received) return _received.ToString();
        }
    }

    /// <summary>Whole frames so far: invocations by the server (type 1) and completions of ours (type 3).</summary>
    public IEnumerable<JsonElement> Frames => Received.Split(End, StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(frame => JsonDocument.Parse(frame).RootElement);

    public static async Task<RawPage> OpenAsync(OdrCluster cluster, string cookie, int node = 0)
    {
        var page = new RawPage();
        page._socket.Options.SetRequestHeader("Cookie", cookie);
        await page._socket.ConnectAsync(new UriBuilder(new Uri(cluster.Addresses[node % cluster.Addresses.Count], "hubs/rooms")) { Scheme = "ws" }.Uri, default);
        page._reading = page.ReadAsync();
        await page.SendAsync("{\"protocol\":\"json\",\"version\":1}");
        page._pinging = page.PingAsync();
        return page;
    }

    /// <summary>Calls a hub method and waits for its completion.</summary>
    public async Task<JsonElement> CallAsync(string method, params object?[] arguments)
    {
        var id = $"{Interlocked.Increment(ref _calls)}";
        await SendAsync(JsonSerializer.Serialize(new { type = 1, invocationId = id, target = method, arguments }, OdrJson.Options));
        return await AnswerAsync(id);
    }

    /// <summary>Sends one frame as it is.</summary>
    public async Task SendAsync(string frame)
    {
        await _sending.WaitAsync();
        try
        {
            await _socket.SendAsync(Encoding.UTF8.GetBytes(frame + End), WebSocketMessageType.Text, true, default);
        }
        finally
        {
            _sending.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _socket.Abort();
        await Task.WhenAll(_reading, _pinging);
        _socket.Dispose();
        _stop.Dispose();
        _sending.Dispose();
    }

    private async Task<JsonElement> AnswerAsync(string id)
    {
        for (var end = DateTime.UtcNow.AddSeconds(15); ; await Task.Delay(20))
        {
            foreach (var frame in Whole()) if (frame.GetProperty("type").GetInt32() == 3 && frame.GetProperty("invocationId").GetString() == id) return frame;
            Assert.True(DateTime.UtcNow < end, $"No answer to call {id}");
        }
    }

    private List<JsonElement> Whole()
    {
        var text = Received;
        return [.. text[..(text.LastIndexOf(End) + 1)].Split(End, StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(frame => JsonDocument.Parse(frame).RootElement)];
    }

    private async Task ReadAsync()
    {
        var buffer = new byte[65_536];
        var decoder = Encoding.UTF8.GetDecoder();
        var chars = new char[65_536];
        try
        {
            while (true)
            {
                var read = await _socket.ReceiveAsync(buffer.AsMemory(), _stop.Token);
                if (read.MessageType == WebSocketMessageType.Close) return;
                var count = decoder.GetChars(buffer, 0, read.Count, chars, 0);
                lock (_received) _received.Append(chars, 0, count);
            }
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException)
        {
            return;
        }
    }

    private async Task PingAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(5_000, _stop.Token);
                await SendAsync("{\"type\":6}");
            }
            catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or ObjectDisposedException)
            {
                return;
            }
        }
    }
}
