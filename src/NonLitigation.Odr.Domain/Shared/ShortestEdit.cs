namespace NonLitigation.Odr.Domain.Shared;

/// <summary>What two sequences have in common, by the shortest way from one to the other (Myers 1986, "An O(ND) Difference Algorithm").</summary>
internal static class ShortestEdit
{
    /// <param name="most">How many insertions and removals are tried.</param>
    /// <returns>Places in both, growing in both; null when the two are further apart than <paramref name="most"/>.</returns>
    public static IReadOnlyList<(int Before, int After)>? Kept<T>(IReadOnlyList<T> before, IReadOnlyList<T> after, int most) where T : IEquatable<T>
    {
        var furthest = new int[(2 * most) + 3];
        var middle = most + 1;
        List<int[]> trace = [];
        for (var edits = 0; edits <= most; edits++)
        {
            trace.Add(furthest[(middle - edits - 1)..(middle + edits + 2)]);
            for (var diagonal = -edits; diagonal <= edits; diagonal += 2)
            {
                var at = GoesDown(diagonal, edits, furthest[middle + diagonal - 1], furthest[middle + diagonal + 1])
                    ? furthest[middle + diagonal + 1]
                    : furthest[middle + diagonal - 1] + 1;
                while (at < before.Count && at - diagonal < after.Count && before[at].Equals(after[at - diagonal])) at++;
                furthest[middle + diagonal] = at;
                if (at >= before.Count && at - diagonal >= after.Count) return Back(trace, before.Count, after.Count);
            }
        }
        return null;
    }

    private static List<(int, int)> Back(List<int[]> trace, int before, int after)
    {
        List<(int, int)> kept = [];
        for (var edits = trace.Count - 1; edits >= 0; edits--)
        {
            var (was, diagonal) = (trace[edits], before - after);
            int At(int other) => was[other + edits + 1];
            var from = GoesDown(diagonal, edits, At(diagonal - 1), At(diagonal + 1)) ? diagonal + 1 : diagonal - 1;
            var (x, y) = edits == 0 ? (0, 0) : (At(from), At(from) - from);
            while (before > x && after > y) kept.Add((--before, --after));
            (before, after) = (x, y);
        }
        kept.Reverse();
        return kept;
    }

    /// <summary>Whether the furthest way to a diagonal comes by an insertion.</summary>
    private static bool GoesDown(int diagonal, int edits, int left, int right) => diagonal == -edits || (diagonal != edits && left < right);
}
