using System.Data;
using Npgsql;

namespace NonLitigation.Odr.Persistence.Rooms;

/// <summary>
/// A connection that is never given back, for a loop that asks the same all the time: nothing is reset or looked up between two questions. One that
/// broke is replaced at the next. Not for two callers at a time.
/// </summary>
internal sealed class HeldConnection(NpgsqlDataSource source) : IAsyncDisposable
{
    private NpgsqlConnection? _connection;

    /// <param name="ready">What a new connection needs before its first use.</param>
    public async ValueTask<NpgsqlConnection> OpenAsync(Func<NpgsqlConnection, Task>? ready, CancellationToken cancellation)
    {
        if (_connection is { FullState: ConnectionState.Open } open) return open;
        await DisposeAsync();
        var connection = await source.OpenConnectionAsync(cancellation);
        try
        {
            await using (var settings = new NpgsqlCommand(RoomSql.PlanByKeys, connection)) await settings.ExecuteNonQueryAsync(cancellation);
            if (ready is not null) await ready(connection);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
        return _connection = connection;
    }

    public async ValueTask DisposeAsync()
    {
        if (_connection is { } connection) await connection.DisposeAsync();
        _connection = null;
    }
}
