using NonLitigation.Odr.Domain.Accounts;
using NonLitigation.Odr.Domain.Law;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Enterprises;

/// <summary>A mandate as somebody wants to give it.</summary>
/// <param name="Contact">Normal form: mainland number, +country number or e-mail.</param>
/// <param name="ValidTo">Last day, by the calendar of China; it holds to the end of that day.</param>
public sealed record MandateGrant(string Name, string Contact, MandateScope Scope, DateOnly ValidTo)
{
    public const int LongestName = 60, MostYears = 5;

    /// <summary>With the name trimmed and the contact in normal form.</summary>
    /// <exception cref="RefusalException">The first fault.</exception>
    public static MandateGrant Check(string? name, string? contact, MandateScope scope, DateOnly validTo, DateTimeOffset now)
    {
        var clean = name?.Trim() ?? "";
        EnterprisesRules.NameInvalid.When(clean.Length == 0 || PlainText.Length(clean) > LongestName || !PlainText.IsClean(clean, severalLines: false));
        AccountsRules.ContactInvalid.When(!Accounts.Contact.TryParse(contact, out var reached));
        EnterprisesRules.ScopeUnknown.When(!Enum.IsDefined(scope));
        var today = Deadline.DayOf(now);
        EnterprisesRules.ValidityPast.When(validTo < today);
        EnterprisesRules.ValidityTooLong.When(validTo > today.AddYears(MostYears));
        return new(clean, reached.Value, scope, validTo);
    }
}
