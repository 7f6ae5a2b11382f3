using NonLitigation.Odr.Domain.Law;

namespace NonLitigation.Odr.Domain.Settlements;

/// <summary>
/// Looks at a draft as a court clerk would, before anybody signs: is it complete, do the figures agree, may it be agreed at all, may it be signed here, would a
/// court confirm it. What it looks for stands in words that people use; where words may mean something harmless it warns and leaves the judgement to the mediator.
/// </summary>
public static class DraftCheck
{
    /// <returns>What blocks first.</returns>
    public static IReadOnlyList<Finding> Examine(AgreementContent content, SigningRoster roster, DateOnly today)
    {
        var draft = new Draft(content, roster, today);
        IEnumerable<Finding> found = [.. DraftCompleteness.Look(draft), .. DraftAmounts.Look(draft), .. DraftScope.Look(draft), .. DraftFairness.Look(draft)];
        return [.. found.OrderByDescending(one => one.Blocks)];
    }
}

/// <summary>A draft under examination.</summary>
internal sealed class Draft(AgreementContent content, SigningRoster roster, DateOnly today)
{
    public AgreementContent Content => content;
    public SigningRoster Roster => roster;
    public DateOnly Today => today;

    /// <summary>Every sentence that would bind somebody, with the number of its obligation; the facts bind nobody.</summary>
    public IReadOnlyList<(string Words, int? Obligation)> Binding { get; } =
    [
        .. content.Clauses.Select(clause => (clause.Text, (int?)null)),
        .. content.Obligations.Select((one, at) => ($"{one.What}，{one.Manner}", (int?)(at + 1))),
    ];

    public Finding Blocks(string code, string rule, string zh, string en, int? obligation = null) => new(code, zh, en, obligation, true, LawRules.On(today, rule));

    public Finding Warns(string code, string rule, string zh, string en, int? obligation = null) => new(code, zh, en, obligation, false, LawRules.On(today, rule));
}
