namespace NonLitigation.Odr.Domain.Settlements;

/// <summary>Sixteen characters in four groups, 80 bits, in Crockford's base 32: no I, L, O, U to be misread.</summary>
public readonly record struct VerificationCode
{
    public const int EntropyBytes = 10;
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private readonly string _text;

    private VerificationCode(string text) => _text = text;

    /// <param name="entropy">Ten random bytes; the code is nothing but these.</param>
    public static VerificationCode From(ReadOnlySpan<byte> entropy)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(entropy.Length, EntropyBytes);
        Span<char> text = stackalloc char[16];
        for (var i = 0; i < 16; i++)
        {
            var bit = i * 5;
            var pair = (entropy[bit / 8] << 8) | (bit / 8 + 1 < entropy.Length ? entropy[bit / 8 + 1] : 0);
            text[i] = Alphabet[(pair >> (11 - bit % 8)) & 31];
        }
        return new($"{text[..4]}-{text[4..8]}-{text[8..12]}-{text[12..]}");
    }

    /// <summary>Reads what a person typed: any case, any spaces or dashes, O for 0, I and L for 1.</summary>
    public static bool TryParse(string? typed, out VerificationCode code)
    {
        code = default;
        if (typed is null or { Length: > 64 }) return false;
        Span<char> text = stackalloc char[16];
        var length = 0;
        foreach (var raw in typed)
        {
            if (raw is '-' or ' ' or '－' or '—') continue;
            var c = char.ToUpperInvariant(raw) switch { 'O' => '0', 'I' or 'L' => '1', var other => other };
            if (length == 16 || !Alphabet.Contains(c, StringComparison.Ordinal)) return false;
            text[length++] = c;
        }
        if (length != 16) return false;
        code = new($"{text[..4]}-{text[4..8]}-{text[8..12]}-{text[12..]}");
        return true;
    }

    public override string ToString() => _text ?? "";
}
