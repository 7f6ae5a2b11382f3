using NonLitigation.Odr.Domain.Settlements;
using static NonLitigation.Odr.Domain.Tests.Settlements.PerformanceBench;
using static NonLitigation.Odr.Domain.Tests.Settlements.SigningBench;

namespace NonLitigation.Odr.Domain.Tests.Settlements;

public sealed class PerformingAnAgreement
{
    [Fact]
    public void Follows_each_obligation_of_the_agreement_from_its_effect()
    {
        var performance = Followed();
        Assert.Equal([(1, 160_000L), (2, 180_000L), (3, null)], performance.Obligations.Select(one => (one.Number, one.AmountFen)));
        Assert.All(performance.Obligations, one => Assert.Equal(ObligationState.Due, one.StateOn(Today)));
        Assert.Null(performance.ClosedAt);
        Assert.Throws<InvalidOperationException>(() => Performance.Of(Frozen()));
    }

    [Fact]
    public void Sums_up_what_the_obligee_confirms_until_nothing_is_left()
    {
        var performance = Followed();
        performance.Report(1, Zhou, Yuan(1_600));
        Assert.Equal((ObligationState.Due, 160_000L), (performance.One(1).StateOn(Today), performance.One(1).RestFen)); // his word alone is no performance
        performance.Confirm(1, 1_000);
        Assert.Equal((ObligationState.PartlyPerformed, 60_000L), (performance.One(1).StateOn(Today), performance.One(1).RestFen));
        performance.Report(1, Zhou, Yuan(600));
        performance.Confirm(1, 600);
        Assert.Equal((ObligationState.Performed, 0L), (performance.One(1).StateOn(Due.AddDays(30)), performance.One(1).RestFen));
        Assert.Equal(0, performance.One(1).DaysLate(Due.AddDays(30)));
    }

    [Fact]
    public void Is_closed_with_the_last_obligation()
    {
        var performance = Followed();
        performance.Receive(1, Yuan(1_600));
        performance.Receive(2, Yuan(1_800));
        Assert.Null(performance.ClosedAt);
        performance.Report(3, Wu, new(Note: "已寄出"));
        performance.Do(3, By(Li, at: Now.AddDays(1)), (one, by) => one.Confirm(by, new(About: one.Unanswered[0].Id)));
        Assert.Equal(Now.AddDays(1), performance.ClosedAt);
        Assert.Equal("settlements.already-performed", Refusal(() => performance.Receive(3, Nothing)));
        performance.Do(3, ByMediator(), (one, by) => one.Remark(by, new(Note: "电话核实，已收到")));
    }

    [Fact]
    public void Takes_the_word_of_any_joint_obligor_for_all_of_them()
    {
        var performance = Followed();
        performance.Report(2, Wu, Yuan(800));
        performance.Report(2, Zhou, Yuan(1_000));
        Assert.True(performance.One(2).IsReportedInFull);
        Assert.Equal("settlements.more-than-the-rest", Refusal(() => performance.Report(2, Wu, Yuan(1))));
        performance.Confirm(2, 800);
        performance.Confirm(2, 1_000);
        Assert.True(performance.One(2).IsPerformed);
    }

    [Fact]
    public void Lets_a_part_of_what_is_not_money_be_said_in_words()
    {
        var performance = Followed();
        Assert.Equal("settlements.not-about-money", Refusal(() => performance.Report(3, Wu, Yuan(1))));
        performance.Report(3, Wu, Nothing);
        Assert.Equal("settlements.already-reported", Refusal(() => performance.Report(3, Wu, Nothing)));
        var report = performance.One(3).Unanswered[0].Id;
        Assert.Equal("settlements.part-not-described", Refusal(() => performance.Do(3, By(Li), (one, by) => one.Confirm(by, new(About: report, IsPart: true)))));
        performance.Do(3, By(Li), (one, by) => one.Confirm(by, new(About: report, IsPart: true, Note: "收到但没有盖章")));
        Assert.Equal(ObligationState.PartlyPerformed, performance.One(3).StateOn(Today));
        performance.Receive(3, Nothing);
        Assert.Equal(ObligationState.Performed, performance.One(3).StateOn(Today));
    }

