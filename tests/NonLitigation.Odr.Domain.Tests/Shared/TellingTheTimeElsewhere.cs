using CsCheck;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Tests.Shared;

public sealed class TellingTheTimeElsewhere
{
    private const string NewYork = "America/New_York";

    /// <summary>Clocks in New York go back on 1 November 2026 at 06:00 UTC and forward on 14 March 2027 at 07:00 UTC.</summary>
    [Theory]
    [InlineData("2026-11-01T05:59:00Z", "2026-11-01 01:59", -4)]
    [InlineData("2026-11-01T06:00:00Z", "2026-11-01 01:00", -5)]
    [InlineData("2027-03-14T06:59:00Z", "2027-03-14 01:59", -5)]
    [InlineData("2027-03-14T07:00:00Z", "2027-03-14 03:00", -4)]
    public void Knows_when_clocks_change(string moment, string there, int hours)
    {
        var found = TimeZones.Elsewhere(DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture), NewYork)!.Value;
        Assert.Equal((there, TimeSpan.FromHours(hours)), (found.ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture), found.Offset));
    }

    [Fact]
    public void Writes_both_where_they_differ_and_one_where_they_do_not()
    {
        var moment = new DateTimeOffset(2026, 12, 3, 14, 0, 0, TimeSpan.FromHours(8));
        Assert.Equal("2026年12月3日（星期四）14:00（北京时间；America/New_York 12月3日 01:00）", TimeZones.Chinese(moment, NewYork));
        Assert.Equal("Thursday 2026-12-03 14:00 China time (America/New_York: 2026-12-03 01:00)", TimeZones.English(moment, NewYork));
        foreach (var same in new[] { null, "Asia/Shanghai", "Asia/Singapore", "Mars/Olympus", "China Standard Time" })
            Assert.Equal("2026年12月3日（星期四）14:00（北京时间）", TimeZones.Chinese(moment, same));
    }

    [Theory]
    [InlineData(null, false), InlineData("", false), InlineData("../etc/passwd", false), InlineData("Mars/Olympus", false), InlineData("Eastern Standard Time", false)]
    [InlineData("America/New_York", true), InlineData("Asia/Shanghai", true), InlineData("UTC", true), InlineData("Asia/Kathmandu", true)]
    public void Knows_zones_by_their_IANA_names(string? zone, bool known) => Assert.Equal(known, TimeZones.IsKnown(zone));

    /// <summary>The moment is the same wherever it is told.</summary>
    [Fact]
    public void Tells_the_same_moment_in_every_zone() =>
        Gen.Select(Gen.OneOfConst(NewYork, "Europe/Berlin", "Asia/Kathmandu", "Australia/Lord_Howe", "Pacific/Kiritimati"), Gen.Int[0, 60 * 24 * 3_650]).Sample((zone, minutes) =>
        {
            var moment = new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minutes);
            Assert.Equal(moment, TimeZones.Elsewhere(moment, zone));
        });
}
