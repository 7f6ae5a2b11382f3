using System.Globalization;
using NonLitigation.Odr.Domain.Law;

namespace NonLitigation.Odr.Domain.Tests.Law;

/// <summary>Every regime over holidays, extensions and suspensions, against dates counted by hand on the calendar of 2026.</summary>
public sealed class MovingTheEndOfATerm
{
    private const string CourtOrdinary = "court.conclude-ordinary", CourtSummary = "court.conclude-summary", Administrative = "administrative.conclude";

    /// <param name="changes"><c>s</c>from/until for an appraisal, <c>x</c>day/new-last-day for an extension; several apart by blanks. Month and day.</param>
    /// <param name="article">Of the limit.</param>
    [Theory]
    // A month, 30, 15, 7 days; last days that are free.
    [InlineData(LawRules.Conclude, "06-01", "", "07-01", "《人民调解工作若干规定》第三十三条")]
    [InlineData(LawRules.ConcludeOnCourtPlatform, "01-21", "", "02-24", "《人民法院在线调解规则》第二十四条")] // 20 February: spring festival, 15 to 23
    [InlineData(CourtOrdinary, "09-14", "", "09-29", "《人民法院在线调解规则》第二十四条")]
    [InlineData(CourtOrdinary, "09-16", "", "10-08", "《人民法院在线调解规则》第二十四条")] // 1 October: national day, to the 7th
    [InlineData(CourtSummary, "02-11", "", "02-24", "《人民法院在线调解规则》第二十四条")]
    [InlineData(CourtSummary, "02-07", "", "02-14", "《人民法院在线调解规则》第二十四条")] // a Saturday on which people work
    [InlineData(LawRules.JudicialConfirmation, "08-26", "", "09-28", "《人民调解法》第三十三条")] // 25 to 27 September: mid-autumn
    [InlineData(Administrative, "03-02", "", "04-14", "《江苏省行政调解办法》（条款待核实）")] // 30 working days over Qingming
    // An appraisal does not count.
    [InlineData(LawRules.Conclude, "06-01", "s06-10/06-25", "07-16", "《人民调解工作若干规定》第三十三条")]
    [InlineData(LawRules.ConcludeOnCourtPlatform, "06-01", "s06-10/06-20 s07-05/07-08", "07-14", "《人民法院在线调解规则》第二十四条")]
    [InlineData(CourtOrdinary, "06-01", "s06-03/06-05", "06-18", "《人民法院在线调解规则》第二十四条")]
    [InlineData(CourtOrdinary, "06-01", "s06-03/06-06", "06-22", "《人民法院在线调解规则》第二十四条")] // 19 to 21 June: dragon boat
    [InlineData(CourtSummary, "06-01", "s06-03/06-03", "06-08", "《人民法院在线调解规则》第二十四条")] // begun and ended on one day
    [InlineData(LawRules.Conclude, "06-01", "s07-02/07-10", "07-01", "《人民调解工作若干规定》第三十三条")] // it was over by then
    // All agreed on more time.
    [InlineData(LawRules.Conclude, "06-01", "x06-28/07-31", "07-31", "《人民调解工作若干规定》第三十三条")]
    [InlineData(LawRules.Conclude, "09-01", "x09-20/10-11", "10-12", "《人民调解工作若干规定》第三十三条")] // a Sunday
    [InlineData(CourtSummary, "09-14", "x09-20/10-10", "10-10", "《人民法院在线调解规则》第二十四条")] // a Saturday on which people work
    [InlineData(LawRules.Conclude, "06-01", "x07-02/07-31", "07-01", "《人民调解工作若干规定》第三十三条")] // it was over by then
    [InlineData(LawRules.Conclude, "06-01", "x06-20/06-30", "07-01", "《人民调解工作若干规定》第三十三条")] // earlier is no extension
    // One after the other.
    [InlineData(LawRules.Conclude, "06-01", "x06-28/07-31 s07-10/07-20", "08-10", "《人民调解工作若干规定》第三十三条")]
    [InlineData(LawRules.Conclude, "06-01", "s06-10/06-20 x07-09/07-31", "07-31", "《人民调解工作若干规定》第三十三条")]
    [InlineData(LawRules.Conclude, "06-01", "s06-10/07-15 x07-10/08-31", "08-31", "《人民调解工作若干规定》第三十三条")] // agreed while suspended
    // The worker's way to arbitration waits for nobody.
    [InlineData(LawRules.ConcludeLabour, "06-01", "s06-05/06-10 x06-08/07-31", "06-16", "《劳动争议调解仲裁法》第十四条")]
    [InlineData(LawRules.JudicialConfirmation, "06-01", "s06-05/06-10 x06-08/07-31", "07-01", "《人民调解法》第三十三条")]
    public void Follows_the_rule_the_calendar_and_what_happened(string rule, string start, string changes, string lastDay, string article)
    {
        var deadline = Deadline.Of(rule, At(start), changes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Reverse().Select(Change));
        Assert.Equal((Deadline.EndOf(Day(lastDay)), article, null), (deadline.DueAt, deadline.Rule.Citation, deadline.SuspendedSince));
    }

    [Fact]
    public void Is_never_over_while_it_is_suspended()
    {
        var deadline = Deadline.Of(LawRules.ConcludeOnCourtPlatform, At("06-01"), new Suspended(At("06-10"), null));
        Assert.Equal((At("06-10"), Deadline.EndOf(Day("07-01"))), (deadline.SuspendedSince, deadline.DueAt));
        Assert.False(deadline.IsOver(At("12-31")));
    }

    [Fact]
    public void Says_where_it_ended_before_it_was_extended()
    {
        var deadline = Deadline.Of(LawRules.ConcludeOnCourtPlatform, At("06-01"), new Extended(At("06-28"), Day("07-31")));
        Assert.Equal(Deadline.EndOf(Day("07-01")), deadline.ExtendedFrom);
        Assert.True(deadline.Verified);
    }

    [Fact]
    public void Is_not_verified_when_the_rule_that_moved_it_is_not() =>
        Assert.False(Deadline.Of(LawRules.Conclude, At("06-01"), new Suspended(At("06-10"), At("06-20"))).Verified);

    [Fact]
    public void Names_only_rules_that_exist() => Assert.All(LawRules.All.SelectMany(rule => new[] { rule.ExtendedBy, rule.SuspendedBy }.OfType<string>()),
        id => Assert.Contains(LawRules.All, rule => rule.Id == id && rule.Term is null));

    private static TermChange Change(string text) => text[1..].Split('/') switch
    {
        [var from, var until] when text[0] == 's' => new Suspended(At(from), At(until)),
        [var at, var lastDay] => new Extended(At(at), Day(lastDay)),
        _ => throw new ArgumentException(text, nameof(text)),
    };

    private static DateOnly Day(string text) => DateOnly.ParseExact("2026-" + text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
    private static DateTimeOffset At(string text) => new(Day(text).ToDateTime(new TimeOnly(10, 0)), Deadline.ChinaOffset);
}
