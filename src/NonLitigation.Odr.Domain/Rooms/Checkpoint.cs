using System.Globalization;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Rooms;

/// <summary>What a signed checkpoint says (C2SP tlog-checkpoint): this log, of this size, has this root.</summary>
/// <param name="Extensions">Further lines, each not empty and without a line break.</param>
public sealed record Checkpoint(string Origin, long Size, Digest Root, IReadOnlyList<string> Extensions)
{
    /// <summary>How the origin of every room's tree begins.</summary>
    public const string RoomOrigin = "nonlitigation-odr/room/";

    public static string OriginOf(Guid room) => $"{RoomOrigin}{room:D}";

    /// <summary>The text that is signed; ends with a line feed.</summary>
    public string ToText() => string.Concat(
        new[] { Origin, Size.ToString(CultureInfo.InvariantCulture), Convert.ToBase64String(Root.ToArray()) }.Concat(Extensions).Select(line => line + "\n"));

    /// <summary>Null unless the text is exactly what <see cref="ToText"/> would write.</summary>
    public static Checkpoint? Read(string text)
    {
        var lines = text.Split('\n');
        if (lines.Length < 4 || lines[^1].Length > 0 || lines[..^1].Any(string.IsNullOrEmpty)) return null;
        if (!long.TryParse(lines[1], NumberStyles.None, CultureInfo.InvariantCulture, out var size)) return null;
        Span<byte> root = stackalloc byte[Digest.Length + 1];
        if (!Convert.TryFromBase64String(lines[2], root, out var length) || length != Digest.Length) return null;
        var checkpoint = new Checkpoint(lines[0], size, new(root[..length]), lines[3..^1]);
        return checkpoint.ToText() == text ? checkpoint : null;
    }
}
