using System.Diagnostics;
using NonLitigation.Odr.Persistence.Rooms;
using NonLitigation.Odr.Persistence.Shared;
using Npgsql;

namespace NonLitigation.Odr.Server.Shared;

/// <summary>One pool of PostgreSQL connections for the whole node. <c>ConnectionStrings:Odr</c> is the restricted role, <c>ConnectionStrings:OdrOwner</c> the owner.</summary>
public static class OdrDatabase
{
    public static void AddOdrDatabase(this IHostApplicationBuilder builder)
    {
        // Read late: building the application (for OpenAPI, for a migration) needs no database.
        builder.Services.AddSingleton(services => Source(services.GetRequiredService<IConfiguration>()));
        builder.Services.AddSingleton<AfterCommit>();
        builder.Services.AddPooledDbContextFactory<OdrDb>((services, options) => options
            .UseOdr(services.GetRequiredService<NpgsqlDataSource>()).AddInterceptors(services.GetRequiredService<AfterCommit>()));
    }

    public static string OwnerConnection(IConfiguration configuration) => Connection(configuration, "OdrOwner");

    internal static string ServiceConnection(IConfiguration configuration) => Connection(configuration, "Odr");

    private static string Connection(IConfiguration configuration, string name) =>
        configuration.GetConnectionString(name) is { Length: > 0 } value
            ? value
            : throw new InvalidOperationException($"ConnectionStrings:{name} is not set (environment: ConnectionStrings__{name}).");

    private static NpgsqlDataSource Source(IConfiguration configuration)
    {
        var source = new NpgsqlDataSourceBuilder(Settings(ServiceConnection(configuration)).ConnectionString) { Name = "odr" }; // else figures and spans name it by the whole string
        var mayBeVolatile = RecordCheck.MayBeVolatile(configuration);
        return source.UsePhysicalConnectionInitializer(connection => AcceptAsync(connection, mayBeVolatile).GetAwaiter().GetResult(), connection => AcceptAsync(connection, mayBeVolatile)).Build();
    }

    /// <summary>What the connection string leaves open. A peer that falls silent is noticed within 30 s, not after TCP's quarter of an hour.</summary>
    internal static NpgsqlConnectionStringBuilder Settings(string connection)
    {
        // Npgsql cannot tell a default from the same value written down; whoever wants 30 s writes 29 or 31.
        var (settings, plain) = (new NpgsqlConnectionStringBuilder(connection) { ApplicationName = "odr", MaxAutoPrepare = 100, AutoPrepareMinUsages = 2 }, new NpgsqlConnectionStringBuilder());
        if (settings.KeepAlive == plain.KeepAlive) settings.KeepAlive = 10;
        if (settings.CommandTimeout == plain.CommandTimeout) settings.CommandTimeout = 20;
        if (settings.Timeout == plain.Timeout) settings.Timeout = 10;
        if (!settings.TcpKeepAlive) (settings.TcpKeepAlive, settings.TcpKeepAliveTime, settings.TcpKeepAliveInterval) = (true, 10, 2);
        return settings;
    }

    private static async Task AcceptAsync(NpgsqlConnection connection, bool mayBeVolatile)
    {
        // The question belongs to the pool, not to whoever happens to open a connection.
        var caller = Activity.Current;
        Activity.Current = null;
        try
        {
            if (await RecordPromises.BrokenAsync(connection, mayBeVolatile) is { Count: > 0 } broken) throw new UnsafeRecordException(broken);
        }
        finally
        {
            Activity.Current = caller;
        }
    }
}
