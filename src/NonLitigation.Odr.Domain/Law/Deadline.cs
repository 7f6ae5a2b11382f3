namespace NonLitigation.Odr.Domain.Law;

/// <summary>A time limit that runs in a case.</summary>
/// <param name="DueAt">
/// The limit ends before this moment (24:00 of its last day, China Standard Time). While it is suspended: the end it would have if the suspension ended at once.
/// </param>
/// <param name="Verified">False when the article or the calendar it was counted with has not been checked.</param>
/// <param name="SuspendedSince">Null while it runs.</param>
/// <param name="ExtendedFrom">The end it had before all parties agreed on a later one; null when they have not.</param>
public sealed record Deadline(
    LawRule Rule, DateTimeOffset StartedAt, DateTimeOffset DueAt, bool Verified, DateTimeOffset? SuspendedSince = null, DateTimeOffset? ExtendedFrom = null)
{
    /// <summary>China has one time zone and no summer time.</summary>
    public static readonly TimeSpan ChinaOffset = TimeSpan.FromHours(8);

    public bool IsOver(DateTimeOffset now) => SuspendedSince is null && now >= DueAt;

    /// <summary>The limit that a rule sets, counted from a moment; the version of the rule in force at that moment applies.</summary>
    /// <param name="changes">In any order. Those that the rule does not know, or that came when the limit was over, move nothing.</param>
    /// <exception cref="InvalidOperationException">The rule sets no time limit.</exception>
    public static Deadline Of(string ruleId, DateTimeOffset startedAt, params IEnumerable<TermChange> changes)
    {
        var start = DayOf(startedAt);
        var rule = LawRules.On(start, ruleId);
        if (rule.Term is not { } term) throw new InvalidOperationException($"Rule {ruleId} sets no time limit.");
        var counted = new Counted(rule, start, term);
        foreach (var change in changes.OrderBy(change => change.At)) counted.Take(change);
        var calendar = WorkingDays.China;
        var verified = rule.Verified && counted.By.All(by => by.Verified) && calendar.IsVerified(start) && calendar.IsVerified(counted.LastDay);
        return new(rule, startedAt, EndOf(counted.LastDay), verified, counted.SuspendedSince, counted.ExtendedFrom is { } before ? EndOf(before) : null);
    }

    public static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(moment.ToOffset(ChinaOffset).DateTime);

    /// <summary>24:00 of a day.</summary>
    public static DateTimeOffset EndOf(DateOnly day) => new(day.AddDays(1).ToDateTime(TimeOnly.MinValue), ChinaOffset);

    /// <summary>A limit while its changes are applied, one after the other.</summary>
    private sealed class Counted(LawRule rule, DateOnly start, int term)
    {
        private static readonly WorkingDays Calendar = WorkingDays.China;
        /// <summary>Before a free last day is moved to the next working day (民法典 203): days are added to this one.</summary>
        private DateOnly _last = rule.Unit switch
        {
            TermUnit.WorkingDays => Calendar.After(start, term),
            TermUnit.Years => start.AddYears(term),
            _ => start.AddDays(term),
        };

        public DateOnly LastDay => Calendar.Includes(_last) ? _last : Calendar.After(_last, 1);
        public DateTimeOffset? SuspendedSince { get; private set; }
        public DateOnly? ExtendedFrom { get; private set; }
        /// <summary>The rules by which it was moved.</summary>
        public List<LawRule> By { get; } = [];

        public void Take(TermChange change)
        {
            var day = DayOf(change.At);
            if (SuspendedSince is null ? day > LastDay : change is Suspended) return;
            if ((change is Suspended ? rule.SuspendedBy : rule.ExtendedBy) is not { } by) return;
            By.Add(LawRules.On(day, by));
            switch (change)
            {
                case Extended extended when extended.LastDay > LastDay: (ExtendedFrom, _last) = (LastDay, extended.LastDay); break;
                case Suspended { Until: { } until }: _last = Later(day, DayOf(until)); break;
                case Suspended: SuspendedSince = change.At; break;
            }
        }

        private DateOnly Later(DateOnly from, DateOnly until) => rule.Unit == TermUnit.WorkingDays
            ? Calendar.After(_last, Calendar.CountBetween(from, until))
            : _last.AddDays(until.DayNumber - from.DayNumber);
    }
}
