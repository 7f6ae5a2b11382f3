using System.Globalization;
using System.Text;

namespace NonLitigation.Odr.Server.Rooms;

/// <summary>What the bell says: <c>room:sequence</c>, several joined by commas; sequence 0 stands for the lobby. Never a word of content.</summary>
internal static class BellText
{
    public static string Write(IEnumerable<(Guid Room, long Sequence)> rings)
    {
        var text = new StringBuilder();
        foreach (var (room, sequence) in rings) text.Append(text.Length == 0 ? "" : ",").Append(CultureInfo.InvariantCulture, $"{room:N}:{sequence}");
        return text.ToString();
    }

    public static IEnumerable<(Guid Room, long Sequence)> Read(string? text)
    {
        foreach (var part in (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries))
            if (part.Length > 33 && part[32] == ':' && Guid.TryParseExact(part[..32], "N", out var room)
                && long.TryParse(part.AsSpan(33), NumberStyles.None, CultureInfo.InvariantCulture, out var sequence))
                yield return (room, sequence);
    }
}
