namespace NonLitigation.Odr.Architecture.Tests.Features;

/// <summary>The features in their one order; each may look at itself and at those before it.</summary>
public static class DeclaredOrder
{
    public static IReadOnlyList<string> Features { get; } =
        ["Shared", "Law", "Accounts", "Network", "Cases", "Evidence", "Rooms", "Negotiation", "Settlements", "Enterprises", "Partners", "Archive", "Insight"];

    /// <summary>False for an upward look; a name that is no feature may not be looked at nor look at anything.</summary>
    public static bool Allows(string from, string to)
    {
        var (looking, seen) = (IndexOf(from), IndexOf(to));
        return looking >= 0 && seen >= 0 && seen <= looking;
    }

    private static int IndexOf(string feature)
    {
        for (var at = 0; at < Features.Count; at++)
            if (string.Equals(Features[at], feature, StringComparison.OrdinalIgnoreCase)) return at;
        return -1;
    }
}
