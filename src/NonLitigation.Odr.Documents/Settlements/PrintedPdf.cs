using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace NonLitigation.Odr.Documents.Settlements;

/// <summary>
/// As much of a printed PDF as an incremental update needs: where its objects are, its catalog and its first page. Reads what the
/// browser writes (one classic cross-reference table, no object streams); anything else is refused, never guessed at.
/// </summary>
internal sealed partial class PrintedPdf
{
    private readonly string _text;
    private readonly Dictionary<int, int> _offsets = [];

    internal PrintedPdf(byte[] pdf)
    {
        Bytes = pdf;
        _text = Encoding.Latin1.GetString(pdf);
        var tail = StartXref().Match(_text, Math.Max(0, _text.Length - 1024));
        if (!tail.Success) throw new FormatException("The PDF has no startxref.");
        XrefOffset = int.Parse(tail.Groups[1].Value, CultureInfo.InvariantCulture);
        var table = Xref().Match(_text, XrefOffset);
        if (!table.Success || table.Index != XrefOffset) throw new FormatException("The PDF has no classic cross-reference table.");
        Size = int.Parse(table.Groups[1].Value, CultureInfo.InvariantCulture);
        var lines = _text.AsSpan(table.Index + table.Length);
        for (var i = 0; i < Size; i++)
            if (lines[20 * i + 17] == 'n') _offsets[i] = int.Parse(lines.Slice(20 * i, 10), NumberStyles.None, CultureInfo.InvariantCulture);
        var trailer = _text[(table.Index + table.Length + 20 * Size)..];
        Catalog = Reference(trailer, "Root") ?? throw new FormatException("The PDF has no catalog.");
        Details = Reference(trailer, "Info");
        Page = FirstPage();
    }

    internal byte[] Bytes { get; }

    internal int XrefOffset { get; }

    /// <summary>The next free object number.</summary>
    internal int Size { get; }

    internal int Catalog { get; }

    internal int Page { get; }

    internal int? Details { get; }

    /// <summary>The dictionary of an object with further members; refused when one of them is there already.</summary>
    internal string With(int number, params (string Name, string Value)[] members)
    {
        var dictionary = Dictionary(number);
        foreach (var (name, _) in members)
            if (Regex.IsMatch(dictionary, $@"/{name}\b")) throw new FormatException($"The PDF's object {number} has a /{name} of its own.");
        return dictionary[..dictionary.LastIndexOf(">>", StringComparison.Ordinal)] + string.Concat(members.Select(m => $"\n/{m.Name} {m.Value}")) + ">>";
    }

    private string Dictionary(int number)
    {
        if (!_offsets.TryGetValue(number, out var offset)) throw new FormatException($"The PDF has no object {number}.");
        var start = _text.IndexOf("obj", offset, StringComparison.Ordinal) + 3;
        return _text[start.._text.IndexOf("endobj", start, StringComparison.Ordinal)].Trim();
    }

    private int FirstPage()
    {
        var number = Reference(Dictionary(Catalog), "Pages");
        for (var depth = 0; number is { } node && depth < 32; depth++)
        {
            var dictionary = Dictionary(node);
            var kids = Kids().Match(dictionary);
            if (!kids.Success) return node;
            number = int.Parse(kids.Groups[1].Value, CultureInfo.InvariantCulture);
        }
        throw new FormatException("The PDF has no page.");
    }

    private static int? Reference(string dictionary, string name)
    {
        var match = Regex.Match(dictionary, $@"/{name} (\d+) 0 R");
        return match.Success ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : null;
    }

    [GeneratedRegex(@"startxref\s+(\d+)\s+%%EOF\s*\z")]
    private static partial Regex StartXref();

    [GeneratedRegex(@"xref\r?\n0 (\d+)\r?\n")]
    private static partial Regex Xref();

    [GeneratedRegex(@"/Kids \[\s*(\d+) 0 R")]
    private static partial Regex Kids();
}
