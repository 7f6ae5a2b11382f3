using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;
using NonLitigation.Odr.Server.Shared;

namespace NonLitigation.Odr.Benchmarks.Engine;

/// <summary>What a line hears.</summary>
internal interface IHearing
{
    /// <summary>The greeting was answered; what is said before may be lost.</summary>
    void Ready();

    void Posted(Guid clientMessageId);

    /// <param name="error">Null when the call succeeded.</param>
    void Answered(int ask, string? error);

    /// <summary>Something the protocol itself wants said.</summary>
    void Say(byte[] frame);
}

/// <summary>A wire protocol, spoken by hand and only as far as the measurement needs it: the load maker shares two processors with the servers.</summary>
internal abstract class Dialect
{
    private static readonly byte[] IdMark = "\"clientMessageId\":\""u8.ToArray(), PostedMark = "\"MessagePosted\""u8.ToArray();

    /// <summary>Path and query of the socket.</summary>
    public abstract string Path { get; }
    public abstract byte[] Greeting { get; }

    public abstract byte[] Ask(int ask, string method, object request);

    /// <param name="frame">One whole message of the socket.</param>
    public abstract void Take(ReadOnlySpan<byte> frame, IHearing hearing);

    protected static void TakePosted(ReadOnlySpan<byte> frame, IHearing hearing)
    {
        if (frame.IndexOf(PostedMark) >= 0 && frame.IndexOf(IdMark) is >= 0 and var at && Utf8Parser.TryParse(frame[(at + IdMark.Length)..], out Guid id, out _)) hearing.Posted(id);
    }
}

/// <summary>SignalR's JSON hub protocol.</summary>
internal sealed class SignalRDialect : Dialect
{
    private const byte End = 0x1e;
    private static readonly byte[] CompletionMark = "{\"type\":3,"u8.ToArray();

    public override string Path => "hubs/rooms";
    public override byte[] Greeting { get; } = "{\"protocol\":\"json\",\"version\":1}\u001e"u8.ToArray();

    public override byte[] Ask(int ask, string method, object request) => Encoding.UTF8.GetBytes(
        $"{{\"type\":1,\"invocationId\":\"{ask}\",\"target\":\"{method}\",\"arguments\":[{JsonSerializer.Serialize(request, OdrJson.Options)}]}}\u001e");

    public override void Take(ReadOnlySpan<byte> frame, IHearing hearing)
    {
        while (frame.IndexOf(End) is >= 0 and var end)
        {
            var one = frame[..end];
            frame = frame[(end + 1)..];
            if (one.StartsWith(CompletionMark))
            {
                var completion = JsonSerializer.Deserialize<Completion>(one, OdrJson.Options)!;
                hearing.Answered(int.Parse(completion.InvocationId, CultureInfo.InvariantCulture), completion.Error);
            }
            else if (one.SequenceEqual("{}"u8)) hearing.Ready();
            else TakePosted(one, hearing);
        }
    }

    private sealed record Completion(string InvocationId, string? Error);
}

/// <summary>socket.io 4 over engine.io 4: 0 opens, 2 pings, 3 pongs, 42 is an event, 43 an acknowledgement.</summary>
internal sealed class SocketIoDialect : Dialect
{
    public override string Path => "socket.io/?EIO=4&transport=websocket";
    public override byte[] Greeting { get; } = "40"u8.ToArray();

    public override byte[] Ask(int ask, string method, object request) =>
        Encoding.UTF8.GetBytes($"42{ask}[\"{method}\",{JsonSerializer.Serialize(request, OdrJson.Options)}]");

    public override void Take(ReadOnlySpan<byte> frame, IHearing hearing)
    {
        if (frame.SequenceEqual("2"u8)) hearing.Say("3"u8.ToArray());
        else if (frame.StartsWith("40"u8)) hearing.Ready();
        else if (frame.StartsWith("43"u8) && Utf8Parser.TryParse(frame[2..], out int ask, out _)) hearing.Answered(ask, null);
        else if (frame.StartsWith("42"u8)) TakePosted(frame, hearing);
    }
}
