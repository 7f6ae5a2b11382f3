using System.Buffers;
using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace NonLitigation.Odr.Documents.Settlements;

/// <summary>
/// Commands to a browser over its DevTools pipe: JSON texts, each ended by a zero byte (Chrome DevTools Protocol,
/// <c>--remote-debugging-pipe</c>). Unlike a port, the pipe can be reached by nobody else on the machine.
/// </summary>
internal sealed class DevTools : IDisposable
{
    private readonly Stream _commands;
    private readonly SemaphoreSlim _writing = new(1);
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonElement>> _asked = new();
    private readonly ConcurrentDictionary<string, Channel<JsonElement>> _heard = new();
    private int _last;

    public DevTools(Stream commands, Stream answers)
    {
        _commands = commands;
        Ended = ReadAsync(answers);
    }

    /// <summary>Done when the browser has closed its end; never faulted.</summary>
    public Task Ended { get; }

    /// <param name="session">Of the page that is meant; null: the browser itself.</param>
    /// <returns>The command's <c>result</c>.</returns>
    /// <exception cref="IOException">When the browser has ended.</exception>
    /// <exception cref="InvalidOperationException">When the browser refuses the command.</exception>
    public async Task<JsonElement> AskAsync(string method, JsonObject parameters, string? session, CancellationToken ct)
    {
        var id = Interlocked.Increment(ref _last);
        var answer = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        _asked[id] = answer;
        try
        {
            var command = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters };
            if (session is not null) command["sessionId"] = session;
            byte[] bytes = [.. JsonSerializer.SerializeToUtf8Bytes(command), 0];
            await _writing.WaitAsync(ct);
            try
            {
                // Half a command would garble all that follow: it is not given up in the middle.
                await _commands.WriteAsync(bytes, CancellationToken.None);
                await _commands.FlushAsync(CancellationToken.None);
            }
            finally
            {
                _writing.Release();
            }
            if (Ended.IsCompleted) throw new IOException("The browser has ended.");
            return await answer.Task.WaitAsync(ct);
        }
        catch (ObjectDisposedException gone)
        {
            throw new IOException("The browser has ended.", gone); // by its owner, for another page's fault
        }
        finally
        {
            _asked.TryRemove(id, out _);
        }
    }

    /// <summary>From now on what a page reports is kept for it; to be asked for before the commands that cause it.</summary>
    public void Hear(string session) => _heard.TryAdd(session, Channel.CreateUnbounded<JsonElement>(new() { SingleReader = true }));

    /// <summary>Nothing more is kept for this page.</summary>
    public void Forget(string session) => _heard.TryRemove(session, out _);

    /// <summary>Waits until a page that is heard reports <paramref name="method"/> with parameters that fit; what it reported before is gone then.</summary>
    /// <exception cref="IOException">When the browser ends before.</exception>
    public async Task UntilAsync(string session, string method, Func<JsonElement, bool> fits, CancellationToken ct)
    {
        try
        {
            var reports = _heard[session].Reader;
            for (;;)
            {
                var report = await reports.ReadAsync(ct);
                if (report.GetProperty("method").GetString() == method && fits(report.GetProperty("params"))) return;
            }
        }
        catch (ChannelClosedException gone)
        {
            throw new IOException("The browser has ended.", gone);
        }
    }

    public void Dispose() => _writing.Dispose();

    private async Task ReadAsync(Stream answers)
    {
        var buffer = new ArrayBufferWriter<byte>(64 * 1024);
        try
        {
            for (;;)
            {
                var room = buffer.GetMemory(64 * 1024);
                var read = await answers.ReadAsync(room);
                if (read == 0) return;
                var fresh = buffer.WrittenCount;
                buffer.Advance(read);
                fresh = Take(buffer.WrittenMemory, fresh);
                if (fresh == 0) continue;
                var rest = buffer.WrittenSpan[fresh..].ToArray();
                buffer.ResetWrittenCount();
                buffer.Write(rest);
            }
        }
        catch (IOException)
        {
            // Torn: the same as closed, told to everybody who waits below.
        }
        finally
        {
            foreach (var waiting in _asked.Values) waiting.TrySetException(new IOException("The browser has ended."));
            foreach (var reports in _heard.Values) reports.Writer.TryComplete();
        }
    }

    /// <summary>Handles each whole text; those before <paramref name="from"/> hold no end.</summary>
    /// <returns>How many bytes are done with.</returns>
    private int Take(ReadOnlyMemory<byte> bytes, int from)
    {
        var start = 0;
        for (var end = from; (from = bytes.Span[end..].IndexOf((byte)0)) >= 0;)
        {
            end += from;
            Handle(bytes[start..end]);
            start = ++end;
        }
        return start;
    }

    private void Handle(ReadOnlyMemory<byte> text)
    {
        using var document = JsonDocument.Parse(text);
        var message = document.RootElement;
        if (message.TryGetProperty("id", out var id))
        {
            if (!_asked.TryGetValue(id.GetInt32(), out var answer)) return;
            if (message.TryGetProperty("error", out var error)) answer.TrySetException(new InvalidOperationException($"The browser refused: {error.GetProperty("message").GetString()}"));
            else answer.TrySetResult(message.GetProperty("result").Clone());
        }
        else if (message.TryGetProperty("sessionId", out var session) && _heard.TryGetValue(session.GetString()!, out var reports))
        {
            reports.Writer.TryWrite(message.Clone());
        }
    }
}