    [Theory]
    [InlineData("2026-12-01T15:59:59Z", false)] // 23:59:59 of the due day in China
    [InlineData("2026-12-01T16:00:00Z", true)]
    public void Is_late_when_the_due_day_is_over_in_China(string moment, bool late)
    {
        var day = Domain.Law.Deadline.DayOf(DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture));
        var one = Followed().One(1);
        Assert.Equal(late ? ObligationState.Overdue : ObligationState.Due, one.StateOn(day));
        Assert.Equal(late ? 1 : 0, one.DaysLate(day));
    }

    [Fact]
    public void Is_disputed_while_a_side_says_so_or_what_was_reported_last_did_not_arrive()
    {
        var performance = Followed();
        performance.Report(1, Zhou, Yuan(600));
        performance.Do(1, By(Li), (one, by) => one.Contest(by, new(Note: "没有到账", About: one.Unanswered[0].Id)));
        Assert.Equal(ObligationState.Disputed, performance.One(1).StateOn(Due.AddDays(9)));
        performance.Report(1, Zhou, Yuan(600));
        Assert.Equal(ObligationState.Due, performance.One(1).StateOn(Today));
        performance.Do(1, By(Zhou), (one, by) => one.Dispute(by, new(Note: "账号不对")));
        Assert.Equal("settlements.already-disputed", Refusal(() => performance.Do(1, By(Zhou), (one, by) => one.Dispute(by, new(Note: "再说一次")))));
        Assert.Equal("settlements.no-dispute", Refusal(() => performance.Do(1, By(Li), (one, by) => one.EndDispute(by, Nothing))));
        Assert.True(performance.One(1).IsDisputed);
        performance.Do(1, By(Zhou), (one, by) => one.EndDispute(by, Nothing));
        Assert.False(performance.One(1).IsDisputed);
    }

    [Fact]
    public void Belongs_to_its_two_sides()
    {
        var performance = Followed();
        Assert.Equal("shared.not-found", Refusal(() => performance.Report(1, Wu, Yuan(1))));
        Assert.Equal("shared.not-found", Refusal(() => performance.Report(4, Zhou, Yuan(1))));
        Assert.Equal("settlements.not-your-act", Refusal(() => performance.Report(1, Li, Yuan(1))));
        Assert.Equal("settlements.not-your-act", Refusal(() => performance.Do(1, By(Zhou), (one, by) => one.Receive(by, Yuan(1)))));
        performance.Report(1, Zhou, Yuan(1));
        Assert.Equal("settlements.not-your-act", Refusal(() => performance.Do(1, By(Zhou), (one, by) => one.Confirm(by, Yuan(1, one.Unanswered[0].Id)))));
        Assert.Equal("settlements.not-your-act", Refusal(() => performance.Do(1, By(Zhou), (one, by) => one.Contest(by, new(Note: "无", About: one.Unanswered[0].Id)))));
    }

    [Fact]
    public void Refuses_what_cannot_be()
    {
        var performance = Followed();
        Assert.Equal("settlements.more-than-the-rest", Refusal(() => performance.Report(1, Zhou, new(160_001))));
        Assert.Equal("settlements.more-than-the-rest", Refusal(() => performance.Receive(1, new(160_001))));
        foreach (var none in new long?[] { null, 0, -5 }) Assert.Equal("settlements.amount-not-positive", Refusal(() => performance.Report(1, Zhou, new(none))));
        Assert.Equal("settlements.on-a-later-day", Refusal(() => performance.Report(1, Zhou, Yuan(1) with { On = Today.AddDays(1) })));
        Assert.Equal("settlements.request-id-missing", Refusal(() => performance.Do(1, By(Zhou, Guid.Empty), (one, by) => one.Report(by, Yuan(1)))));
        Assert.Equal("shared.text-too-long", Refusal(() => performance.Report(1, Zhou, Yuan(1) with { Note = new('字', 1_001) })));
        performance.Report(1, Zhou, Yuan(500));
        Assert.Equal("settlements.more-than-the-rest", Refusal(() => performance.Confirm(1, 501))); // more than was reported
        Assert.Equal("settlements.no-such-report", Refusal(() => performance.Do(1, By(Li), (one, by) => one.Confirm(by, Yuan(1, Guid.NewGuid())))));
        Assert.Equal("settlements.reason-missing", Refusal(() => performance.Do(1, By(Li), (one, by) => one.Contest(by, new(Note: " ", About: one.Unanswered[0].Id)))));
        var report = performance.One(1).Unanswered[0].Id;
        performance.Confirm(1, 100);
        Assert.Equal("settlements.already-answered", Refusal(() => performance.Do(1, By(Li), (one, by) => one.Confirm(by, Yuan(100, report)))));
    }

    [Fact]
    public void Takes_a_repeat_for_the_same_act_and_refuses_its_id_for_another()
    {
        var performance = Followed();
        var id = Guid.NewGuid();
        for (var i = 0; i < 3; i++) performance.Do(1, By(Zhou, id), (one, by) => one.Report(by, Yuan(1_600) with { Note = " 已转账 " }));
        Assert.Single(performance.One(1).Acts);
        Assert.Equal("settlements.request-id-reused", Refusal(() => performance.Do(1, By(Zhou, id), (one, by) => one.Report(by, Yuan(1_599)))));
        var confirmed = Guid.NewGuid();
        var report = performance.One(1).Unanswered[0].Id;
        for (var i = 0; i < 3; i++) performance.Do(1, By(Li, confirmed), (one, by) => one.Confirm(by, Yuan(1_600, report))); // also when all is performed by it
        Assert.Equal(160_000, performance.One(1).ConfirmedFen);
    }
}
