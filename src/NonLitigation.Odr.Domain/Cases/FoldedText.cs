using System.Globalization;
using System.Text;

namespace NonLitigation.Odr.Domain.Cases;

/// <summary>
/// A text as it is compared: full-width letters and the digits of every script made plain, lower case, and without what only stands between the
/// characters of a word: invisible ones, middle dots and, unless kept, blanks. Each character knows where it stands in the original.
/// </summary>
internal sealed class FoldedText
{
    private readonly List<(int Start, int End)> _places = [];

    public FoldedText(string original, bool keepsBlanks)
    {
        Original = original;
        var folded = new StringBuilder(original.Length);
        for (var at = 0; at < original.Length;)
        {
            Rune.DecodeFromUtf16(original.AsSpan(at), out var rune, out var length);
            var place = (at, at + length);
            at += length;
            foreach (var plain in Plain(rune, keepsBlanks))
            {
                folded.Append(plain);
                _places.Add(place);
            }
        }
        Text = folded.ToString();
    }

    public string Original { get; }
    public string Text { get; }

    public static string Of(string text) => new FoldedText(text, keepsBlanks: false).Text;

    /// <summary>Where a run of the folded text stands in the original.</summary>
    public (int Start, int Length) Place(int start, int length)
    {
        var from = _places[start].Start;
        return (from, _places[start + length - 1].End - from);
    }

    private static string Plain(Rune rune, bool keepsBlanks) => rune.Value switch
    {
        '\n' => "\n",
        0xB7 or 0x2022 or 0x2027 or 0x30FB or 0xFF65 => "",
        _ when Rune.IsWhiteSpace(rune) => keepsBlanks ? " " : "",
        _ when Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => "",
        // By hand: a service without the tables of ICU normalises nothing.
        >= 0xFF01 and <= 0xFF5E => Rune.ToLowerInvariant(new Rune(rune.Value - 0xFEE0)).ToString(),
        _ when !rune.IsAscii && CharUnicodeInfo.GetDigitValue(rune.ToString(), 0) is >= 0 and var digit => digit.ToString(CultureInfo.InvariantCulture),
        _ => Rune.ToLowerInvariant(rune).ToString(),
    };
}
