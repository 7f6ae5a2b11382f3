namespace NonLitigation.Odr.Domain.Shared;

/// <summary>Waiting longer after each failure.</summary>
public static class Backoff
{
    private const int MostDoublings = 20;

    /// <param name="failures">So far, from 1.</param>
    /// <returns><paramref name="first"/>, then twice as long each time, at most <paramref name="longest"/>.</returns>
    public static TimeSpan After(int failures, TimeSpan first, TimeSpan longest)
    {
        var pause = first * Math.Pow(2, Math.Clamp(failures - 1, 0, MostDoublings));
        return pause < longest ? pause : longest;
    }
}
