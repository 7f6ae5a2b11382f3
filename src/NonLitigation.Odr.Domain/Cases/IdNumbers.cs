namespace NonLitigation.Odr.Domain.Cases;

/// <summary>Catches typing errors in identity numbers; it proves nothing about the person.</summary>
public static class IdNumbers
{
    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    private const string CreditDigits = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    /// <summary>A resident number or a unified credit code must have its check character; a passport or other paper any 4 to 40 letters, digits and dashes.</summary>
    public static bool IsPlausible(string number, PartyNature nature)
    {
        var text = number.ToUpperInvariant();
        if (text.Length == 18 && nature == PartyNature.Natural && text[..17].All(char.IsAsciiDigit)) return IsResidentNumber(text);
        if (text.Length == 18 && nature == PartyNature.Organisation && text.All(c => CreditDigits.Contains(c, StringComparison.Ordinal))) return IsCreditCode(text);
        return text.Length is >= 4 and <= 40 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '/' or '(' or ')');
    }

    /// <summary>GB 11643: ISO 7064 MOD 11-2.</summary>
    private static bool IsResidentNumber(string text) =>
        "10X98765432"[Weights.Select((weight, at) => weight * (text[at] - '0')).Sum() % 11] == text[17];

    /// <summary>GB 32100: weights are powers of 3 modulo 31.</summary>
    private static bool IsCreditCode(string text)
    {
        var (sum, weight) = (0, 1);
        for (var at = 0; at < 17; at++, weight = weight * 3 % 31) sum += CreditDigits.IndexOf(text[at], StringComparison.Ordinal) * weight;
        return CreditDigits[(31 - sum % 31) % 31] == text[17];
    }
}
