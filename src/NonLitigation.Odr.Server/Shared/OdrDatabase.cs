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
        builder.Services.AddSingleton(services => Source(Connection(services.GetRequiredService<IConfiguration>(), "Odr")));
        builder.Services.AddSingleton<AfterCommit>();
        builder.Services.AddPooledDbContextFactory<OdrDb>((services, options) => options
            .UseOdr(services.GetRequiredService<NpgsqlDataSource>()).AddInterceptors(services.GetRequiredService<AfterCommit>()));
    }

    public static string OwnerConnection(IConfiguration configuration) => Connection(configuration, "OdrOwner");

    private static string Connection(IConfiguration configuration, string name) =>
        configuration.GetConnectionString(name) is { Length: > 0 } value
            ? value
            : throw new InvalidOperationException($"ConnectionStrings:{name} is not set (environment: ConnectionStrings__{name}).");

    private static NpgsqlDataSource Source(string connection)
    {
        var settings = new NpgsqlConnectionStringBuilder(connection) { ApplicationName = "odr", MaxAutoPrepare = 100, AutoPrepareMinUsages = 2 };
        if (settings.KeepAlive == 0) settings.KeepAlive = 15;
        return new NpgsqlDataSourceBuilder(settings.ConnectionString).Build();
    }
}
