using System.Globalization;

namespace NonLitigation.Odr.Simulator.Chaos;

internal static class ChaosReport
{
    /// <returns>The process's exit code: 0 when nothing was found.</returns>
    public static int Print(ChaosVerdict verdict)
    {
        string At(double share) => verdict.Delays.Count == 0 ? "-" : verdict.Delays[(int)Math.Min(verdict.Delays.Count - 1, share * verdict.Delays.Count)].ToString("0", CultureInfo.InvariantCulture);
        Console.WriteLine($"acknowledged {verdict.Acknowledged}, entries on pages {verdict.Views}");
        Console.WriteLine(string.Join(", ", verdict.Faults.Select(fault => $"{fault.Key} {fault.Value}")));
        Console.WriteLine($"from confirmation to another's page: median {At(0.5)} ms, p99 {At(0.99)} ms, p99.9 {At(0.999)} ms, longest {At(1)} ms");
        foreach (var example in verdict.Examples) Console.WriteLine("  " + example);
        return verdict.Clean ? 0 : 1;
    }
}
