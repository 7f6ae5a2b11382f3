using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Persistence.Schema;
using NonLitigation.Odr.Persistence.Shared;
using NonLitigation.Odr.Server.Tests.Documents;
using Npgsql;

namespace NonLitigation.Odr.Server.Tests.Shared;

/// <summary>A PostgreSQL of the test's own, set up as it is shipped: it keeps its promises until a test tells it otherwise.</summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private static readonly Lazy<Task<PostgresServer>> One = new(MakeOneAsync);
    private static readonly string Programs = Directory.GetDirectories("/usr/lib/postgresql").Select(dir => Path.Combine(dir, "bin")).Where(dir => File.Exists(Path.Combine(dir, "initdb"))).Order(StringComparer.Ordinal).Last();
    // PostgreSQL refuses to run as root.
    private static readonly string[] Ahead = Environment.UserName == "root" ? ["setpriv", "--reuid", "postgres", "--regid", "postgres", "--init-groups", "--"] : [];

    private readonly string _data;
    private readonly int _port = FreePort();
    private Process? _process;

    private PostgresServer(string data) => _data = data;

    /// <summary>One for the whole run, migrated, for tests that need nothing but a sound one.</summary>
    public static Task<PostgresServer> SoundAsync() => One.Value;

    public static async Task<PostgresServer> StartAsync()
    {
        var server = new PostgresServer(NewFolder());
        Run("initdb", "-D", server._data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
        await server.UpAsync();
        await server.SayAsync("create role odr_owner login createdb", "create role odr_service login", "create database odr owner odr_owner");
        var options = new DbContextOptionsBuilder<OdrDb>();
        options.UseOdr(server.Address("odr_owner"));
        await using var db = new OdrDb(options.Options);
        await SchemaScripts.MigrateAsync(db);
        return server;
    }

    /// <summary>A replica that follows this server.</summary>
    public async Task<PostgresServer> ReplicaAsync()
    {
        var replica = new PostgresServer(NewFolder());
        Run("pg_basebackup", "-h", "127.0.0.1", "-p", $"{_port}", "-U", "postgres", "-D", replica._data, "-R", "-c", "fast", "--no-sync");
        await replica.UpAsync();
        return replica;
    }

    /// <summary>One more database like the service's, with nothing in it.</summary>
    /// <returns>Its name.</returns>
    public async Task<string> CopyAsync()
    {
        var name = $"odr_{Guid.NewGuid():N}";
        await using var connection = new NpgsqlConnection(Address("postgres", "postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"create database {name} template odr owner odr_owner", connection);
        await command.ExecuteNonQueryAsync();
        return name;
    }

    public string Address(string role, string database = "odr", string more = "") => $"Host=127.0.0.1;Port={_port};Database={database};Username={role};Pooling=false{more}";

    /// <summary>Each statement by itself, as superuser, in the service's database.</summary>
    public async Task SayAsync(params string[] statements)
    {
        var database = statements.Any(sql => sql.StartsWith("create database odr ", StringComparison.Ordinal)) ? "postgres" : "odr";
        await using var connection = new NpgsqlConnection(Address("postgres", database));
        await connection.OpenAsync();
        foreach (var sql in statements)
        {
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync();
        }
    }

    /// <summary>To the server and every process of it, such as STOP and CONT.</summary>
    public void Signal(string name)
    {
        foreach (var process in new[] { _process!.Id }.Concat(OutsideTool.Run("pgrep", "-P", $"{_process!.Id}").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => int.Parse(line, System.Globalization.CultureInfo.InvariantCulture))))
            Assert.Equal(0, OutsideTool.Run("kill", $"-{name}", $"{process}").Code);
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            Process.Start("kill", ["-QUIT", $"{_process.Id}"]).Dispose();
            await _process.WaitForExitAsync();
        }
        _process?.Dispose();
    }

    private static async Task<PostgresServer> MakeOneAsync()
    {
        var server = await StartAsync();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => server.DisposeAsync().AsTask().GetAwaiter().GetResult();
        return server;
    }

    private async Task UpAsync()
    {
        string[] all = [.. Ahead, Path.Combine(Programs, "postgres"), "-D", _data, "-p", $"{_port}", "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "log_min_messages=fatal"];
        _process = Process.Start(new ProcessStartInfo(all[0], all[1..]) { RedirectStandardError = true, WorkingDirectory = "/" })!;
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginErrorReadLine();
        for (var end = DateTime.UtcNow.AddSeconds(30); ; await Task.Delay(100))
        {
            try
            {
                await using var connection = new NpgsqlConnection(Address("postgres", "postgres"));
                await connection.OpenAsync();
                return;
            }
            catch (NpgsqlException) when (DateTime.UtcNow < end && !_process.HasExited)
            {
                continue; // not up yet
            }
        }
    }

    private static void Run(string program, params string[] arguments)
    {
        string[] all = [.. Ahead, Path.Combine(Programs, program), .. arguments];
        var (code, output) = OutsideTool.Run(all[0], all[1..]);
        Assert.True(code == 0, output);
    }

    /// <summary>Empty, and PostgreSQL's user's own.</summary>
    private static string NewFolder()
    {
        var folder = Directory.CreateTempSubdirectory("odr-postgres-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        if (Ahead.Length > 0) Assert.Equal(0, OutsideTool.Run("chown", "postgres:postgres", folder).Code);
        return folder;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>One for the tests of a class, to be spoiled and mended.</summary>
public sealed class OwnPostgres : IAsyncLifetime
{
    public PostgresServer Server { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Server = await PostgresServer.StartAsync();

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
