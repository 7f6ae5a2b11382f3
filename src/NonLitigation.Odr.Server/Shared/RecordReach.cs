using Npgsql;

namespace NonLitigation.Odr.Server.Shared;

/// <summary>
/// Whether this node reaches PostgreSQL. Asked over a line of its own, so that a full pool or a slow statement is not taken for a break.
/// </summary>
public sealed class RecordReach(IConfiguration configuration, TimeProvider time) : IAsyncDisposable
{
    private const int Patience = 2;
    private readonly Lazy<NpgsqlDataSource> _source = new(() => Source(configuration));
    private NpgsqlConnection? _line;
    private long _reachedAt = time.GetTimestamp();

    /// <summary>Since when nothing has been heard of PostgreSQL.</summary>
    public TimeSpan Silence => time.GetElapsedTime(Volatile.Read(ref _reachedAt));

    /// <summary>Other nodes reach it and this one does not: it takes no new lines, and those that it has go to the others.</summary>
    public bool Alone { get; set; }

    /// <summary>Asks once; over after a few seconds, whatever happens. One question at a time.</summary>
    public async Task<bool> AskAsync()
    {
        try
        {
            _line ??= await _source.Value.OpenConnectionAsync(CancellationToken.None);
            await using var command = new NpgsqlCommand("select 1", _line);
            await command.ExecuteScalarAsync(CancellationToken.None);
            Volatile.Write(ref _reachedAt, time.GetTimestamp());
            return true;
        }
        catch (Exception broken) when (broken is NpgsqlException or TimeoutException or System.Net.Sockets.SocketException)
        {
            await HangUpAsync();
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await HangUpAsync();
        if (_source.IsValueCreated) await _source.Value.DisposeAsync();
    }

    private async Task HangUpAsync()
    {
        if (_line is { } line) await line.DisposeAsync();
        _line = null;
    }

    private static NpgsqlDataSource Source(IConfiguration configuration)
    {
        var settings = new NpgsqlConnectionStringBuilder(OdrDatabase.ServiceConnection(configuration))
        {
            ApplicationName = "odr reach", Pooling = false, Multiplexing = false, Timeout = Patience, CommandTimeout = Patience,
            CancellationTimeout = -1, // to cancel, Npgsql would ask the very server that does not answer
            KeepAlive = 0,
        };
        var source = new NpgsqlDataSourceBuilder(settings.ConnectionString) { Name = "odr reach" };
        return source.ConfigureTracing(tracing => tracing.ConfigureCommandFilter(_ => false)).Build(); // a span each second would hide the others
    }
}
