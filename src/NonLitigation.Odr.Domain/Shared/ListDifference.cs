namespace NonLitigation.Odr.Domain.Shared;

public enum ChangeKind { Same, Changed, Added, Removed }

/// <summary>Which item of a list has become which of another: equal ones first, between them those that are most alike; the order stays.</summary>
internal static class ListDifference
{
    /// <param name="likeness">0 to 1; below <paramref name="least"/> two items are two things.</param>
    /// <returns>Every place of both lists once, in an order in which both can be read off. Places count from 0.</returns>
    public static IReadOnlyList<(int? Before, int? After)> Pair<T>(IReadOnlyList<T> before, IReadOnlyList<T> after, Func<T, T, double> likeness, double least = 0.4) where T : IEquatable<T>
    {
        List<(int? Before, int? After)> pairs = [];
        var (x, y) = (0, 0);
        foreach (var (b, a) in ShortestEdit.Kept(before, after, before.Count + after.Count)!.Append((before.Count, after.Count)))
        {
            pairs.AddRange(Between(x..b, y..a, (i, j) => likeness(before[i], after[j]), least));
            if (b < before.Count) pairs.Add((b, a));
            (x, y) = (b + 1, a + 1);
        }
        return pairs;
    }

    /// <summary>The pairing of two stretches that makes the sum of likeness greatest.</summary>
    private static List<(int?, int?)> Between(Range before, Range after, Func<int, int, double> likeness, double least)
    {
        var (i0, j0) = (before.Start.Value, after.Start.Value);
        var (n, m) = (before.End.Value - i0, after.End.Value - j0);
        var (best, alike) = (new double[n + 1, m + 1], new double[n, m]);
        for (var i = n - 1; i >= 0; i--)
            for (var j = m - 1; j >= 0; j--)
            {
                alike[i, j] = likeness(i0 + i, j0 + j);
                best[i, j] = Math.Max(Math.Max(best[i + 1, j], best[i, j + 1]), alike[i, j] >= least ? alike[i, j] + best[i + 1, j + 1] : 0);
            }
        List<(int?, int?)> pairs = [];
        for (var (i, j) = (0, 0); i < n || j < m;)
        {
            if (i < n && j < m && alike[i, j] >= least && best[i, j] == alike[i, j] + best[i + 1, j + 1]) pairs.Add((i0 + i++, j0 + j++));
            else if (i < n && (j == m || best[i, j] == best[i + 1, j])) pairs.Add((i0 + i++, null));
            else pairs.Add((null, j0 + j++));
        }
        return pairs;
    }
}
