using System.Globalization;

namespace NonLitigation.Odr.Domain.Cases;

/// <summary>A case's one number, whatever the channel; gap-free within a year.</summary>
public static class CaseNumber
{
    /// <summary>E.g. 连非诉〔2026〕000123号.</summary>
    public static string Of(int year, long serial) =>
        string.Create(CultureInfo.InvariantCulture, $"连非诉〔{year}〕{serial:000000}号");
}
