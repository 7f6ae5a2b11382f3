using System.Buffers.Binary;
using System.Text;

namespace NonLitigation.Odr.Documents.Settlements;

/// <summary>Which characters a font file (TrueType, OpenType or collection) has glyphs for, read from its <c>cmap</c> (formats 4 and 12).</summary>
public sealed class FontCoverage
{
    private readonly HashSet<int> _points = [];

    /// <exception cref="FileNotFoundException">When a font is missing; the message says which Debian package brings it.</exception>
    public FontCoverage(IEnumerable<string> fontFiles)
    {
        foreach (var path in fontFiles)
        {
            if (!File.Exists(path)) throw new FileNotFoundException($"The font {path} is missing; on Debian: apt-get install fonts-lxgw-wenkai fonts-noto-cjk.", path);
            var font = File.ReadAllBytes(path);
            Read(font, font.AsSpan(0, 4).SequenceEqual("ttcf"u8) ? Int32(font, 12) : 0);
        }
    }

    /// <summary>The characters that would print as an empty box, each once, in order. Line breaks and spaces need no glyph.</summary>
    public IReadOnlyList<Rune> MissingGlyphs(string text) =>
        [.. text.EnumerateRunes().Where(rune => !Rune.IsControl(rune) && !Rune.IsWhiteSpace(rune) && !_points.Contains(rune.Value)).Distinct()];

    private void Read(byte[] font, int start)
    {
        for (var i = 0; i < UInt16(font, start + 4); i++)
        {
            var record = start + 12 + 16 * i;
            if (!font.AsSpan(record, 4).SequenceEqual("cmap"u8)) continue;
            var cmap = Int32(font, record + 8);
            for (var j = 0; j < UInt16(font, cmap + 2); j++) ReadTable(font, cmap + Int32(font, cmap + 4 + 8 * j + 4));
        }
    }

    private void ReadTable(byte[] font, int table)
    {
        if (UInt16(font, table) == 12)
        {
            for (var i = 0; i < Int32(font, table + 12); i++)
            {
                var group = table + 16 + 12 * i;
                for (var point = Int32(font, group); point <= Int32(font, group + 4); point++) _points.Add(point);
            }
        }
        else if (UInt16(font, table) == 4)
        {
            var twice = UInt16(font, table + 6);
            for (var i = 0; i < twice; i += 2)
                for (int point = UInt16(font, table + 16 + twice + i), end = UInt16(font, table + 14 + i); point <= end && point != 0xffff; point++)
                    if (HasGlyph(font, table, twice, i, point)) _points.Add(point);
        }
    }

    private static bool HasGlyph(byte[] font, int table, int twice, int segment, int point)
    {
        var delta = UInt16(font, table + 16 + 2 * twice + segment);
        var place = table + 16 + 3 * twice + segment;
        var offset = UInt16(font, place);
        var glyph = offset == 0 ? point : UInt16(font, place + offset + 2 * (point - UInt16(font, table + 16 + twice + segment)));
        return (offset != 0 && glyph == 0 ? 0 : (glyph + delta) & 0xffff) != 0;
    }

    private static int UInt16(byte[] font, int at) => BinaryPrimitives.ReadUInt16BigEndian(font.AsSpan(at));

    private static int Int32(byte[] font, int at) => BinaryPrimitives.ReadInt32BigEndian(font.AsSpan(at));
}
