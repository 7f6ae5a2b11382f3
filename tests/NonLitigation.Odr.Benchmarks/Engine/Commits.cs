using System.Diagnostics;
using Npgsql;
using NonLitigation.Odr.Benchmarks.Hosts;

namespace NonLitigation.Odr.Benchmarks.Engine;

/// <summary>What one durable commit costs on this disk: a row of a message's size, inserted and committed, at the same rate as the open loop.</summary>
internal sealed class Commits : IAsyncDisposable
{
    private readonly NpgsqlDataSource _source = new NpgsqlDataSourceBuilder(Stores.Postgres("odr_owner") + ";MaxAutoPrepare=10;AutoPrepareMinUsages=1").Build();

    public async Task PrepareAsync()
    {
        await using var command = _source.CreateCommand("create table if not exists bench_commits (id uuid primary key, body bytea not null)");
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Transactions that PostgreSQL has committed so far. It counts with up to a second's delay, and this question itself.</summary>
    public static async Task<long> CountAsync()
    {
        await using var source = NpgsqlDataSource.Create(Stores.Postgres("odr_owner"));
        await using var command = source.CreateCommand("select xact_commit from pg_stat_database where datname = current_database()");
        return (long)(await command.ExecuteScalarAsync())!;
    }

    /// <returns>Milliseconds of each commit.</returns>
    public async Task<IReadOnlyList<double>> RunAsync(int perSecond, TimeSpan duration)
    {
        var times = new System.Collections.Concurrent.ConcurrentQueue<double>();
        var (start, count) = (Stopwatch.GetTimestamp(), (int)(duration.TotalSeconds * perSecond));
        var running = new List<Task>(count);
        for (var n = 0; n < count; n++)
        {
            var due = start + n * (Stopwatch.Frequency / perSecond);
            if (Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), due) is { TotalMilliseconds: > 1 } early) await Task.Delay(early);
            running.Add(OneAsync(times));
        }
        await Task.WhenAll(running);
        return [.. times];
    }

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    private async Task OneAsync(System.Collections.Concurrent.ConcurrentQueue<double> times)
    {
        var from = Stopwatch.GetTimestamp();
        await using var command = _source.CreateCommand("insert into bench_commits values ($1, $2)");
        command.Parameters.Add(new() { Value = Guid.CreateVersion7() });
        command.Parameters.Add(new() { Value = new byte[700] });
        await command.ExecuteNonQueryAsync();
        times.Enqueue(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
    }
}
