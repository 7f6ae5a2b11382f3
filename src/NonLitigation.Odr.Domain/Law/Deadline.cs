namespace NonLitigation.Odr.Domain.Law;

/// <summary>A time limit that runs in a case.</summary>
/// <param name="DueAt">The limit ends before this moment (24:00 of its last day, China Standard Time).</param>
/// <param name="Verified">False when the article or the calendar it was counted with has not been checked.</param>
public sealed record Deadline(LawRule Rule, DateTimeOffset StartedAt, DateTimeOffset DueAt, bool Verified)
{
    /// <summary>China has one time zone and no summer time.</summary>
    public static readonly TimeSpan ChinaOffset = TimeSpan.FromHours(8);

    public bool IsOver(DateTimeOffset now) => now >= DueAt;

    /// <summary>The limit that a rule sets, counted from a moment; the version of the rule in force at that moment applies.</summary>
    /// <exception cref="InvalidOperationException">The rule sets no time limit.</exception>
    public static Deadline Of(string ruleId, DateTimeOffset startedAt)
    {
        var start = DayOf(startedAt);
        var rule = LawRules.On(start, ruleId);
        if (rule.Term is not { } term) throw new InvalidOperationException($"Rule {ruleId} sets no time limit.");
        var calendar = WorkingDays.China;
        var last = rule.Unit == TermUnit.WorkingDays ? calendar.After(start, term) : calendar.EndOfTerm(start, term);
        return new Deadline(rule, startedAt, EndOf(last), rule.Verified && calendar.IsVerified(start) && calendar.IsVerified(last));
    }

    public static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(moment.ToOffset(ChinaOffset).DateTime);

    private static DateTimeOffset EndOf(DateOnly day) => new(day.AddDays(1).ToDateTime(TimeOnly.MinValue), ChinaOffset);
}
