using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Persistence.Schema;
using NonLitigation.Odr.Persistence.Shared;
using Npgsql;

namespace NonLitigation.Odr.Server.Tests.Shared;

/// <summary>The PostgreSQL and Redis of this test run (<c>scripts/services</c> or <c>scripts/test</c> set the addresses). Missing ones fail the run.</summary>
public static class TestStores
{
    private static readonly Lazy<Task<string>> Template = new(MakeTemplateAsync);

    public static string Redis { get; } = Address("ODR_TEST_REDIS");

    /// <summary>
    /// The role that owns the tables and may make databases. Not pooled: a connection that idles in a pool keeps its database from being
    /// dropped, for five minutes.
    /// </summary>
    public static NpgsqlConnectionStringBuilder Owner(string database) => new(Address("ODR_TEST_POSTGRES")) { Database = database, Pooling = false };

    /// <summary>The restricted role that the service runs with; same password in throwaway stores. Not pooled either.</summary>
    public static NpgsqlConnectionStringBuilder Service(string database) => new(Owner(database).ConnectionString) { Username = "odr_service", MaxPoolSize = 20 };

    /// <summary>A database of its own, copied from one that was migrated once for the whole run.</summary>
    public static async Task<string> NewDatabaseAsync()
    {
        var name = $"odr_test_{Guid.NewGuid():N}";
        await ExecuteAsync($"create database {name} template {await Template.Value}");
        return name;
    }

    /// <summary>A database with nothing in it, gone when the run ends.</summary>
    public static async Task<string> EmptyDatabaseAsync()
    {
        var name = $"odr_test_{Guid.NewGuid():N}";
        await ExecuteAsync($"create database {name}");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => DropDatabaseAsync(name).GetAwaiter().GetResult();
        return name;
    }

    /// <summary>For PostgreSQL's own programs.</summary>
    public static string OwnerUri(string database)
    {
        var owner = Owner(database);
        return $"postgresql://{owner.Username}:{owner.Password}@{owner.Host}:{owner.Port}/{database}";
    }

    /// <summary>
    /// The service's connections belong to another role, so they cannot be forced off; their last ones go by themselves. Each try waits five
    /// seconds for them: whoever keeps one open longer is at fault.
    /// </summary>
    public static async Task DropDatabaseAsync(string name)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                await ExecuteAsync($"drop database if exists {name}");
                return;
            }
            catch (PostgresException inUse) when (inUse.SqlState == PostgresErrorCodes.ObjectInUse && tries < 3)
            {
                await Task.Delay(100);
            }
        }
    }

    private static async Task<string> MakeTemplateAsync()
    {
        var name = $"odr_template_{Guid.NewGuid():N}";
        await ExecuteAsync($"create database {name}");
        var options = new DbContextOptionsBuilder<OdrDb>();
        options.UseOdr(Owner(name).ConnectionString);
        await using var db = new OdrDb(options.Options);
        await SchemaScripts.MigrateAsync(db);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => DropDatabaseAsync(name).GetAwaiter().GetResult();
        return name;
    }

    private static async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Owner("postgres").ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static string Address(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value
        ? value
        : throw new InvalidOperationException($"{name} is not set: run through scripts/test or scripts/services.");
}
