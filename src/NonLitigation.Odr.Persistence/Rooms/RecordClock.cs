using System.Diagnostics;

namespace NonLitigation.Odr.Persistence.Rooms;

/// <summary>
/// PostgreSQL's clock as this node knows it without asking: the last answer and the time that has passed since by a clock nobody sets.
/// The node's own time of day, which may be wrong, plays no part. The statement that uses it compares it with the real one once more.
/// </summary>
internal sealed class RecordClock
{
    private static readonly TimeSpan Trusted = TimeSpan.FromSeconds(30);

    private volatile Reading? _last;

    /// <summary>Null when the last answer is too old to count on.</summary>
    public DateTimeOffset? Now => _last is { } last && Stopwatch.GetElapsedTime(last.Stamp) is var since && since < Trusted ? last.Time + since : null;

    /// <param name="time">What PostgreSQL said, heard just now.</param>
    public void Heard(DateTimeOffset time) => _last = new(time, Stopwatch.GetTimestamp());

    private sealed record Reading(DateTimeOffset Time, long Stamp);
}
