using System.Globalization;
using System.Text.Json;

namespace NonLitigation.Odr.Benchmarks.Engine;

/// <summary>Prints figures as they are known: a line for people, or one JSON object a line.</summary>
internal sealed class Figures(bool json)
{
    /// <param name="baseline">What it is compared with, of the same run; null when it stands alone.</param>
    public void Add(string name, double value, string unit, double? baseline = null)
    {
        var ratio = baseline is { } b && b > 0 ? value / b : (double?)null;
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(new { name, value = Math.Round(value, 4), unit, baseline = Rounded(baseline), ratio = Rounded(ratio) }));
            return;
        }
        var line = string.Create(CultureInfo.InvariantCulture, $"{name,-66} {value,12:0.###} {unit}");
        Console.WriteLine(ratio is null ? line : string.Create(CultureInfo.InvariantCulture, $"{line}  (baseline {baseline:0.###}, ratio {ratio:0.###})"));
    }

    /// <summary>Where the processor's time went, for each contender the median of its rounds; its nodes against those of bare.</summary>
    /// <param name="each">What <paramref name="times"/> are for, such as <c>a message</c>.</param>
    public void Processor(string load, string each, IReadOnlyDictionary<string, List<Spent>> times)
    {
        foreach (var (name, spent) in times)
        {
            double Microseconds(string of, Func<Spent, double> part) => Median(times[of].Select(part));
            Add($"{load}: {name}, processor time {each}, its nodes against bare", Microseconds(name, t => t.Nodes), "µs", Microseconds("bare", t => t.Nodes));
            Add($"{load}: {name}, processor time {each}, PostgreSQL", Microseconds(name, t => t.Postgres), "µs");
            Add($"{load}: {name}, processor time {each}, Redis", Microseconds(name, t => t.Redis), "µs");
            Add($"{load}: {name}, processor time {each}, the people", Microseconds(name, t => t.People), "µs");
        }
    }

    public static double Percentile(IReadOnlyList<double> values, double share)
    {
        if (values.Count == 0) return double.NaN;
        var sorted = values.Order().ToList();
        return sorted[Math.Min(sorted.Count - 1, (int)Math.Ceiling(share * sorted.Count) - 1)];
    }

    public static double Median(IEnumerable<double> values) => Percentile([.. values], 0.5);

    private static double? Rounded(double? value) => value is { } v ? Math.Round(v, 4) : null;
}
