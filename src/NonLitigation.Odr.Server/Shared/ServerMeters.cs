using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace NonLitigation.Odr.Server.Shared;

/// <summary>Figures of calls and their answers, without content; tags come from closed sets (codes, method names).</summary>
internal static class ServerMeters
{
    public const string Name = "NonLitigation.Odr";

    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> Refusals = Meter.CreateCounter<long>("odr.refusals", "{refusal}", "Refusals by their code");

    private static readonly Histogram<double> Calls = Meter.CreateHistogram("odr.hub.call", "s", "Hub calls from arrival to answer", tags: null,
        new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] });

    public static void Refused(string code) => Refusals.Add(1, new KeyValuePair<string, object?>("code", code));

    /// <param name="since">Of <see cref="Stopwatch.GetTimestamp"/>.</param>
    public static void Called(string method, long since) => Calls.Record(Stopwatch.GetElapsedTime(since).TotalSeconds, new KeyValuePair<string, object?>("method", method));
}
