using System.Data;
using Npgsql;
using NpgsqlTypes;

namespace NonLitigation.Odr.Persistence.Rooms;

/// <summary>
/// <see cref="RoomSql.Continue"/> on a connection of its own: prepared once, never given back, so that nothing is reset or looked up
/// between two batches. A connection that broke is replaced when the next batch comes. Not for two callers at a time.
/// </summary>
internal sealed class ContinueStatement(NpgsqlDataSource source) : IAsyncDisposable
{
    private NpgsqlConnection? _connection;
    private NpgsqlCommand? _command;

    /// <returns>The rooms that were continued. They are committed.</returns>
    public async Task<HashSet<Guid>> RunAsync(IReadOnlyList<GrowingRoom> rooms, IReadOnlyList<RoomEntryRow> entries, CancellationToken cancellation)
    {
        var command = await ReadyAsync(cancellation);
        var at = 0;
        foreach (var column in RoomRowArrays.Continued(rooms)) command.Parameters[at++].Value = column;
        foreach (var column in RoomRowArrays.Entries(entries)) command.Parameters[at++].Value = column;
        var moved = new HashSet<Guid>(rooms.Count);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation)) moved.Add(reader.GetGuid(0));
        return moved;
    }

    public async ValueTask DisposeAsync()
    {
        if (_command is not null) await _command.DisposeAsync();
        if (_connection is not null) await _connection.DisposeAsync();
        (_command, _connection) = (null, null);
    }

    private async ValueTask<NpgsqlCommand> ReadyAsync(CancellationToken cancellation)
    {
        if (_command is not null && _connection is { FullState: ConnectionState.Open }) return _command;
        await DisposeAsync();
        _connection = await source.OpenConnectionAsync(cancellation);
        await using (var settings = new NpgsqlCommand(RoomSql.PlanByKeys, _connection)) await settings.ExecuteNonQueryAsync(cancellation);
        _command = new(RoomSql.Continue, _connection);
        foreach (var type in RoomRowArrays.ContinuedTypes.Concat(RoomRowArrays.EntryTypes)) _command.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Array | type });
        await _command.PrepareAsync(cancellation);
        return _command;
    }
}
