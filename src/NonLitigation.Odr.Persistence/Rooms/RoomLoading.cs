using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Domain.Shared;
using Npgsql;

namespace NonLitigation.Odr.Persistence.Rooms;

/// <summary>What the first round trip of a transaction brings.</summary>
internal sealed record Loaded(Dictionary<Guid, LockedRoom> Rooms, Dictionary<(Guid, Guid?, Guid?), RoomEntryRow> Repeats)
{
    public DateTimeOffset Clock { get; set; }
}

/// <summary>Locks the heads of the drafts' rooms and reads what their decisions need.</summary>
internal static class RoomLoading
{
    public static async Task<Loaded> LoadAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, IReadOnlyList<(EntryDraft Draft, byte[]? Body)> drafts, CancellationToken cancellation)
    {
        var rooms = drafts.Select(d => d.Draft.RoomId).Distinct().ToArray();
        var named = drafts.Where(d => d.Draft is { ClientMessageId: not null, ActorId: not null }).Select(d => d.Draft).ToList();
        await using var batch = new NpgsqlBatch(connection, transaction);
        batch.Add(RoomSql.LockHeads, rooms);
        batch.Add(RoomSql.ReadMembers, rooms);
        batch.Add(RoomSql.FindRepeats, named.Select(d => d.RoomId).ToArray(), named.Select(d => d.ActorId!.Value).ToArray(), named.Select(d => d.ClientMessageId!.Value).ToArray());
        batch.Add(RoomSql.Clock);
        var loaded = new Loaded(new(rooms.Length), new(named.Count));
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation)) ReadHead(reader, loaded);
        await reader.NextResultAsync(cancellation);
        while (await reader.ReadAsync(cancellation)) if (loaded.Rooms.TryGetValue(reader.GetGuid(0), out var room)) room.Add(ReadMember(reader));
        await reader.NextResultAsync(cancellation);
        while (await reader.ReadAsync(cancellation)) ReadRepeat(reader, loaded);
        await reader.NextResultAsync(cancellation);
        await reader.ReadAsync(cancellation);
        loaded.Clock = reader.GetFieldValue<DateTimeOffset>(0);
        return loaded;
    }

    /// <param name="row">Columns as in <see cref="RoomSql.ReadMembers"/>.</param>
    internal static RoomMember ReadMember(NpgsqlDataReader row) => new(
        row.GetGuid(1), row.Maybe<Guid>(2), row.GetString(3), Enum.Parse<RoomRole>(row.GetString(4)), Enum.Parse<Standing>(row.GetString(5)),
        row.Maybe<long>(6), row.Maybe<long>(7), row.GetBoolean(8));

    internal static T? Maybe<T>(this NpgsqlDataReader row, int column) where T : struct => row.IsDBNull(column) ? null : row.GetFieldValue<T>(column);

    internal static byte[]? MaybeBytes(this NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<byte[]>(column);

    private static void ReadHead(NpgsqlDataReader row, Loaded loaded)
    {
        var id = row.GetGuid(0);
        var chain = new TranscriptHead(id, row.GetInt64(5), new Digest(row.GetFieldValue<byte[]>(6)));
        loaded.Rooms[id] = new(id, Enum.Parse<RoomKind>(row.GetString(1)), Enum.Parse<SessionState>(row.GetString(2)),
            row.Maybe<DateTimeOffset>(3), row.Maybe<DateTimeOffset>(4), chain);
    }

    private static void ReadRepeat(NpgsqlDataReader row, Loaded loaded)
    {
        var entry = new RoomEntryRow
        {
            RoomId = row.GetGuid(0), AuthorId = row.GetGuid(1), ClientMessageId = row.GetGuid(2), Sequence = row.GetInt64(3), SentAt = row.GetFieldValue<DateTimeOffset>(4),
            EntryHash = row.GetFieldValue<byte[]>(5), Kind = Enum.Parse<TranscriptKind>(row.GetString(6)), ReplyTo = row.Maybe<long>(7), Body = row.MaybeBytes(8),
        };
        loaded.Repeats[(entry.RoomId, entry.AuthorId, entry.ClientMessageId)] = entry;
    }
}
