using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Negotiation;

/// <summary>One term of a package against the one it answers.</summary>
/// <param name="Was">Null of a term that was added.</param>
/// <param name="Is">Null of a term that was dropped.</param>
public sealed record TermChange(ChangeKind Kind, Term? Was, Term? Is)
{
    /// <summary>In fen, how much more (or less) is asked; null where it was not, or is no longer, about money.</summary>
    public long? AmountByFen => Is?.AmountFen - Was?.AmountFen;

    public IReadOnlyList<TextPiece> Words { get; } = TextDifference.Between(Was?.Text ?? "", Is?.Text ?? "");
}

/// <summary>A counter-proposal as what it changes: terms that stay, that change, that are added and dropped.</summary>
public static class PackageDifference
{
    public static IReadOnlyList<TermChange> Between(IReadOnlyList<Term> before, IReadOnlyList<Term> after) =>
        [.. ListDifference.Pair(before, after, Likeness, least: 0.5).Select(pair => Of(pair.Before is { } b ? before[b] : null, pair.After is { } a ? after[a] : null))];

    private static TermChange Of(Term? was, Term? now) =>
        new(was is null ? ChangeKind.Added : now is null ? ChangeKind.Removed : was == now ? ChangeKind.Same : ChangeKind.Changed, was, now);

    /// <summary>Other people: another term. Of the same two, money is compared with money even under another name; what is not money, by its words.</summary>
    private static double Likeness(Term was, Term now)
    {
        if ((was.ObligorPartyId, was.ObligeePartyId) != (now.ObligorPartyId, now.ObligeePartyId) || was.AmountFen is null != now.AmountFen is null) return 0;
        return (was.AmountFen is null ? 0.2 : 0.5) + (0.3 * TextDifference.Likeness(was.Text, now.Text)) + (was.AmountFen == now.AmountFen ? 0.1 : 0) + (was.DueOn == now.DueOn ? 0.1 : 0);
    }
}
