using Npgsql;
using NpgsqlTypes;

namespace NonLitigation.Odr.Persistence.Rooms;

/// <summary><see cref="RoomSql.Continue"/>, prepared once on a connection of its own. Not for two callers at a time.</summary>
internal sealed class ContinueStatement(NpgsqlDataSource source) : IAsyncDisposable
{
    private readonly HeldConnection _held = new(source);
    private NpgsqlCommand? _command;

    /// <returns>The rooms that were continued. They are committed.</returns>
    public async Task<HashSet<Guid>> RunAsync(IReadOnlyList<GrowingRoom> rooms, IReadOnlyList<RoomEntryRow> entries, CancellationToken cancellation)
    {
        await _held.OpenAsync(PrepareAsync, cancellation);
        var command = _command!;
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
        await _held.DisposeAsync();
    }

    private async Task PrepareAsync(NpgsqlConnection connection)
    {
        if (_command is not null) await _command.DisposeAsync();
        _command = new(RoomSql.Continue, connection);
        foreach (var type in RoomRowArrays.ContinuedTypes.Concat(RoomRowArrays.EntryTypes)) _command.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Array | type });
        await _command.PrepareAsync();
    }
}
