using NonLitigation.Odr.Domain.Law;
using NonLitigation.Odr.Domain.Network;
using NonLitigation.Odr.Domain.Settlements;

namespace NonLitigation.Odr.Domain.Tests.Settlements;

public sealed class ChoosingARoute
{
    private static readonly Guid Debtor = Guid.NewGuid(), Creditor = Guid.NewGuid();
    private static readonly Dictionary<Guid, string> Names = new() { [Debtor] = "周永顺", [Creditor] = "李海生" };

    private static DateTimeOffset China(int year, int month, int day, int hour = 10) => new(year, month, day, hour, 0, 0, Deadline.ChinaOffset);

    private static Obligation Pays(string what = "三月份工资", DateOnly? due = null) => new(Debtor, Creditor, 160_000, what, "银行转账", due ?? new(2026, 12, 1));

    private static IReadOnlyList<EnforcementRoute> Routes(
        Obligation[] obligations, string clause = "各方再无其他争议。", DisputeKind kind = DisputeKind.LabourWages, DateTimeOffset? effective = null, DateTimeOffset? now = null)
    {
        var content = AgreementContent.Of("事实。", [new(clause)], obligations);
        return EnforcementChooser.Routes(new(kind, content, EnforcementWords.AcceptedBy(content, Names), effective ?? China(2026, 11, 24), now ?? China(2026, 11, 25)));
    }

    private static EnforcementRoute Of(IReadOnlyList<EnforcementRoute> routes, EnforcementRouteKind kind) => routes.Single(one => one.Kind == kind);

    private static void Says(EnforcementRoute route, bool open, string article, string zh)
    {
        Assert.True(route.IsOpen == open, route.Reason.Zh);
        Assert.Equal(article, route.Rules[0].Citation);
        Assert.Contains(zh, route.Reason.Zh, StringComparison.Ordinal);
        Assert.NotEmpty(route.Reason.En);
        Assert.NotEmpty(route.Where.Zh + route.Where.En);
    }

    [Fact]
    public void Names_all_five_in_their_order() => Assert.Equal(Enum.GetValues<EnforcementRouteKind>(), Routes([Pays()]).Select(one => one.Kind));

    [Theory]
    [InlineData("Wages for March", true)]
    [InlineData("work injury benefits", true)]
    [InlineData("repayment of a loan", false)]
    public void Reads_agreements_that_are_drafted_in_English(string what, bool pay) =>
        Assert.Equal(pay, Of(Routes([Pays(what, new(2026, 11, 20))]), EnforcementRouteKind.PaymentOrder).IsOpen);

    [Fact]
    public void Opens_confirmation_for_thirty_days_from_effect()
    {
        var route = Of(Routes([Pays()]), EnforcementRouteKind.JudicialConfirmation);
        Says(route, true, "《民事诉讼法》第二百零五条", "2026年12月24日");
        Assert.True(route.Term!.Verified && route.Rules.All(rule => rule.Verified));
    }

    /// <summary>Effect on 24 November: the first day does not count, the last is 24 December to its end.</summary>
    [Fact]
    public void Closes_confirmation_at_midnight_of_the_thirtieth_day()
    {
        var end = China(2026, 12, 25, 0);
        Assert.True(Of(Routes([Pays()], now: end.AddTicks(-1)), EnforcementRouteKind.JudicialConfirmation).IsOpen);
        var over = Of(Routes([Pays()], now: end), EnforcementRouteKind.JudicialConfirmation);
        Says(over, false, "《民事诉讼法》第二百零五条", "已于2026年12月24日届满");
        Assert.Equal(end, over.Term!.DueAt);
    }

    [Fact]
    public void Counts_the_day_of_effect_as_it_is_in_China_whatever_the_hour()
    {
        foreach (var effective in new[] { China(2026, 11, 24, 0), China(2026, 11, 24, 23), new DateTimeOffset(2026, 11, 23, 16, 0, 0, TimeSpan.Zero) })
            Assert.Equal(China(2026, 12, 25, 0), Of(Routes([Pays()], effective: effective), EnforcementRouteKind.JudicialConfirmation).Term!.DueAt);
        Assert.Equal(China(2026, 12, 26, 0), Of(Routes([Pays()], effective: China(2026, 11, 25, 0)), EnforcementRouteKind.JudicialConfirmation).Term!.DueAt);
    }

    /// <summary>Thirty days after 4 September is 4 October, in the National Day holiday that ends on the 7th.</summary>
    [Fact]
    public void Moves_the_last_day_out_of_a_holiday() =>
        Assert.Equal(China(2026, 10, 9, 0), Of(Routes([Pays()], effective: China(2026, 9, 4), now: China(2026, 9, 5)), EnforcementRouteKind.JudicialConfirmation).Term!.DueAt);

