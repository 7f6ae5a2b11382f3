namespace NonLitigation.Odr.Benchmarks.Hosts;

/// <summary>Brings a server's memory to rest, so that two servers can be compared, and says how much it holds.</summary>
internal static class Settling
{
    /// <returns>Resident memory in bytes.</returns>
    public static long Settle()
    {
        for (var i = 0; i < 3; i++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }
        using var self = System.Diagnostics.Process.GetCurrentProcess();
        return self.WorkingSet64;
    }
}
