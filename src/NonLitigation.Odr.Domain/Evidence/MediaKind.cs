using System.Buffers;
using System.Text;

namespace NonLitigation.Odr.Domain.Evidence;

/// <summary>What a file is by its content; its name and what the sender calls it do not count.</summary>
public sealed record MediaKind(string MediaType, string Extension, bool IsImage)
{
    public static readonly MediaKind Jpeg = new("image/jpeg", ".jpg", true);
    public static readonly MediaKind Png = new("image/png", ".png", true);
    public static readonly MediaKind WebP = new("image/webp", ".webp", true);
    public static readonly MediaKind Pdf = new("application/pdf", ".pdf", false);
    public static readonly MediaKind Text = new("text/plain; charset=utf-8", ".txt", false);

    private static ReadOnlySpan<byte> JpegHead => [0xFF, 0xD8, 0xFF];
    private static ReadOnlySpan<byte> PngHead => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    private const int PdfTail = 1024;
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);
    private static readonly string[] ForeignHeads = ["GIF8", "%!PS", "{\\rtf", "#!", "MZ", "BM", "ID3", "OggS", "RIFF", "From ", "MIME-Version:", "Content-Type:"];
    private static readonly SearchValues<string> Markup = SearchValues.Create(
        ["<script", "<svg", "<html", "<body", "<iframe", "<object", "<embed", "<img", "<style", "<link", "<meta", "<form", "<!doctype", "<!entity", "<?xml", "<?php", "javascript:"],
        StringComparison.OrdinalIgnoreCase);

    /// <summary>Names that make a PDF more than paper (ISO 32000-1, 12.6.4, 7.11.4).</summary>
    private static readonly byte[][] ActivePdf = [.. new[] { "/JavaScript", "/JS", "/Launch", "/EmbeddedFile", "/RichMedia", "/XFA", "/SubmitForm", "/ImportData" }.Select(Encoding.ASCII.GetBytes)];

    /// <summary>The kind that the bytes are.</summary>
    /// <exception cref="Shared.RefusalException">Empty, not on the list, or not whole.</exception>
    public static MediaKind Of(ReadOnlySpan<byte> bytes)
    {
        EvidenceRules.Empty.When(bytes.IsEmpty);
        EvidenceRules.TooLarge.When(bytes.Length > EvidenceRules.LargestFile);
        if (bytes.StartsWith(JpegHead)) return Jpeg;
        if (bytes.StartsWith(PngHead)) return Png;
        if (bytes.Length > 12 && bytes.StartsWith("RIFF"u8) && bytes[8..12].SequenceEqual("WEBP"u8)) return WebP;
        if (bytes.StartsWith("%PDF-"u8)) return CheckedPdf(bytes);
        return IsPlainText(bytes) ? Text : throw EvidenceRules.KindNotAllowed.Refused();
    }

    private static MediaKind CheckedPdf(ReadOnlySpan<byte> bytes)
    {
        var tail = bytes.Length > PdfTail ? bytes[^PdfTail..] : bytes;
        var end = tail.LastIndexOf("%%EOF"u8);
        EvidenceRules.PdfIncomplete.When(end < 0 || tail[(end + 5)..].IndexOfAnyExcept("\r\n \t\0"u8) >= 0);
        foreach (var name in ActivePdf)
            for (var rest = bytes; rest.IndexOf(name) is >= 0 and var at; rest = rest[(at + name.Length)..])
                // /JS is a name of its own, /JSomething is not.
                EvidenceRules.PdfActive.When(at + name.Length >= rest.Length || !char.IsAsciiLetterOrDigit((char)rest[at + name.Length]));
        return Pdf;
    }

    private static bool IsPlainText(ReadOnlySpan<byte> bytes)
    {
        string text;
        try
        {
            text = StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
        var plain = text.TrimStart('\uFEFF').TrimStart();
        return plain.Length > 0 && plain[0] != '<' && !ForeignHeads.Any(head => plain.StartsWith(head, StringComparison.Ordinal))
            && text.AsSpan().IndexOfAny(Markup) < 0
            && Shared.PlainText.IsClean(text.TrimStart('\uFEFF').ReplaceLineEndings("\n"), severalLines: true);
    }
}
