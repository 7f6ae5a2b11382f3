using Npgsql;

namespace NonLitigation.Odr.Persistence.Shared;

/// <summary>
/// The one time by which terms run and acts are dated, on whatever node: PostgreSQL's clock. It is asked now and then; in between this machine's monotonic
/// counter counts on, so a wrong or jumping clock of a node moves no deadline. Before the first answer it is the machine's own.
/// </summary>
/// <param name="local">The machine's clock and counter.</param>
public sealed class RecordTime(NpgsqlDataSource source, TimeProvider local) : TimeProvider
{
    private const int Questions = 3;

    private Reading? _reading;

    public RecordTime(NpgsqlDataSource source) : this(source, System) { }

    /// <summary>Whether PostgreSQL has been asked.</summary>
    public bool Known => Volatile.Read(ref _reading) is not null;

    /// <summary>How far this machine's own clock is ahead of the record's; zero while that is not known.</summary>
    public TimeSpan Ahead => Volatile.Read(ref _reading) is null ? TimeSpan.Zero : local.GetUtcNow() - GetUtcNow();

    public override long TimestampFrequency => local.TimestampFrequency;

    public override TimeZoneInfo LocalTimeZone => local.LocalTimeZone;

    public override DateTimeOffset GetUtcNow() => Volatile.Read(ref _reading) is { } reading ? reading.At + local.GetElapsedTime(reading.Counter) : local.GetUtcNow();

    public override long GetTimestamp() => local.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => local.CreateTimer(callback, state, dueTime, period);

    /// <summary>Asks a few times and believes the quickest answer: it is wrong by at most half of its way there and back.</summary>
    /// <exception cref="NpgsqlException">When PostgreSQL does not answer; the time known so far counts on.</exception>
    public async Task AskAsync(CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var command = new NpgsqlCommand("select clock_timestamp()", connection);
        (Reading Reading, TimeSpan Way)? best = null;
        for (var i = 0; i < Questions; i++)
        {
            var before = local.GetTimestamp();
            var at = (DateTime)(await command.ExecuteScalarAsync(cancellation))!;
            var way = local.GetElapsedTime(before);
            if (best is null || way < best.Value.Way) best = (new(new DateTimeOffset(at) + way / 2, local.GetTimestamp()), way);
        }
        Volatile.Write(ref _reading, best!.Value.Reading);
    }

    private sealed record Reading(DateTimeOffset At, long Counter);
}
