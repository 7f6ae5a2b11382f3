using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace NonLitigation.Odr.Persistence.Rooms;

/// <summary>
/// Figures of the message engine, without content: no text, no name, no id of a person or room. Times in seconds. Read by OpenTelemetry
/// under the meter's name.
/// </summary>
public static class EngineMeters
{
    public const string Name = "NonLitigation.Odr";

    private static readonly Meter Meter = new(Name);
    private static readonly InstrumentAdvice<double> Seconds = new() { HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] };
    private static readonly InstrumentAdvice<int> Counts = new() { HistogramBucketBoundaries = [1, 2, 4, 8, 16, 32, 64, 128, 256] };

    /// <summary>From the moment the writer takes a batch until its COMMIT has returned.</summary>
    public static readonly Histogram<double> Commit = Meter.CreateHistogram("odr.engine.commit", "s", "One transaction of the transcript writer", tags: null, Seconds);

    /// <summary>Entries in one transaction.</summary>
    public static readonly Histogram<int> Batch = Meter.CreateHistogram("odr.engine.batch", "{entry}", "Entries written by one transaction", tags: null, Counts);

    /// <summary>From the commit's time stamp in the entry until this node hands it to its connections.</summary>
    public static readonly Histogram<double> Delivery = Meter.CreateHistogram("odr.engine.delivery", "s", "From an entry's time to its delivery at this node", tags: null, Seconds);

    /// <summary>Drafts that waited in a lane when its writer came back for more.</summary>
    public static readonly Histogram<int> Queue = Meter.CreateHistogram("odr.engine.queue", "{draft}", "Drafts waiting in a lane when its writer takes the next batch", tags: null, Counts);

    /// <summary>Rooms that a heartbeat found behind the record.</summary>
    public static readonly Histogram<int> Behind = Meter.CreateHistogram("odr.engine.behind", "{room}", "Rooms in which a heartbeat found entries not delivered yet", tags: null, new InstrumentAdvice<int> { HistogramBucketBoundaries = [0, 1, 4, 16, 64, 256] });

    /// <param name="since">Of <see cref="Stopwatch.GetTimestamp"/>, before the transaction.</param>
    public static void Committed(long since, int entries)
    {
        Commit.Record(Stopwatch.GetElapsedTime(since).TotalSeconds);
        Batch.Record(entries);
    }
}
