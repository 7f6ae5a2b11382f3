using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Documents.Settlements;

/// <summary>
/// Finds signature, manifest and attachments in a sealed outcome by the fixed shape in which <see cref="PdfUpdate"/> writes them. Only what
/// the signature then covers whole is believed, so another shape can be no more than "altered".
/// </summary>
internal sealed partial class SealedPdf
{
    private static readonly SearchValues<char> LowerHex = SearchValues.Create("0123456789abcdef");

    private readonly byte[] _bytes;

    private SealedPdf(byte[] bytes, int holeStart, int holeEnd) => (_bytes, HoleStart, HoleEnd) = (bytes, holeStart, holeEnd);

    internal int HoleStart { get; }

    internal int HoleEnd { get; }

    /// <summary>Null when there is no signature of our shape that covers the file from its first to its last byte.</summary>
    internal static SealedPdf? Find(byte[] bytes)
    {
        var text = Encoding.Latin1.GetString(bytes);
        if (text.LastIndexOf("/ByteRange [", StringComparison.Ordinal) is not (>= 0 and var at)) return null;
        var match = Range().Match(text, at);
        if (!match.Success || match.Index != at) return null;
        int hole = match.Index + match.Length - 1, end = hole + 2 * PdfUpdate.SignatureSpace + 2;
        return end < bytes.Length && Number(match, 1) == hole && Number(match, 2) == end && Number(match, 3) == bytes.Length - end && bytes[end - 1] == '>'
            && text[^6..] == "%%EOF\n" ? new(bytes, hole, end) : null;
    }

    internal byte[] SignedRange() => [.. _bytes.AsSpan(0, HoleStart), .. _bytes.AsSpan(HoleEnd)];

    /// <summary>The DER bytes in the signature's place: lower-case hexadecimal, then nothing but zeros. Null when it is written otherwise.</summary>
    internal byte[]? Signature()
    {
        var hex = Encoding.ASCII.GetString(_bytes, HoleStart + 1, HoleEnd - HoleStart - 2);
        if (hex.AsSpan().ContainsAnyExcept(LowerHex)) return null;
        var raw = Convert.FromHexString(hex);
        if (raw[0] != 0x30 || raw[1] != 0x82) return null;
        var length = 4 + (raw[2] << 8) + raw[3];
        return length <= raw.Length && raw.AsSpan(length).IndexOfAnyExcept((byte)0) < 0 ? raw[..length] : null;
    }

    /// <summary>The first part whose hash is not the manifest's; "the signature's surroundings" when all parts are whole.</summary>
    internal static string DamagedPart(byte[] bytes) => Manifest(bytes) is not { } manifest
        ? "manifest"
        : Parts(manifest).FirstOrDefault(part => Content(bytes, part) is not { } content || Digest.Of(content).ToString() != part.Text("sha256"))?.Text("name") ?? "structure";

    /// <summary>An attachment whose hash is the manifest's.</summary>
    internal static byte[]? AttachmentOf(byte[] bytes, string name) =>
        Manifest(bytes) is { } manifest && Parts(manifest).FirstOrDefault(part => part.Text("name") == name) is { } found
        && Content(bytes, found) is { } content && Digest.Of(content).ToString() == found.Text("sha256") ? content : null;

    /// <summary>The revocation lists that are sealed with it, DER; those whose hash is not the manifest's are left out.</summary>
    internal static IEnumerable<byte[]> RevocationLists(byte[] bytes) => Manifest(bytes)?["revocationLists"] is CanonicalArray lists
        ? lists.OfType<CanonicalObject>().Select(list => (Content: Content(bytes, list), Hash: list.Text("sha256")))
            .Where(list => list.Content is not null && Digest.Of(list.Content).ToString() == list.Hash).Select(list => list.Content!)
        : [];

    private static CanonicalObject? Manifest(byte[] bytes)
    {
        var text = Encoding.Latin1.GetString(bytes);
        var match = ManifestPlace().Match(text, Math.Max(0, text.LastIndexOf("/OdrManifest [", StringComparison.Ordinal)));
        if (!match.Success || Slice(bytes, Number(match, 1), Number(match, 2)) is not { } json) return null;
        try
        {
            return CanonicalJsonReader.Parse(json) as CanonicalObject is { } manifest && manifest.Text("format") == PdfUpdate.ManifestFormat ? manifest : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static IEnumerable<CanonicalObject> Parts(CanonicalObject manifest) =>
        new[] { manifest["pages"] }.Concat(manifest["attachments"] as CanonicalArray ?? []).Concat(manifest["revocationLists"] as CanonicalArray ?? []).OfType<CanonicalObject>();

    private static byte[]? Content(byte[] bytes, CanonicalObject part) => Slice(bytes, part.Number("offset") ?? -1, part.Number("length") ?? -1);

    private static byte[]? Slice(byte[] bytes, long offset, long length) =>
        offset >= 0 && length >= 0 && offset <= bytes.Length && length <= bytes.Length - offset ? bytes.AsSpan((int)offset, (int)length).ToArray() : null;

    private static long Number(Match match, int group) => long.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"/ByteRange \[0 (\d{1,10}) (\d{1,10}) (\d{1,10}) *\] /Contents <")]
    private static partial Regex Range();

    [GeneratedRegex(@"/OdrManifest \[(\d{1,10}) (\d{1,10})\]")]
    private static partial Regex ManifestPlace();
}
