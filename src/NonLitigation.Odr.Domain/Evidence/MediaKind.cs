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

    public static readonly MediaKind WebmVoice = new("audio/webm", ".webm", false);
    public static readonly MediaKind Mp4Voice = new("audio/mp4", ".m4a", false);

    private static ReadOnlySpan<byte> JpegHead => [0xFF, 0xD8, 0xFF];
    private static ReadOnlySpan<byte> PngHead => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);
    private static readonly string[] ForeignHeads = ["GIF8", "%!PS", "{\\rtf", "#!", "ID3", "OggS", "RIFF", "MIME-Version:", "Content-Type:"];
    private static readonly SearchValues<string> Markup = SearchValues.Create(
        ["<script", "<svg", "<html", "<body", "<iframe", "<object", "<embed", "<img", "<style", "<link", "<meta", "<form", "<!doctype", "<!entity", "<?xml", "<?php", "javascript:"],
        StringComparison.OrdinalIgnoreCase);

    /// <summary>The kind that the bytes are.</summary>
    /// <exception cref="Shared.RefusalException">Empty, not on the list, or not whole.</exception>
    public static MediaKind Of(ReadOnlySpan<byte> bytes)
    {
        EvidenceRules.Empty.When(bytes.IsEmpty);
        EvidenceRules.TooLarge.When(bytes.Length > EvidenceRules.LargestFile);
        if (bytes.StartsWith(JpegHead)) return Jpeg;
        if (bytes.StartsWith(PngHead)) return Png;
        if (bytes.Length > 12 && bytes.StartsWith("RIFF"u8) && bytes[8..12].SequenceEqual("WEBP"u8)) return WebP;
        if (bytes.StartsWith("%PDF-"u8))
        {
            PdfPaper.Check(bytes);
            return Pdf;
        }

        if (VoiceNote.KindOf(bytes) is { } voice)
        {
            EvidenceRules.VoiceTooLong.When(bytes.Length > EvidenceRules.LargestVoice);
            return voice;
        }

        return IsPlainText(bytes) ? Text : throw EvidenceRules.KindNotAllowed.Refused();
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
