using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using NonLitigation.Odr.Contracts.Rooms;

namespace NonLitigation.Odr.Server.Tests.Shared;

/// <summary>Handshakes and frames as no client sends them: cut, glued, flipped, nested, of other protocols, of other types; by a seed, so that a run can be had again.</summary>
internal sealed class FrameFuzz(int seed, Guid room)
{
    private const byte End = 0x1e;
    private static readonly string[] Methods = [.. typeof(IRoomHub).GetMethods().Select(method => method.Name), "OnConnectedAsync", "Dispose", "", "Ünknown"];
    private static readonly string[] Handshakes =
    [
        "{\"protocol\":\"json\",\"version\":1}", "{\"protocol\":\"json\",\"version\":999999999999}", "{\"protocol\":\"messagepack\",\"version\":1}", "{\"protocol\":null}", "{}", "[]", "null", "", "\u0000",
        "{\"protocol\":\"json\",\"version\":1,\"protocol\":\"json\"}", "{\"protocol\":\"json\",\"version\":\"1\"}", "GET / HTTP/1.1",
    ];

    private readonly Random _random = new(seed);

    /// <summary>Mostly the right one: else nothing behind it would be reached.</summary>
    public (byte[] Bytes, WebSocketMessageType Type) Handshake()
    {
        var bytes = Encoding.UTF8.GetBytes(_random.Next(5) > 0 ? Handshakes[0] : Handshakes[_random.Next(Handshakes.Length)]);
        return (Wrapped(_random.Next(12) == 0 ? Broken(bytes) : bytes), _random.Next(10) == 0 ? WebSocketMessageType.Binary : WebSocketMessageType.Text);
    }

    /// <returns>One or several frames in one WebSocket message, and how many.</returns>
    public (byte[] Bytes, WebSocketMessageType Type, int Count) Frames()
    {
        var (count, all) = (_random.Next(1, 12), new MemoryStream());
        for (var at = 0; at < count; at++)
        {
            var frame = Encoding.UTF8.GetBytes(Frame());
            all.Write(Wrapped(_random.Next(3) == 0 ? Broken(frame) : frame));
        }
        return (all.ToArray(), _random.Next(40) == 0 ? WebSocketMessageType.Binary : WebSocketMessageType.Text, count);
    }

    private string Frame() => _random.Next(10) switch
    {
        0 => $"{{\"type\":{_random.Next(-3, 12)}}}",
        1 => $"{{\"type\":{Value(0)},\"target\":{Value(0)},\"arguments\":{Value(0)}}}",
        2 => string.Concat(Enumerable.Repeat(_random.Next(2) == 0 ? "[" : "{\"a\":", _random.Next(1, 300))),
        3 => $"{{\"type\":2,\"invocationId\":\"{_random.Next(5)}\",\"item\":{Value(0)}}}",
        4 => $"{{\"type\":4,\"invocationId\":\"{_random.Next(5)}\",\"target\":\"{Methods[_random.Next(Methods.Length)]}\",\"arguments\":[{Value(0)}],\"streamIds\":[{Value(0)}]}}",
        5 => $"{{\"type\":3,\"invocationId\":\"{_random.Next(5)}\",\"result\":{Value(0)}}}",
        6 => "{\"type\":6}",
        _ => $"{{\"type\":1,\"invocationId\":\"{_random.Next(1_000)}\",\"target\":\"{Methods[_random.Next(Methods.Length)]}\",\"arguments\":[{Request()}]}}",
    };

    private string Request() => _random.Next(4) == 0 ? Value(0)
        : $"{{\"roomId\":{(_random.Next(2) == 0 ? $"\"{room}\"" : Value(1))},\"clientMessageId\":{(_random.Next(2) == 0 ? $"\"{Guid.CreateVersion7()}\"" : Value(1))},\"text\":{Value(1)},\"sequence\":{Value(1)},\"after\":{Value(1)},\"typing\":{Value(1)},\"personId\":{Value(1)}}}";

    private string Value(int depth) => _random.Next(depth > 3 ? 8 : 10) switch
    {
        0 => "null",
        1 => "true",
        2 => $"{_random.NextInt64(long.MinValue, long.MaxValue)}",
        3 => "1e999",
        4 => JsonSerializer.Serialize(new string((char)_random.Next(1, 0xD7FF), _random.Next(0, 400))),
        5 => "\"\\ud800\"",
        6 => $"\"{Guid.NewGuid()}\"",
        7 => "\"\\u0000\"",
        8 => $"[{Value(depth + 1)},{Value(depth + 1)}]",
        _ => $"{{\"type\":{Value(depth + 1)},\"__proto__\":{Value(depth + 1)}}}",
    };

    private byte[] Broken(byte[] bytes)
    {
        if (bytes.Length == 0) return [(byte)_random.Next(256)];
        var broken = _random.Next(3) == 0 ? bytes[.._random.Next(bytes.Length)] : [.. bytes];
        for (var flips = _random.Next(1, 4); flips > 0 && broken.Length > 0; flips--) broken[_random.Next(broken.Length)] = (byte)_random.Next(256);
        return broken;
    }

    private static byte[] Wrapped(byte[] frame) => [.. frame, End];
}
