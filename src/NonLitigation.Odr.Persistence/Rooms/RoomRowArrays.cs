using NonLitigation.Odr.Domain.Rooms;
using Npgsql;

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
        Column(rows, e => e.ReplyTo), Column(rows, e => "{" + string.Join(',', e.Audience) + "}"), Column(rows, e => e.Body), Column(rows, e => e.Salt),
        Column(rows, e => e.Commitment), Column(rows, e => e.PreviousHash), Column(rows, e => e.EntryHash),
    ];

    public static object[] Heads(IReadOnlyList<GrowingRoom> rows) =>
    [
        Column(rows, r => r.Id), Column(rows, r => r.Chain.Sequence), Column(rows, r => r.Chain.Hash.ToArray()), Column(rows, r => r.State.Session.ToString()),
        Column(rows, r => r.FirstOpenedAt), Column(rows, r => r.LastEntryAt),
    ];

    /// <summary>For <see cref="RoomSql.Continue"/>: the first five columns.</summary>
    public static object[] Continued(IReadOnlyList<GrowingRoom> rows) =>
    [
        Column(rows, r => r.Id), Column(rows, r => r.Origin.Head), Column(rows, r => r.Chain.Sequence), Column(rows, r => r.Chain.Hash.ToArray()),
        Column(rows, r => r.LastEntryAt!.Value),
    ];

    public static object[] Members(IReadOnlyList<(Guid Room, RoomMember Member)> rows) =>
    [
        Column(rows, r => r.Room), Column(rows, r => r.Member.PersonId), Column(rows, r => r.Member.PartyId), Column(rows, r => r.Member.Name),
        Column(rows, r => r.Member.Role.ToString()), Column(rows, r => r.Member.Standing.ToString()), Column(rows, r => r.Member.FromSequence),
        Column(rows, r => r.Member.ToSequence), Column(rows, r => r.Member.Joined),
    ];

    private static TValue[] Column<TRow, TValue>(IReadOnlyList<TRow> rows, Func<TRow, TValue> value)
    {
        var column = new TValue[rows.Count];
        for (var i = 0; i < column.Length; i++) column[i] = value(rows[i]);
        return column;
    }
}
