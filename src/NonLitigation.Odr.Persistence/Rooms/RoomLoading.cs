using System.Diagnostics;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Domain.Shared;
using Npgsql;

namespace NonLitigation.Odr.Persistence.Rooms;

/// <summary>What the first round trip of a transaction brings.</summary>
internal sealed record Loaded(Dictionary<Guid, GrowingRoom> Rooms, Dictionary<(Guid, Guid?, Guid?), RoomEntryRow> Repeats, DateTimeOffset Clock);

/// <summary>Locks the heads of the drafts' rooms and reads what their decisions need.</summary>
internal static class RoomLoading
{
    /// <param name="before">Statements that go first, in the same round trip.</param>
    public static async Task<Loaded> LoadAsync(
        NpgsqlConnection connection, NpgsqlTransaction? transaction, IReadOnlyList<Draft> drafts, string? before, CancellationToken cancellation)
    {
        var asOf = Stopwatch.GetTimestamp();
        var rooms = drafts.Select(d => d.Act.RoomId).Distinct().ToArray();
        var named = drafts.Where(d => d.Act is { ClientMessageId: not null, ActorId: not null }).Select(d => d.Act).ToList();
        await using var batch = new NpgsqlBatch(connection, transaction);
        if (before is not null) batch.Add(before);
        batch.Add(RoomSql.LockHeads, rooms);
        batch.Add(RoomSql.ReadMembers, rooms);
        batch.Add(RoomSql.FindRepeats, named.Select(d => d.RoomId).ToArray(), named.Select(d => d.ActorId!.Value).ToArray(), named.Select(d => d.ClientMessageId!.Value).ToArray());
        batch.Add(RoomSql.Clock);
        // A statement without rows is no result of its own.
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        var heads = await ReadAllAsync(reader, row => ReadHead(row, asOf), cancellation);
        var members = (await ReadAllAsync(reader, row => (Room: row.GetGuid(0), Member: ReadMember(row)), cancellation)).ToLookup(m => m.Room, m => m.Member);
        var repeats = await ReadAllAsync(reader, ReadRepeat, cancellation);
        var clock = await ReadAllAsync(reader, row => row.GetFieldValue<DateTimeOffset>(0), cancellation);
        return new(
            heads.ToDictionary(h => h.RoomId, h => new GrowingRoom(h with { Members = Roster.Of(members[h.RoomId]) })),
            repeats.ToDictionary(e => (e.RoomId, e.AuthorId, e.ClientMessageId)), clock[0]);
    }

    /// <param name="row">Columns as in <see cref="RoomSql.LockHeads"/>; the roster is still to come.</param>
    internal static RoomPulse ReadHead(NpgsqlDataReader row, long asOf) => new(
        row.GetGuid(0), Enum.Parse<RoomKind>(row.GetString(1)), Enum.Parse<SessionState>(row.GetString(2)),
        new TranscriptHead(row.GetGuid(0), row.GetInt64(5), new Digest(row.GetFieldValue<byte[]>(6))), row.Maybe<DateTimeOffset>(3), row.Maybe<DateTimeOffset>(4), [], asOf, row.GetBoolean(7),
        Enum.Parse<HoldState>(row.GetString(8)), row.GetBoolean(9));

    /// <param name="row">Columns as in <see cref="RoomSql.ReadMembers"/>.</param>
    internal static RoomMember ReadMember(NpgsqlDataReader row) => new(
        row.GetGuid(1), row.Maybe<Guid>(2), row.GetString(3), Enum.Parse<RoomRole>(row.GetString(4)), Enum.Parse<Standing>(row.GetString(5)),
        row.Maybe<long>(6), row.Maybe<long>(7), row.GetBoolean(8));

    internal static T? Maybe<T>(this NpgsqlDataReader row, int column) where T : struct => row.IsDBNull(column) ? null : row.GetFieldValue<T>(column);

    internal static byte[]? MaybeBytes(this NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<byte[]>(column);

    /// <summary>One result, and on to the next.</summary>
    internal static async Task<List<T>> ReadAllAsync<T>(NpgsqlDataReader reader, Func<NpgsqlDataReader, T> row, CancellationToken cancellation)
    {
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellation)) rows.Add(row(reader));
        await reader.NextResultAsync(cancellation);
        return rows;
    }

    private static RoomEntryRow ReadRepeat(NpgsqlDataReader row) => new()
    {
        RoomId = row.GetGuid(0), AuthorId = row.GetGuid(1), ClientMessageId = row.GetGuid(2), Sequence = row.GetInt64(3), SentAt = row.GetFieldValue<DateTimeOffset>(4),
        EntryHash = row.GetFieldValue<byte[]>(5), Kind = Enum.Parse<TranscriptKind>(row.GetString(6)), ReplyTo = row.Maybe<long>(7), Body = row.MaybeBytes(8),
    };
}
