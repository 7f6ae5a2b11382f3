using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace NonLitigation.Odr.Domain.Shared;

/// <summary>
/// Times as people write them: in China time, and beside it in a person's own zone where that shows another time. Zones have IANA names; summer time is
/// that of the moment told, not of the moment of writing.
/// </summary>
public static class TimeZones
{
    public const int LongestName = 64;
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    /// <summary>Whether it is an IANA name of a zone (<c>America/New_York</c>) that this machine knows.</summary>
    public static bool IsKnown([NotNullWhen(true)] string? zone) => Find(zone) is not null;

    /// <returns>Null when the zone is unknown or its clocks show the same as China's at that moment.</returns>
    public static DateTimeOffset? Elsewhere(DateTimeOffset moment, string? zone)
    {
        if (Find(zone) is not { } found) return null;
        var there = TimeZoneInfo.ConvertTime(moment, found);
        return there.Offset == China ? null : there;
    }

    /// <summary>12月3日（星期四）14:00（北京时间；America/New_York 12月3日 01:00）.</summary>
    public static string Chinese(DateTimeOffset moment, string? zone)
    {
        var here = moment.ToOffset(China);
        var own = Elsewhere(moment, zone) is { } there ? string.Create(CultureInfo.InvariantCulture, $"；{zone} {there.Month}月{there.Day}日 {there:HH:mm}") : "";
        return string.Create(CultureInfo.InvariantCulture, $"{here.Year}年{here.Month}月{here.Day}日（星期{"日一二三四五六"[(int)here.DayOfWeek]}）{here:HH:mm}（北京时间{own}）");
    }

    /// <summary>Thursday 2026-12-03 14:00 China time (America/New_York: 2026-12-03 01:00).</summary>
    public static string English(DateTimeOffset moment, string? zone)
    {
        var own = Elsewhere(moment, zone) is { } there ? string.Create(CultureInfo.InvariantCulture, $" ({zone}: {there:yyyy-MM-dd HH:mm})") : "";
        return string.Create(CultureInfo.InvariantCulture, $"{moment.ToOffset(China):dddd yyyy-MM-dd HH:mm} China time{own}");
    }

    /// <summary>The hour that a clock shows there, 0 to 23; China's when the zone is unknown.</summary>
    public static int HourOf(DateTimeOffset moment, string? zone) => (Find(zone) is { } found ? TimeZoneInfo.ConvertTime(moment, found) : moment.ToOffset(China)).Hour;

    private static TimeZoneInfo? Find(string? zone) =>
        zone is { Length: > 0 and <= LongestName } && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) && found.HasIanaId && (zone.Contains('/', StringComparison.Ordinal) || zone == "UTC")
            ? found : null;
}
