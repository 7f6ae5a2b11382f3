using NonLitigation.Odr.Domain.Rooms;
using Npgsql;

namespace NonLitigation.Odr.Persistence.Rooms;

/// <summary>Columns to rows, in the order in which <see cref="RoomReading"/> asks for them.</summary>
internal static class RoomRowReader
{
    public static RoomEntryRow Entry(NpgsqlDataReader row) => new()
    {
        RoomId = row.GetGuid(0), Sequence = row.GetInt64(1), Kind = Enum.Parse<TranscriptKind>(row.GetString(2)), AuthorId = row.Maybe<Guid>(3),
        AuthorName = row.GetString(4), AuthorRole = Enum.Parse<RoomRole>(row.GetString(5)), SentAt = row.GetFieldValue<DateTimeOffset>(6),
        ClientMessageId = row.Maybe<Guid>(7), ReplyTo = row.Maybe<long>(8), Audience = row.GetFieldValue<Guid[]>(9), Body = row.MaybeBytes(10),
        Salt = row.MaybeBytes(11), Commitment = row.GetFieldValue<byte[]>(12), PreviousHash = row.GetFieldValue<byte[]>(13), EntryHash = row.GetFieldValue<byte[]>(14),
    };

    public static RoomOverview Overview(NpgsqlDataReader row)
    {
        var room = new RoomRow
        {
            Id = row.GetGuid(0), Kind = Enum.Parse<RoomKind>(row.GetString(1)), CaseId = row.Maybe<Guid>(2), EnterpriseId = row.Maybe<Guid>(3),
            CaucusPartyId = row.Maybe<Guid>(4), Name = row.GetString(5), NameEn = row.GetString(6), Colour = row.GetInt32(7),
            CaseNumber = row.IsDBNull(8) ? null : row.GetString(8), CreatedAt = row.GetFieldValue<DateTimeOffset>(9),
        };
        return new(room, Enum.Parse<SessionState>(row.GetString(10)), !row.IsDBNull(11), row.Maybe<DateTimeOffset>(12), row.GetInt64(13),
            Member(row, 21), row.GetInt64(14), row.GetInt32(15), row.GetInt32(16), row.GetBoolean(17), Enum.Parse<HoldState>(row.GetString(18)), row.GetInt32(19), row.GetBoolean(20));
    }

    /// <param name="row">The columns of <see cref="RoomSql.ReadMembers"/>, starting with room_id at <paramref name="start"/>.</param>
    private static RoomMember Member(NpgsqlDataReader row, int start) => new(
        row.GetGuid(start + 1), row.Maybe<Guid>(start + 2), row.GetString(start + 3), Enum.Parse<RoomRole>(row.GetString(start + 4)),
        Enum.Parse<Standing>(row.GetString(start + 5)), row.Maybe<long>(start + 6), row.Maybe<long>(start + 7), row.GetBoolean(start + 8));
}
