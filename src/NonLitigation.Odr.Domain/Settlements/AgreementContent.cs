using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Settlements;

public sealed record Clause(string Text);

/// <summary>Who owes whom what, how and until when. A draft may lack any of it; a frozen text lacks nothing.</summary>
/// <param name="AmountFen">In fen; null when it is not about money, then <paramref name="What"/> names the object.</param>
public sealed record Obligation(Guid? ObligorPartyId, Guid? ObligeePartyId, long? AmountFen, string What, string Manner, DateOnly? DueOn)
{
    /// <summary>Parties who owe the whole of it beside the obligor, jointly and severally (民法典 178, 518). Compared by value.</summary>
    public IReadOnlyList<Guid> JointObligorPartyIds { get; init; } = [];

    public IEnumerable<Guid> Obligors => ObligorPartyId is { } first ? [first, .. JointObligorPartyIds] : JointObligorPartyIds;

    public bool Equals(Obligation? other) => other is not null
        && (ObligorPartyId, ObligeePartyId, AmountFen, What, Manner, DueOn) == (other.ObligorPartyId, other.ObligeePartyId, other.AmountFen, other.What, other.Manner, other.DueOn)
        && JointObligorPartyIds.SequenceEqual(other.JointObligorPartyIds);

    public override int GetHashCode() => HashCode.Combine(ObligorPartyId, ObligeePartyId, AmountFen, What, Manner, DueOn, JointObligorPartyIds.Count);
}

/// <summary>What the mediator drafts: facts, clauses, obligations (人民调解法 29). Compared by value.</summary>
public sealed class AgreementContent : IEquatable<AgreementContent>
{
    public const int LongestFacts = 10_000, LongestClause = 2_000, LongestWhat = 1_000, LongestManner = 300, MostClauses = 60, MostObligations = 100;
    public static readonly AgreementContent Empty = new("", [], []);

    private AgreementContent(string facts, IReadOnlyList<Clause> clauses, IReadOnlyList<Obligation> obligations) =>
        (Facts, Clauses, Obligations) = (facts, clauses, obligations);

    public string Facts { get; }
    public IReadOnlyList<Clause> Clauses { get; }
    public IReadOnlyList<Obligation> Obligations { get; }

    /// <exception cref="RefusalException">When something is longer or larger than an agreement holds.</exception>
    public static AgreementContent Of(string? facts, IEnumerable<Clause> clauses, IEnumerable<Obligation> obligations)
    {
        var content = new AgreementContent(
            Clean(facts),
            [.. clauses.Select(c => new Clause(Clean(c.Text))).Where(c => c.Text.Length > 0)],
            [.. obligations.Select(o => o with { What = Clean(o.What), Manner = Clean(o.Manner), JointObligorPartyIds = [.. o.JointObligorPartyIds.Distinct().Where(p => p != o.ObligorPartyId)] })]);
        SharedRules.TextIsTooLong.When(content.Facts.Length > LongestFacts || content.Clauses.Any(c => c.Text.Length > LongestClause)
            || content.Obligations.Any(o => o.What.Length > LongestWhat || o.Manner.Length > LongestManner));
        SettlementsRules.TooMuch.When(content.Clauses.Count > MostClauses || content.Obligations.Count > MostObligations);
        SettlementsRules.AmountNotPositive.When(content.Obligations.Any(o => o.AmountFen is <= 0 or > Money.LargestFen));
        return content;
    }

    public bool Equals(AgreementContent? other) =>
        other is not null && Facts == other.Facts && Clauses.SequenceEqual(other.Clauses) && Obligations.SequenceEqual(other.Obligations);

    public override bool Equals(object? obj) => Equals(obj as AgreementContent);

    public override int GetHashCode() => HashCode.Combine(Facts, Clauses.Count, Obligations.Count);

    private static string Clean(string? text) => text?.ReplaceLineEndings("\n").Trim() ?? "";
}