    [Fact]
    public void Says_when_the_calendar_of_the_last_day_is_not_verified() =>
        Assert.False(Of(Routes([Pays()], effective: China(2026, 12, 20), now: China(2026, 12, 21)), EnforcementRouteKind.JudicialConfirmation).Term!.Verified);

    [Theory]
    [InlineData("双方同意离婚。")]
    [InlineData("该房屋归李海生所有。")]
    [InlineData("双方解除收养关系。")]
    public void Closes_confirmation_for_what_courts_do_not_accept(string clause) =>
        Says(Of(Routes([Pays()], clause), EnforcementRouteKind.JudicialConfirmation), false, "《最高人民法院关于适用〈中华人民共和国民事诉讼法〉的解释》第三百五十五条", "不受理");

    [Fact]
    public void Closes_confirmation_for_a_dispute_with_an_authority() =>
        Says(Of(Routes([Pays()], kind: DisputeKind.Administrative), EnforcementRouteKind.JudicialConfirmation), false, "《最高人民法院关于适用〈中华人民共和国民事诉讼法〉的解释》第三百五十五条", "行政争议");

    [Fact]
    public void Opens_the_notary_only_for_a_debtor_whose_acceptance_is_recorded()
    {
        Says(Of(Routes([Pays()]), EnforcementRouteKind.NotarialEnforcement), false, "《公证法》第三十七条", "还没有作出愿意接受强制执行的承诺");
        Says(Of(Routes([Pays()], "周永顺逾期不付的，自愿接受强制执行。"), EnforcementRouteKind.NotarialEnforcement), true, "《公证法》第三十七条", "愿意接受强制执行");
        Assert.True(Of(Routes([Pays()], "债务人自愿接受强制执行。"), EnforcementRouteKind.NotarialEnforcement).IsOpen);
        Assert.False(Of(Routes([Pays()], "李海生自愿接受强制执行。"), EnforcementRouteKind.NotarialEnforcement).IsOpen);
        Assert.False(Of(Routes([Pays()], "周永顺不接受强制执行。"), EnforcementRouteKind.NotarialEnforcement).IsOpen);
    }

    [Fact]
    public void Closes_the_notary_where_nothing_is_to_be_paid_or_handed_over()
    {
        Obligation apology = new(Debtor, Creditor, null, "当面道歉", "口头", new(2026, 12, 1)), boat = new(Debtor, Creditor, null, "返还渔网", "当面交付", new(2026, 12, 1));
        const string Accepts = "周永顺自愿接受强制执行。";
        Says(Of(Routes([apology], Accepts), EnforcementRouteKind.NotarialEnforcement), false, "《公证法》第三十七条", "没有付款或者交付财物");
        Says(Of(Routes([apology, boat], Accepts), EnforcementRouteKind.NotarialEnforcement), true, "《公证法》第三十七条", "第2项");
        Says(Of(Routes([apology]), EnforcementRouteKind.NotarialDeposit), false, "《民法典》第五百七十条", "没有可以提存");
        Says(Of(Routes([boat]), EnforcementRouteKind.NotarialDeposit), true, "《民法典》第五百七十条", "没有正当理由拒收");
    }

    [Fact]
    public void Opens_the_payment_order_only_for_labour_pay_that_is_overdue()
    {
        const string Article = "《劳动争议调解仲裁法》第十六条";
        Says(Of(Routes([Pays()]), EnforcementRouteKind.PaymentOrder), false, Article, "2026年12月1日");
        Assert.False(Of(Routes([Pays()], now: China(2026, 12, 1, 23)), EnforcementRouteKind.PaymentOrder).IsOpen);
        Says(Of(Routes([Pays()], now: China(2026, 12, 2, 0)), EnforcementRouteKind.PaymentOrder), true, Article, "付款日期已过");
        Says(Of(Routes([Pays("归还借款")], now: China(2027, 1, 2)), EnforcementRouteKind.PaymentOrder), false, Article, "没有劳动报酬");
        Says(Of(Routes([Pays()], kind: DisputeKind.Loan, now: China(2027, 1, 2)), EnforcementRouteKind.PaymentOrder), false, Article, "只适用于劳动争议");
    }

    [Fact]
    public void Says_that_the_arbitral_award_is_not_verified()
    {
        var route = Of(Routes([Pays()]), EnforcementRouteKind.ArbitralAward);
        Says(route, false, "《仲裁法》（条款待核实）", "尚未核实");
        Assert.False(route.Rules[0].Verified);
    }
}
