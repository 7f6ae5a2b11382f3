namespace NonLitigation.Odr.Domain.Law;

/// <summary>What moved the end of a time limit while it ran.</summary>
/// <param name="At">When it happened; changes take effect in this order.</param>
public abstract record TermChange(DateTimeOffset At);

/// <summary>The limit does not run (court rules on online mediation, art. 26: an appraisal).</summary>
/// <param name="Until">Null while it lasts. The day on which it ends counts as suspended, the day on which it begins does not (民法典 201).</param>
public sealed record Suspended(DateTimeOffset At, DateTimeOffset? Until) : TermChange(At);

/// <summary>All parties agreed on a new last day (art. 24).</summary>
public sealed record Extended(DateTimeOffset At, DateOnly LastDay) : TermChange(At);
