using System.Globalization;

namespace NonLitigation.Odr.Benchmarks.Engine;

/// <summary>Processor time of PostgreSQL with all its backends, from /proc (Linux, proc(5)).</summary>
internal static class ProcessorTime
{
    private const double TicksPerSecond = 100;

    /// <returns>Seconds used so far by the process, its living children and those it has reaped.</returns>
    public static double Of(int process)
    {
        var own = Stat(process);
        if (own.Length == 0) return 0;
        var sum = own[11] + own[12] + own[13] + own[14];
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var other)) continue;
            var stat = Stat(other);
            if (stat.Length > 0 && (int)stat[1] == process) sum += stat[11] + stat[12];
        }
        return sum / TicksPerSecond;
    }

    /// <summary>Fields from the third on (after the name in brackets); state, which is no number, as 0. Empty when the process has gone.</summary>
    private static double[] Stat(int process)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{process}/stat");
            return [.. text[(text.LastIndexOf(')') + 2)..].Split(' ').Select(field => double.TryParse(field, CultureInfo.InvariantCulture, out var number) ? number : 0)];
        }
        catch (IOException)
        {
            return [];
        }
    }
}
