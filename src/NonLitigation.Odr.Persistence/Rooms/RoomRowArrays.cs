using NonLitigation.Odr.Domain.Rooms;
using Npgsql;
using NpgsqlTypes;

namespace NonLitigation.Odr.Persistence.Rooms;

/// <summary>Rows turned into one array for each column: any number of rows is one prepared statement.</summary>
internal static class RoomRowArrays
{
    public static void Add(this NpgsqlBatch batch, string sql, params object[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        batch.BatchCommands.Add(command);
    }

    public static object[] Entries(IReadOnlyList<RoomEntryRow> rows) =>
    [
        Column(rows, e => e.RoomId), Column(rows, e => e.Sequence), Column(rows, e => e.Kind.ToString()), Column(rows, e => e.AuthorId),
        Column(rows, e => e.AuthorName), Column(rows, e => e.AuthorRole.ToString()), Column(rows, e => e.SentAt), Column(rows, e => e.ClientMessageId),
        Column(rows, e => e.ReplyTo), AudienceEnds(rows, begin: true), AudienceEnds(rows, begin: false), Column(rows, e => e.Body), Column(rows, e => e.Salt),
        Column(rows, e => e.Commitment), Column(rows, e => e.PreviousHash), Column(rows, e => e.EntryHash), Audiences(rows),
    ];

    /// <summary>Of the columns of <see cref="Entries"/>.</summary>
    public static readonly IReadOnlyList<NpgsqlDbType> EntryTypes =
    [
        NpgsqlDbType.Uuid, NpgsqlDbType.Bigint, NpgsqlDbType.Text, NpgsqlDbType.Uuid,
        NpgsqlDbType.Text, NpgsqlDbType.Text, NpgsqlDbType.TimestampTz, NpgsqlDbType.Uuid,
        NpgsqlDbType.Bigint, NpgsqlDbType.Integer, NpgsqlDbType.Integer, NpgsqlDbType.Bytea, NpgsqlDbType.Bytea,
        NpgsqlDbType.Bytea, NpgsqlDbType.Bytea, NpgsqlDbType.Bytea, NpgsqlDbType.Uuid,
    ];

    public static object[] Heads(IReadOnlyList<GrowingRoom> rows) =>
    [
        Column(rows, r => r.Id), Column(rows, r => r.Chain.Sequence), Column(rows, r => r.Chain.Hash.ToArray()), Column(rows, r => r.State.Session.ToString()),
        Column(rows, r => r.FirstOpenedAt), Column(rows, r => r.LastEntryAt), Column(rows, r => r.State.CallOpen), Column(rows, r => r.State.Hold.ToString()), Column(rows, r => r.State.DifferentTimes),
    ];

    /// <summary>For <see cref="RoomSql.Continue"/>: the first five columns.</summary>
    public static object[] Continued(IReadOnlyList<GrowingRoom> rows) =>
    [
        Column(rows, r => r.Id), Column(rows, r => r.Origin.Head), Column(rows, r => r.Chain.Sequence), Column(rows, r => r.Chain.Hash.ToArray()),
        Column(rows, r => r.LastEntryAt!.Value),
    ];

    /// <summary>Of the columns of <see cref="Continued"/>.</summary>
    public static readonly IReadOnlyList<NpgsqlDbType> ContinuedTypes = [NpgsqlDbType.Uuid, NpgsqlDbType.Bigint, NpgsqlDbType.Bigint, NpgsqlDbType.Bytea, NpgsqlDbType.TimestampTz];

    public static object[] Returns(IReadOnlyList<(Guid Room, Guid? Author, ReturnCause Cause)> rows) =>
        [Column(rows, r => r.Room), Column(rows, r => r.Author), Column(rows, r => r.Cause.ToString())];

    public static object[] Members(IReadOnlyList<(Guid Room, RoomMember Member)> rows) =>
    [
        Column(rows, r => r.Room), Column(rows, r => r.Member.PersonId), Column(rows, r => r.Member.PartyId), Column(rows, r => r.Member.Name),
        Column(rows, r => r.Member.Role.ToString()), Column(rows, r => r.Member.Standing.ToString()), Column(rows, r => r.Member.FromSequence),
        Column(rows, r => r.Member.ToSequence), Column(rows, r => r.Member.Joined),
    ];

    /// <summary>All audiences one after the other: PostgreSQL has no arrays of arrays of different lengths.</summary>
    private static Guid[] Audiences(IReadOnlyList<RoomEntryRow> rows)
    {
        var all = new Guid[rows.Sum(e => e.Audience.Length)];
        var at = 0;
        foreach (var row in rows)
        {
            row.Audience.CopyTo(all, at);
            at += row.Audience.Length;
        }
        return all;
    }

    /// <summary>For each row the first and the last place, counted from 1, of its audience in <see cref="Audiences"/>.</summary>
    private static int[] AudienceEnds(IReadOnlyList<RoomEntryRow> rows, bool begin)
    {
        var ends = new int[rows.Count];
        var end = 0;
        for (var i = 0; i < ends.Length; i++)
        {
            var first = end + 1;
            end += rows[i].Audience.Length;
            ends[i] = begin ? first : end;
        }
        return ends;
    }

    private static TValue[] Column<TRow, TValue>(IReadOnlyList<TRow> rows, Func<TRow, TValue> value)
    {
        var column = new TValue[rows.Count];
        for (var i = 0; i < column.Length; i++) column[i] = value(rows[i]);
        return column;
    }
}
