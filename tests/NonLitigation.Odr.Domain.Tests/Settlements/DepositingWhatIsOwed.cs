using NonLitigation.Odr.Domain.Law;
using NonLitigation.Odr.Domain.Settlements;

namespace NonLitigation.Odr.Domain.Tests.Settlements;

/// <summary>民法典 570 to 574.</summary>
public sealed class DepositingWhatIsOwed
{
    [Fact]
    public void Lapses_five_years_later_on_a_working_day_and_says_so_while_the_calendar_of_that_year_is_unknown()
    {
        var term = Deadline.Of(LawRules.DepositLapse, new DateTimeOffset(2026, 11, 25, 9, 0, 0, TimeSpan.FromHours(8)));
        Assert.Equal((new DateOnly(2031, 11, 25), "《民法典》第五百七十四条", false), (Deadline.DayOf(term.DueAt.AddTicks(-1)), term.Rule.Citation, term.Verified));
        // 2031-11-29 is a Saturday: the last day moves to Monday (民法典 203).
        Assert.Equal(new(2031, 12, 1), Deadline.DayOf(Deadline.Of(LawRules.DepositLapse, new DateTimeOffset(2026, 11, 29, 9, 0, 0, TimeSpan.FromHours(8))).DueAt.AddTicks(-1)));
    }

    [Fact]
    public void Consents_only_to_the_words_for_this_act_and_this_office()
    {
        var office = new Recipient("notary", "海州公证处");
        Assert.True(RouteConsent.Is(RouteConsent.Text(RouteAct.NotarialDeposit, office).En, RouteAct.NotarialDeposit, office));
        Assert.False(RouteConsent.Is(RouteConsent.Text(RouteAct.NotarialDeed, office).Zh, RouteAct.NotarialDeposit, office));
        Assert.False(RouteConsent.Is(RouteConsent.Text(RouteAct.NotarialDeposit, office with { Name = "别处" }).Zh, RouteAct.NotarialDeposit, office));
        Assert.False(RouteConsent.Is(null, RouteAct.NotarialDeposit, office));
    }
}
