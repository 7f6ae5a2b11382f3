using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Settlements;

/// <param name="Before">Number from 1 in the earlier content; null of what was added.</param>
/// <param name="After">Number from 1 in the later content; null of what was removed.</param>
public sealed record ClauseChange(ChangeKind Kind, int? Before, int? After, IReadOnlyList<TextPiece> Words);

/// <summary>An obligation field by field; of the two texts in it, word by word.</summary>
public sealed record ObligationChange(ChangeKind Kind, int? Before, int? After, Obligation? Was, Obligation? Is)
{
    public IReadOnlyList<TextPiece> What { get; } = TextDifference.Between(Was?.What ?? "", Is?.What ?? "");
    public IReadOnlyList<TextPiece> Manner { get; } = TextDifference.Between(Was?.Manner ?? "", Is?.Manner ?? "");
}

/// <summary>What changed from one content of an agreement to another: facts, clause by clause, obligation by obligation.</summary>
public sealed record AgreementDifference(IReadOnlyList<TextPiece> Facts, IReadOnlyList<ClauseChange> Clauses, IReadOnlyList<ObligationChange> Obligations)
{
    public static AgreementDifference Between(AgreementContent before, AgreementContent after) => new(
        TextDifference.Between(before.Facts, after.Facts),
        [.. ListDifference.Pair(before.Clauses, after.Clauses, (was, now) => TextDifference.Likeness(was.Text, now.Text)).Select(pair => Of(pair, before.Clauses, after.Clauses))],
        [.. ListDifference.Pair(before.Obligations, after.Obligations, Likeness).Select(pair => Of(pair, before.Obligations, after.Obligations))]);

    public bool IsEmpty => Count == 0;

    /// <summary>How many places differ: the facts as one, each clause, each obligation.</summary>
    public int Count => (Facts.Any(piece => piece.Kind != PieceKind.Kept) ? 1 : 0) + Clauses.Count(one => one.Kind != ChangeKind.Same) + Obligations.Count(one => one.Kind != ChangeKind.Same);

    /// <summary>The later content, made from the earlier one.</summary>
    /// <exception cref="ArgumentException">When this is the difference from another content.</exception>
    public AgreementContent Apply(AgreementContent before)
    {
        var from = AgreementContent.Of(Without(Facts, PieceKind.Added), Clauses.Where(one => one.Before is not null).Select(one => new Clause(Without(one.Words, PieceKind.Added))), Obligations.Select(one => one.Was).OfType<Obligation>());
        if (!from.Equals(before)) throw new ArgumentException("This is the difference from another content.", nameof(before));
        return AgreementContent.Of(
            Without(Facts, PieceKind.Removed), Clauses.Where(one => one.After is not null).Select(one => new Clause(Without(one.Words, PieceKind.Removed))), Obligations.Select(one => one.Is).OfType<Obligation>());
    }

    private static string Without(IEnumerable<TextPiece> pieces, PieceKind kind) => string.Concat(pieces.Where(piece => piece.Kind != kind).Select(piece => piece.Text));

    private static ClauseChange Of((int? Before, int? After) at, IReadOnlyList<Clause> before, IReadOnlyList<Clause> after)
    {
        var (was, now) = (at.Before is { } b ? before[b] : null, at.After is { } a ? after[a] : null);
        return new(Kind(was, now), at.Before + 1, at.After + 1, TextDifference.Between(was?.Text ?? "", now?.Text ?? ""));
    }

    private static ObligationChange Of((int? Before, int? After) at, IReadOnlyList<Obligation> before, IReadOnlyList<Obligation> after)
    {
        var (was, now) = (at.Before is { } b ? before[b] : null, at.After is { } a ? after[a] : null);
        return new(Kind(was, now), at.Before + 1, at.After + 1, was, now);
    }

    private static ChangeKind Kind<T>(T? was, T? now) where T : class, IEquatable<T> =>
        was is null ? ChangeKind.Added : now is null ? ChangeKind.Removed : was.Equals(now) ? ChangeKind.Same : ChangeKind.Changed;

    /// <summary>The same two people owing the like is the same obligation with another sum or date.</summary>
    private static double Likeness(Obligation was, Obligation now) =>
        (was.ObligorPartyId == now.ObligorPartyId ? 0.25 : 0) + (was.ObligeePartyId == now.ObligeePartyId ? 0.15 : 0) + (was.AmountFen == now.AmountFen ? 0.1 : 0)
        + (was.DueOn == now.DueOn ? 0.1 : 0) + (0.4 * TextDifference.Likeness(was.What, now.What));
}
