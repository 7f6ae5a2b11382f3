using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NonLitigation.Odr.Persistence.Shared;
using NonLitigation.Odr.Server.Shared;
using Npgsql;

namespace NonLitigation.Odr.Server.Tests.Shared;

/// <summary>The whole service, in this process: one or more nodes on real ports, a database of their own, one Redis.</summary>
public sealed class OdrCluster : IAsyncDisposable
{
    private readonly List<WebApplication> _nodes = [];
    private readonly DirectoryInfo _files = Directory.CreateTempSubdirectory("odr-test-");

    private OdrCluster(string database) => Database = database;

    public string Database { get; }

    private string Environment { get; init; } = "Development";

    private string Keys => Path.Combine(_files.FullName, "keys");

    /// <summary>Base address of each node, e.g. <c>http://127.0.0.1:40123/</c>.</summary>
    public IReadOnlyList<Uri> Addresses { get; private set; } = [];

    public IReadOnlyList<WebApplication> Nodes => _nodes;

    public IServiceProvider Services => _nodes[0].Services;

    /// <param name="redis">Another Redis than the run's; empty: none.</param>
    /// <param name="adjust">Further settings or services, for each node.</param>
    /// <param name="environment"><c>Development</c> or <c>Production</c>.</param>
    public static async Task<OdrCluster> StartAsync(int nodes = 1, string? redis = null, Action<WebApplicationBuilder>? adjust = null, string environment = "Development")
    {
        var cluster = new OdrCluster(await TestStores.NewDatabaseAsync()) { Environment = environment };
        for (var i = 0; i < nodes; i++) await cluster.AddNodeAsync(redis, adjust);
        return cluster;
    }

    /// <summary>One more node on the same stores, as after a restart: nothing of it comes from those that run.</summary>
    /// <returns>Its base address.</returns>
    public async Task<Uri> AddNodeAsync(string? redis = null, Action<WebApplicationBuilder>? adjust = null)
    {
        await StartNodeAsync(redis ?? TestStores.Redis, adjust);
        return Addresses[^1];
    }

    /// <summary>Runs with a context of the service's own, as one request would.</summary>
    public async Task<T> WithDbAsync<T>(Func<OdrDb, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<OdrDb>());
    }

    /// <summary>Does in the database what no role of the service may.</summary>
    public async Task AsOwnerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(TestStores.Owner(Database).ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in _nodes)
        {
            using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(2));
            try
            {
                await node.StopAsync(soon.Token);
            }
            finally
            {
                await node.DisposeAsync();
            }
        }
        await TestStores.DropDatabaseAsync(Database);
        _files.Delete(recursive: true);
    }

    private async Task StartNodeAsync(string redis, Action<WebApplicationBuilder>? adjust)
    {
        if (Environment == "Development") TestKeys.ForDevelopment(Keys);
        var node = Node(Database, redis, adjust);
        try
        {
            await node.StartAsync();
        }
        catch
        {
            await node.DisposeAsync(); // its connections would keep the database from being dropped
            throw;
        }
        _nodes.Add(node);
        Addresses = [.. _nodes.Select(n => new Uri(n.Urls.First()))];
    }

    /// <summary>A node, not started, on any database; keys and files are the cluster's.</summary>
    public WebApplication Node(string database, string redis, Action<WebApplicationBuilder>? adjust) =>
        OdrApplication.Build([$"--environment={Environment}"], builder =>
        {
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Logging.SetMinimumLevel(LogLevel.Warning);
            builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["ConnectionStrings:Odr"] = new NpgsqlConnectionStringBuilder(TestStores.Service(database).ConnectionString) { Pooling = true }.ConnectionString,
                ["ConnectionStrings:OdrOwner"] = TestStores.Owner(database).ConnectionString,
                ["ConnectionStrings:Redis"] = redis,
                ["Odr:Redis:Prefix"] = database,
                ["Odr:Limits:Enabled"] = "false", // a test asks more in a second than a person in an hour
                ["Odr:Files:Directory"] = Path.Combine(_files.FullName, "files"),
                ["Odr:Keys:Directory"] = Keys,
            });
            adjust?.Invoke(builder);
            if (builder.Configuration["Odr:Chromium"] is null) builder.Services.AddSingleton(TestPrinter.Shared);
        });
}
