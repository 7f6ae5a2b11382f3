namespace NonLitigation.Odr.Domain.Negotiation;

/// <summary>
/// What secret bids come to. Those who pay together offer a sum, the receiver names the least he takes. Where the offers reach it, the deal is half
/// way between the two, and each pays in proportion to his offer, so never more than that. Where they fall short by no more than the gap fixed
/// beforehand, and everybody has agreed to share it, the deal is half way as well, and each pays in proportion a little more.
/// </summary>
public static class BlindDeal
{
    /// <param name="offers">In fen, each above zero, in the order of the terms.</param>
    /// <param name="least">The least the receiver takes, in fen.</param>
    /// <param name="sharedGap">The largest gap that everybody has agreed to share; null when one has not.</param>
    /// <returns>For each offer what is to be paid, in fen; null when there is no deal.</returns>
    public static IReadOnlyList<long>? Of(IReadOnlyList<long> offers, long least, long? sharedGap)
    {
        var offered = offers.Sum();
        if (offered < least && !(least - offered <= sharedGap)) return null;
        return Split(offers, offered, offered + (least - offered) / 2);
    }

    /// <summary>Shares in proportion, to the fen: what rounding down leaves goes to the largest remainders, of equal ones to the first.</summary>
    private static long[] Split(IReadOnlyList<long> offers, long offered, long sum)
    {
        long[] shares = [.. offers.Select(offer => (long)((Int128)sum * offer / offered))];
        var left = (int)(sum - shares.Sum());
        foreach (var at in Enumerable.Range(0, shares.Length).OrderByDescending(i => (Int128)sum * offers[i] % offered).Take(left)) shares[at]++;
        return shares;
    }
}
