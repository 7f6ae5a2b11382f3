using System.Globalization;
using System.Text;

namespace NonLitigation.Odr.Domain.Evidence;

/// <summary>Makes a file name harmless on every system that may save it, and true to what the file is.</summary>
public static class ExhibitNames
{
    public const int Longest = 100;

    private static readonly HashSet<string> Devices = new(StringComparer.OrdinalIgnoreCase)
    {
        "CON", "PRN", "AUX", "NUL", "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8", "COM9", "LPT1", "LPT2", "LPT3",
    };

    /// <summary>No folders, no control or direction characters, no characters a file system minds; the extension of the kind.</summary>
    public static string Clean(string? name, MediaKind kind)
    {
        var last = (name ?? "").Split('/', '\\')[^1];
        var text = new StringBuilder();
        foreach (var rune in last.EnumerateRunes())
            if (IsHarmless(rune)) text.Append(rune);
        var stem = text.ToString().Trim(' ', '.', '~');
        stem = WithoutExtension(stem, kind).TrimEnd(' ', '.');
        stem = Shorten(stem, Longest - kind.Extension.Length);
        if (stem.Length == 0 || Devices.Contains(stem)) stem = "材料" + stem;
        return stem + kind.Extension;
    }

    private static bool IsHarmless(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned)
        && rune.Value is not (':' or '*' or '?' or '"' or '<' or '>' or '|' or 0xFFFD or '%' or '`' or '$' or ';' or '&');

    private static string WithoutExtension(string name, MediaKind kind)
    {
        var own = kind == MediaKind.Jpeg ? new[] { ".jpg", ".jpeg" } : [kind.Extension];
        var found = own.FirstOrDefault(extension => name.EndsWith(extension, StringComparison.OrdinalIgnoreCase));
        return found is null ? name : name[..^found.Length];
    }

    private static string Shorten(string text, int longest) =>
        string.Concat(text.EnumerateRunes().Take(longest).Select(rune => rune.ToString())).TrimEnd(' ', '.');
}
