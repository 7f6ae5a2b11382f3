using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Law;
using NonLitigation.Odr.Domain.Network;
using NonLitigation.Odr.Domain.Settlements;
using static NonLitigation.Odr.Domain.Tests.Settlements.PerformanceBench;
using static NonLitigation.Odr.Domain.Tests.Settlements.SigningBench;

namespace NonLitigation.Odr.Domain.Tests.Settlements;

/// <summary>Reminders, questions afterwards, and what the law leaves when nothing helps.</summary>
public sealed class FollowingUp
{
    private static readonly Guid[] Everybody = [.. Roster.Parties.Select(party => party.PartyId)];
    private static readonly FollowUpWord Good = new(FollowUpFinding.Performed, 5, "谢谢");

    [Fact]
    public void Asks_each_party_once_seven_days_after_the_last_due_day()
    {
        var performance = Followed();
        Assert.Equal(Due.AddDays(9), performance.FollowUpOn);
        var day = new DateTimeOffset(performance.FollowUpOn.ToDateTime(TimeOnly.MinValue), TimeSpan.FromHours(8));
        Assert.Equal("settlements.too-early-to-follow-up", Refusal(() => performance.Answer(By(Li, at: day.AddSeconds(-1)), Good)));
        var by = By(Li, at: day);
        performance.Answer(by, Good);
        performance.Answer(by, Good);
        Assert.Equal("settlements.already-followed-up", Refusal(() => performance.Answer(By(Li, at: day), Good)));
        Assert.Equal("settlements.follow-up-incomplete", Refusal(() => performance.Answer(By(Zhou, at: day), Good with { Satisfaction = 6 })));
        Assert.Equal("shared.not-found", Refusal(() => performance.Answer(ByMediator() with { At = day }, Good)));
        Assert.Equal(5, Assert.Single(performance.Answers).Satisfaction);
    }

    [Fact]
    public void Asks_seven_days_after_all_is_performed_when_that_is_earlier_and_lets_them_answer_at_once()
    {
        var performance = Followed(AgreementContent.Of("事实", [], [Pays(Zhou, Li, 100), Pays(Wu, Li, 100)]));
        performance.Receive(1, Yuan(100));
        Assert.Equal(Due.AddDays(7), performance.FollowUpOn);
        Assert.Equal("settlements.too-early-to-follow-up", Refusal(() => performance.Answer(By(Li), Good)));
        performance.Receive(2, Yuan(100));
        Assert.Equal(Deadline.DayOf(Now).AddDays(7), performance.FollowUpOn);
        performance.Answer(By(Li), Good);
        var asked = performance.FollowUpOn;
        Assert.Empty(Reminders.DueOn(performance, Everybody, asked.AddDays(-1), Now));
        Assert.Equal(Everybody.Except([Li.PartyId]), Reminders.DueOn(performance, Everybody, asked, Now).Select(one => one.PartyId));
    }

    [Fact]
    public void An_agreement_of_clauses_alone_waits_for_its_day()
    {
        var performance = Followed(AgreementContent.Of("事实", [new("互不再有争议。")], []));
        Assert.NotNull(performance.ClosedAt);
        Assert.Equal("settlements.too-early-to-follow-up", Refusal(() => performance.Answer(By(Li), Good)));
    }

    [Theory]
    [InlineData(-4, 0)]
    [InlineData(-3, 3)] // the three who owe the first two; the third is due later
    [InlineData(-1, 4)]
    [InlineData(0, 4)]
    [InlineData(1, 6)] // late: its obligee is told as well
    public void Reminds_who_owes_three_days_before_on_the_day_and_after_it(int days, int expected)
    {
        var reminders = Reminders.DueOn(Followed(), Everybody, Due.AddDays(days), Now).ToList();
        Assert.Equal(expected, reminders.Count);
        var kind = days switch { < 0 => ReminderKind.Before, 0 => ReminderKind.OnTheDay, _ => ReminderKind.DayAfter };
        Assert.All(reminders.Where(one => one.Number < 3), one => Assert.Equal(kind, one.Kind));
    }

    [Fact]
    public void Leaves_in_peace_who_has_performed_or_has_reported_it_all()
    {
        var performance = Followed(AgreementContent.Of("事实", [], [Pays(Zhou, Li, 100), Pays(Wu, Li, 100)]));
        performance.Receive(1, Yuan(100));
        performance.Report(2, Wu, Yuan(100));
        Assert.Empty(Reminders.DueOn(performance, Everybody, Due, Now));
        Assert.Equal([Li.PartyId], Reminders.DueOn(performance, Everybody, Due.AddDays(1), Now).Select(one => one.PartyId));
        Assert.Equal(Everybody, Reminders.DueOn(performance, Everybody, performance.FollowUpOn, Now).Where(one => one.Kind == ReminderKind.FollowUp).Select(one => one.PartyId));
        Assert.Empty(Reminders.DueOn(performance, Everybody, performance.FollowUpOn.AddDays(8), Now));
    }

    [Fact]
    public void Names_judicial_confirmation_for_thirty_days_and_the_payment_order_for_wages()
    {
        string[] Codes(DisputeKind kind, int days) => [.. PerformanceWays.For(kind, Now, Now.AddDays(days)).Select(way => way.Code)];
        Assert.Equal(["judicial-confirmation", "enforcement", "payment-order", "labour-arbitration", "lawsuit"], Codes(DisputeKind.LabourWages, 30));
        Assert.Equal(["enforcement", "lawsuit"], Codes(DisputeKind.Loan, 31));
        Assert.Equal(["reconsideration", "administration"], Codes(DisputeKind.Administrative, 1));
        Assert.Contains("2026年12月24日", PerformanceWays.For(DisputeKind.Loan, Now, Now)[0].Zh, StringComparison.Ordinal);
    }
}
