namespace NonLitigation.Odr.Domain.Evidence;

/// <summary>
/// A voice as browsers record it (MediaRecorder): WebM with Opus, or on Apple's MP4. Known by its first bytes, by the sound it names, and by naming no pictures: a film is
/// no voice note. Nothing in it runs; a page plays it or does not.
/// </summary>
public static class VoiceNote
{
    /// <summary>Both containers describe their tracks at the beginning when they are recorded as a stream.</summary>
    private const int Described = 8_192;

    private static ReadOnlySpan<byte> EbmlHead => [0x1A, 0x45, 0xDF, 0xA3];

    /// <returns>Null when the bytes are no voice note.</returns>
    public static MediaKind? KindOf(ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..Math.Min(bytes.Length, Described)];
        if (bytes.StartsWith(EbmlHead)) return Has(head[..Math.Min(head.Length, 64)], "webm"u8) && Has(head, "A_OPUS"u8) && !Has(bytes, "V_VP"u8) && !Has(bytes, "V_AV1"u8) && !Has(bytes, "V_MPEG"u8) ? MediaKind.WebmVoice : null;
        if (bytes.Length > 16 && bytes[4..8].SequenceEqual("ftyp"u8)) return Has(bytes, "soun"u8) && !Has(bytes, "vide"u8) ? MediaKind.Mp4Voice : null;
        return null;
    }

    private static bool Has(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> mark) => bytes.IndexOf(mark) >= 0;
}
