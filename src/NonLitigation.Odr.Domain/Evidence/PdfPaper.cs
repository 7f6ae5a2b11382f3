using System.IO.Compression;
using System.Text;

namespace NonLitigation.Odr.Domain.Evidence;

/// <summary>
/// Whether a PDF is paper and nothing more (ISO 32000-1): whole, not locked, without scripts, programs, attachments. Names are long enough not to
/// stand in a photo's bytes by chance; they are looked for as readers spell them (#xx), and in compressed object streams too.
/// </summary>
internal static class PdfPaper
{
    private const int Tail = 1024, Around = 512;
    /// <summary>Of all object streams together, unpacked; no paper comes near it.</summary>
    private const int MostUnpacked = 64 * 1024 * 1024;

    private static readonly byte[][] Active = Names("/JavaScript", "/Rendition", "/Launch", "/EmbeddedFile", "/RichMedia", "/SubmitForm", "/ImportData");
    private static readonly byte[][] OddFilters = Names("/ASCIIHexDecode", "/ASCII85Decode", "/LZWDecode", "/RunLengthDecode", "/Crypt", "/AHx", "/A85", "/LZW", "/RL");

    /// <exception cref="Shared.RefusalException"><see cref="EvidenceRules.PdfIncomplete"/>, <see cref="EvidenceRules.PdfLocked"/> or <see cref="EvidenceRules.PdfActive"/>.</exception>
    public static void Check(ReadOnlySpan<byte> bytes)
    {
        var tail = bytes.Length > Tail ? bytes[^Tail..] : bytes;
        var end = tail.LastIndexOf("%%EOF"u8);
        EvidenceRules.PdfIncomplete.When(end < 0 || tail[(end + 5)..].IndexOfAnyExcept("\r\n \t\0"u8) >= 0);
        var spelled = Spelled(bytes);
        EvidenceRules.PdfLocked.When(Has(spelled, "/Encrypt"u8));
        RefuseActive(spelled);
        var unpacked = 0;
        for (var rest = bytes; NextObjectStream(ref rest, out var around, out var content);)
        {
            EvidenceRules.PdfActive.When(OddFilters.Any(filter => Has(around, filter)));
            var objects = Unpack(content, MostUnpacked - unpacked);
            EvidenceRules.PdfActive.When(objects.Length == 0 || (unpacked += objects.Length) > MostUnpacked);
            RefuseActive(Spelled(objects));
        }
    }

    private static void RefuseActive(ReadOnlySpan<byte> text)
    {
        foreach (var name in Active) EvidenceRules.PdfActive.When(Has(text, name));
        EvidenceRules.PdfActive.When(Has(text, "/AcroForm"u8) && Has(text, "/XFA"u8));
    }

    /// <summary>A name ends where no letter or digit follows: /Launch is one, /Launchpad is another.</summary>
    private static bool Has(ReadOnlySpan<byte> text, ReadOnlySpan<byte> name)
    {
        for (int at; (at = text.IndexOf(name)) >= 0; text = text[(at + name.Length)..])
            if (at + name.Length >= text.Length || !char.IsAsciiLetterOrDigit((char)text[at + name.Length])) return true;
        return false;
    }

    /// <summary>With every #xx as the character that it stands for.</summary>
    private static ReadOnlySpan<byte> Spelled(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.Contains((byte)'#')) return bytes;
        var plain = new byte[bytes.Length];
        var length = 0;
        for (var at = 0; at < bytes.Length; at++)
        {
            var escaped = bytes[at] == '#' && at + 2 < bytes.Length && char.IsAsciiHexDigit((char)bytes[at + 1]) && char.IsAsciiHexDigit((char)bytes[at + 2]);
            plain[length++] = escaped ? (byte)(Digit(bytes[at + 1]) << 4 | Digit(bytes[at + 2])) : bytes[at];
            if (escaped) at += 2;
        }
        return plain.AsSpan(0, length);

        static int Digit(byte hex) => hex <= '9' ? hex - '0' : (hex | 0x20) - 'a' + 10;
    }

    /// <summary>The next compressed object stream: what stands around its type, and its bytes.</summary>
    private static bool NextObjectStream(ref ReadOnlySpan<byte> rest, out byte[] around, out byte[] content)
    {
        (around, content) = ([], []);
        var at = rest.IndexOf("/ObjStm"u8);
        var stream = at < 0 ? -1 : rest[at..].IndexOf("stream"u8);
        if (stream < 0) return false;
        around = rest[Math.Max(0, at - Around)..(at + stream)].ToArray();
        rest = rest[(at + stream + 6)..];
        var start = rest.StartsWith("\r\n"u8) ? 2 : rest.StartsWith("\n"u8) ? 1 : 0;
        var end = rest.IndexOf("endstream"u8);
        content = rest[start..(end < start ? rest.Length : end)].ToArray();
        rest = rest[(end < 0 ? rest.Length : end)..];
        return true;
    }

    /// <summary>What deflate gives; of a broken stream as far as it goes, for a reader may go as far. Nothing when it is not deflate.</summary>
    private static byte[] Unpack(byte[] content, int most)
    {
        using var output = new MemoryStream();
        using var zlib = new ZLibStream(new MemoryStream(content), CompressionMode.Decompress);
        var chunk = new byte[65_536];
        try
        {
            for (int read; (read = zlib.Read(chunk)) > 0;)
            {
                output.Write(chunk, 0, read);
                EvidenceRules.PdfActive.When(output.Length > most);
            }
        }
        catch (InvalidDataException)
        {
            return output.ToArray();
        }
        return output.ToArray();
    }

    private static byte[][] Names(params string[] names) => [.. names.Select(Encoding.ASCII.GetBytes)];
}
