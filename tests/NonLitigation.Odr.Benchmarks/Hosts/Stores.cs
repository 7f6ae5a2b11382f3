using Npgsql;

namespace NonLitigation.Odr.Benchmarks.Hosts;

/// <summary>PostgreSQL and Redis of this run; <c>scripts/bench</c> sets the addresses.</summary>
internal static class Stores
{
    public static string Redis { get; } = Address("ODR_BENCH_REDIS");

    /// <summary>Process id of PostgreSQL, to tell how much of the processor it took.</summary>
    public static int PostgresProcess { get; } = int.Parse(Address("ODR_BENCH_POSTGRES_PID"), System.Globalization.CultureInfo.InvariantCulture);
    public static int RedisProcess { get; } = int.Parse(Address("ODR_BENCH_REDIS_PID"), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The same as a URI, for clients that are not .NET.</summary>
    public static string RedisUri { get; } = Address("ODR_BENCH_REDIS_URI");

    /// <summary>Folder of the socket.io server with its packages.</summary>
    public static string SocketIo { get; } = Address("ODR_BENCH_SOCKETIO");

    /// <summary>Path of PostgreSQL's own benchmark program.</summary>
    public static string Pgbench { get; } = Address("ODR_BENCH_PGBENCH");

    /// <param name="role"><c>odr_owner</c> or <c>odr_service</c>.</param>
    public static string Postgres(string role) => new NpgsqlConnectionStringBuilder(Address(role == "odr_owner" ? "ODR_BENCH_OWNER" : "ODR_BENCH_SERVICE")).ConnectionString;

    private static string Address(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value
        ? value
        : throw new InvalidOperationException($"{name} is not set: run through scripts/bench.");
}
