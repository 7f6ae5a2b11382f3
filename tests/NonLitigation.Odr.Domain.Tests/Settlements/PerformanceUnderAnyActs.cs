using CsCheck;
using NonLitigation.Odr.Domain.Settlements;
using NonLitigation.Odr.Domain.Shared;
using static NonLitigation.Odr.Domain.Tests.Settlements.PerformanceBench;
using static NonLitigation.Odr.Domain.Tests.Settlements.SigningBench;

namespace NonLitigation.Odr.Domain.Tests.Settlements;

/// <summary>Random acts of both sides of one obligation of 100 yuan, against a plain sum.</summary>
public sealed class PerformanceUnderAnyActs
{
    private static readonly Gen<(PerformanceActKind, SigningParty, int, int)[]> Acts = Gen.Select(
        Gen.Enum<PerformanceActKind>(), Gen.OneOfConst(Li, Zhou), Gen.Int[-10, 12_000], Gen.Int[0, 3]).Array[0, 30];

    [Fact]
    public void Never_confirms_more_than_is_owed_and_the_state_follows_from_the_acts()
    {
        var performed = 0;
        Acts.Sample(acts =>
        {
            var performance = Followed(AgreementContent.Of("事实", [], [Pays(Zhou, Li, 100)]));
            var one = performance.One(1);
            foreach (var (kind, who, fen, which) in acts)
            {
                var before = (one.Acts.Count, one.ConfirmedFen);
                var taken = Try(performance, one, kind, who, fen, which);
                Assert.Equal(before.Count + (taken ? 1 : 0), one.Acts.Count);
                if (!taken) Assert.Equal(before.ConfirmedFen, one.ConfirmedFen);
                Check(performance, one);
            }
            if (one.IsPerformed) Interlocked.Increment(ref performed);
        }, iter: 5_000);
        Assert.True(performed > 100, $"only {performed} were performed: the generator tests too little");
    }

    private static bool Try(Performance performance, FollowedObligation one, PerformanceActKind kind, SigningParty who, int fen, int which)
    {
        var reports = one.Acts.Where(act => act.Kind == PerformanceActKind.Reported).ToList();
        // Often the rest exactly: otherwise hardly anything would ever be paid in full.
        long amount = which == 0 && one.RestFen > 0 ? one.RestFen.Value : fen;
        var word = new PerformanceWord(amount, Note: "话", About: reports.Count == 0 ? null : reports[which % reports.Count].Id);
        try
        {
            performance.Do(1, By(who), (it, by) => kind switch
            {
                PerformanceActKind.Reported => it.Report(by, word with { About = null }),
                PerformanceActKind.Confirmed => it.Confirm(by, word),
                PerformanceActKind.Contested => it.Contest(by, word with { AmountFen = null }),
                PerformanceActKind.Received => it.Receive(by, word with { About = null }),
                PerformanceActKind.Disputed => it.Dispute(by, new(Note: "争议")),
                PerformanceActKind.DisputeEnded => it.EndDispute(by, Nothing),
                _ => it.Remark(by, new(Note: "记")),
            });
            return true;
        }
        catch (RefusalException)
        {
            return false;
        }
    }

    private static void Check(Performance performance, FollowedObligation one)
    {
        var sum = one.Acts.Where(act => act.Kind is PerformanceActKind.Confirmed or PerformanceActKind.Received).Sum(act => act.AmountFen ?? 0);
        Assert.InRange(sum, 0, 10_000);
        Assert.Equal((sum, 10_000 - sum, sum == 10_000), (one.ConfirmedFen, one.RestFen, one.IsPerformed));
        Assert.Equal(one.IsPerformed, performance.ClosedAt is not null);
        Assert.True(one.IsPerformed || one.ReportableFen + one.Unanswered.Sum(act => act.AmountFen) == one.RestFen);
        foreach (var day in new[] { Due, Due.AddDays(1) })
            Assert.Equal(Expected(one, sum, day), one.StateOn(day));
        foreach (var answers in one.Acts.Where(act => act.About is not null).GroupBy(act => act.About)) Assert.Single(answers);
    }

    private static ObligationState Expected(FollowedObligation one, long sum, DateOnly day) =>
        sum == 10_000 ? ObligationState.Performed
        : Disputed(one.Acts) ? ObligationState.Disputed
        : day > Due ? ObligationState.Overdue
        : sum > 0 ? ObligationState.PartlyPerformed : ObligationState.Due;

    private static bool Disputed(IReadOnlyList<PerformanceAct> acts)
    {
        var (open, contested) = (new HashSet<Guid?>(), false);
        foreach (var act in acts)
        {
            if (act.Kind == PerformanceActKind.Disputed) open.Add(act.PartyId);
            else if (act.Kind == PerformanceActKind.DisputeEnded) open.Remove(act.PartyId);
            else if (act.Kind != PerformanceActKind.Remarked) contested = act.Kind == PerformanceActKind.Contested;
        }
        return open.Count > 0 || contested;
    }
}
