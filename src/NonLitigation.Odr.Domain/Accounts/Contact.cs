using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace NonLitigation.Odr.Domain.Accounts;

public enum ContactChannel { Sms, Email }

/// <summary>Where a person can be reached, in one normal form: <c>13800005678</c>, <c>+6591234567</c> or <c>name@example.org</c>.</summary>
public sealed partial record Contact
{
    private Contact(ContactChannel channel, string value) => (Channel, Value) = (channel, value);

    public ContactChannel Channel { get; }
    public string Value { get; }

    /// <summary>For showing: 138****5678, +65****4567, l***@example.org.</summary>
    public string Masked => Channel switch
    {
        ContactChannel.Email => Value[0] + "***" + Value[Value.IndexOf('@', StringComparison.Ordinal)..],
        _ => Value[..3] + "****" + Value[^4..],
    };

    /// <summary>Reads what people type: blanks, dashes, full-width digits and +86 are fine.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Contact? contact)
    {
        var plain = text is { Length: <= 254 } ? string.Concat(text.Select(HalfWidth)).Trim() : "";
        contact = plain.Contains('@', StringComparison.Ordinal) ? Email(plain) : Number(plain);
        return contact is not null;
    }

    private static char HalfWidth(char c) => c switch { >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0), '\u3000' => ' ', _ => c };

    private static Contact? Email(string text) => EmailForm().IsMatch(text) ? new Contact(ContactChannel.Email, text.ToLowerInvariant()) : null;

    private static Contact? Number(string text)
    {
        var digits = Separators().Replace(text, "");
        if (digits.StartsWith("00", StringComparison.Ordinal)) digits = "+" + digits[2..];
        if (digits.StartsWith("+86", StringComparison.Ordinal)) digits = digits[3..];
        return MainlandMobile().IsMatch(digits) || ForeignNumber().IsMatch(digits) ? new Contact(ContactChannel.Sms, digits) : null;
    }

    [GeneratedRegex(@"^[^@\s<>""',;:\\\p{C}]{1,64}@[a-z0-9](?:[a-z0-9.-]{0,180}[a-z0-9])?\.[a-z]{2,24}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex EmailForm();

    [GeneratedRegex(@"[\s().\u002D\u2010-\u2015]")]
    private static partial Regex Separators();

    [GeneratedRegex("^1[3-9][0-9]{9}$")]
    private static partial Regex MainlandMobile();

    [GeneratedRegex(@"^\+[1-9][0-9]{6,14}$")]
    private static partial Regex ForeignNumber();
}
