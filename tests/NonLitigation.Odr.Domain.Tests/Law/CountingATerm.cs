using NonLitigation.Odr.Domain.Law;

namespace NonLitigation.Odr.Domain.Tests.Law;

public sealed class CountingATerm
{
    private static DateTimeOffset China(int year, int month, int day, int hour = 10) => new(year, month, day, hour, 0, 0, Deadline.ChinaOffset);

    [Fact]
    public void Leaves_out_the_first_day_and_ends_at_midnight_of_the_last()
    {
        var deadline = Deadline.Of(LawRules.AcceptAppointment, China(2026, 11, 24));
        Assert.Equal(China(2026, 11, 28, 0), deadline.DueAt);
        Assert.False(deadline.IsOver(China(2026, 11, 28, 0).AddTicks(-1)));
        Assert.True(deadline.IsOver(China(2026, 11, 28, 0)));
    }

    [Fact]
    public void Passes_over_weekends() =>
        Assert.Equal(China(2026, 12, 2, 0), Deadline.Of(LawRules.AcceptAppointment, China(2026, 11, 26)).DueAt);

    [Fact]
    public void Passes_over_the_spring_festival_and_counts_its_make_up_days()
    {
        // From Thursday 12 February: 13 (Fri), 14 (make-up Saturday), then 15 to 23 are free, 24 (Tue).
        Assert.Equal(China(2026, 2, 25, 0), Deadline.Of(LawRules.AcceptAppointment, China(2026, 2, 12)).DueAt);
    }

    [Fact]
    public void Takes_the_day_as_it_is_in_China()
    {
        var lateInUtc = new DateTimeOffset(2026, 11, 24, 17, 0, 0, TimeSpan.Zero);
        Assert.Equal(China(2026, 12, 1, 0), Deadline.Of(LawRules.AcceptAppointment, lateInUtc).DueAt);
    }

    [Fact]
    public void Moves_a_last_calendar_day_that_is_free_to_the_next_working_day()
    {
        // 15 days after Friday 18 September is Saturday 3 October, within the National Day holiday that ends on the 7th.
        Assert.Equal(China(2026, 10, 9, 0), Deadline.Of(LawRules.ConcludeLabour, China(2026, 9, 18)).DueAt);
    }

    [Fact]
    public void Says_when_the_article_or_the_calendar_is_not_verified()
    {
        Assert.True(Deadline.Of(LawRules.ConcludeLabour, China(2026, 9, 18)).Verified);
        Assert.False(Deadline.Of(LawRules.Conclude, China(2026, 9, 18)).Verified);
        Assert.False(Deadline.Of(LawRules.AcceptAppointment, China(2026, 12, 30)).Verified);
    }

    [Fact]
    public void Needs_a_version_that_was_in_force_then() =>
        Assert.Throws<KeyNotFoundException>(() => Deadline.Of(LawRules.AcceptAppointment, China(2021, 12, 31)));

    [Fact]
    public void Is_refused_for_a_rule_without_a_term() =>
        Assert.Throws<InvalidOperationException>(() => Deadline.Of(LawRules.Refusal, China(2026, 1, 5)));

    [Fact]
    public void Knows_each_rule_by_one_id_per_day()
    {
        Assert.All(LawRules.All.GroupBy(rule => rule.Id), versions =>
            Assert.All(versions, one => Assert.DoesNotContain(versions, other => other != one && other.InForceOn(one.ValidFrom))));
        Assert.All(LawRules.All, rule => Assert.Equal(rule.Term is null, rule.Unit is null));
    }

    [Theory]
    [InlineData("2025-01-26", true)]
    [InlineData("2025-01-28", false)]
    [InlineData("2025-10-08", false)]
    [InlineData("2026-02-28", true)]
    [InlineData("2026-05-05", false)]
    [InlineData("2027-01-02", false)]
    [InlineData("2027-01-04", true)]
    public void Knows_the_working_days(string day, bool working) =>
        Assert.Equal(working, WorkingDays.China.Includes(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));
}
