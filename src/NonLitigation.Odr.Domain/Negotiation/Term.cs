using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Negotiation;

/// <summary>One thing that one party would owe another.</summary>
/// <param name="AmountFen">In fen; null when it is not about money.</param>
public sealed record Term(Guid ObligorPartyId, Guid ObligeePartyId, long? AmountFen, string Text, DateOnly? DueOn, string? Manner)
{
    public const int LongestText = 1_000;
    public const int LongestManner = 200;

    /// <exception cref="RefusalException">When the term says nothing that somebody could agree to.</exception>
    public static Term Of(Guid obligor, Guid obligee, long? amountFen, string? text, DateOnly? dueOn, string? manner)
    {
        var words = text?.Trim() ?? "";
        var how = string.IsNullOrWhiteSpace(manner) ? null : manner.Trim();
        NegotiationRules.TermOwedToOneself.When(obligor == obligee);
        NegotiationRules.TermSaysNothing.When(words.Length == 0 && amountFen is null);
        SharedRules.TextIsTooLong.When(words.Length > LongestText || how?.Length > LongestManner);
        NegotiationRules.AmountNotPositive.When(amountFen is <= 0 or > Money.LargestFen);
        return new(obligor, obligee, amountFen, words, dueOn, how);
    }
}
