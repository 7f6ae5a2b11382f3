using NonLitigation.Odr.Benchmarks.Hosts;

namespace NonLitigation.Odr.Benchmarks.Engine;

/// <summary>Processor time of all that takes part, in seconds; after <see cref="Since"/> in microseconds a message.</summary>
internal sealed record Spent(double Nodes, double Postgres, double Redis, double People)
{
    public static Spent By(Contender contender) => new(
        contender.Processes.Sum(ProcessorTime.Of), ProcessorTime.Of(Stores.PostgresProcess), ProcessorTime.Of(Stores.RedisProcess), Environment.CpuUsage.TotalTime.TotalSeconds);

    public Spent Since(Spent before, int messages) => new(
        (Nodes - before.Nodes) * 1e6 / messages, (Postgres - before.Postgres) * 1e6 / messages, (Redis - before.Redis) * 1e6 / messages, (People - before.People) * 1e6 / messages);

    public Spent Over(double seconds) => new(Nodes / seconds, Postgres / seconds, Redis / seconds, People / seconds);
}
