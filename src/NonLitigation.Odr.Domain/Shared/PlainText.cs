using System.Globalization;
using System.Text;

namespace NonLitigation.Odr.Domain.Shared;

/// <summary>What counts as ordinary text from people: any script, rare characters and emoji, but nothing invisible that reorders or hides.</summary>
public static class PlainText
{
    /// <summary>Length as people count it: one for each code point, also for characters outside the basic plane.</summary>
    public static int Length(string text) => text.EnumerateRunes().Count();

    /// <summary>No control characters (line breaks and tabs only where several lines are meant), no direction overrides, no lone surrogates.</summary>
    public static bool IsClean(string text, bool severalLines)
    {
        for (var at = 0; at < text.Length;)
        {
            if (!Rune.TryGetRuneAt(text, at, out var rune)) return false;
            at += rune.Utf16SequenceLength;
            if (severalLines && rune.Value is '\n' or '\t') continue;
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator) return false;
            if (rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0xFEFF) return false;
        }
        return true;
    }
}
