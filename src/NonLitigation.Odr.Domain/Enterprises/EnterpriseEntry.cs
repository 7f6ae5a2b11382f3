using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Enterprises;

/// <summary>An enterprise as it is registered.</summary>
/// <param name="CreditCode">Unified social credit code (GB 32100), 18 characters.</param>
/// <param name="Area">Where it has its place, in words.</param>
public sealed record EnterpriseEntry(string Name, string CreditCode, string Area)
{
    public const int LongestName = 120, LongestArea = 120;

    /// <exception cref="RefusalException">The first fault.</exception>
    public static EnterpriseEntry Check(string? name, string? creditCode, string? area)
    {
        var (clean, code, place) = (name?.Trim() ?? "", creditCode?.Trim().ToUpperInvariant() ?? "", area?.Trim() ?? "");
        EnterprisesRules.NameInvalid.When(clean.Length == 0 || PlainText.Length(clean) > LongestName || !PlainText.IsClean(clean, severalLines: false));
        EnterprisesRules.CreditCodeInvalid.When(code.Length != 18 || !IdNumbers.IsPlausible(code, PartyNature.Organisation));
        EnterprisesRules.NameInvalid.When(PlainText.Length(place) > LongestArea || !PlainText.IsClean(place, severalLines: false));
        return new(clean, code, place);
    }
}
