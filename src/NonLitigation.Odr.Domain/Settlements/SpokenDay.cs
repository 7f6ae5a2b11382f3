using System.Globalization;

namespace NonLitigation.Odr.Domain.Settlements;

/// <summary>A day as the plain sentences say it: 2026年12月24日, 24 December 2026.</summary>
internal static class SpokenDay
{
    public static string Zh(DateOnly day) => day.ToString("yyyy'年'M'月'd'日'", CultureInfo.InvariantCulture);

    public static string En(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
