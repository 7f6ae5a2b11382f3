using Npgsql;

namespace NonLitigation.Odr.Persistence.Rooms;

/// <param name="PublishedSize">0 when nothing of it was published.</param>
/// <param name="PublishedLeaf">The leaf that stands for its last checkpoint in the platform's log.</param>
public sealed record DueRoom(Guid RoomId, long Head, byte[] HeadHash, long PublishedSize, byte[]? PublishedRoot, byte[]? PublishedLeaf);

/// <summary>Rooms that are to get a checkpoint.</summary>
public sealed class DueRooms(NpgsqlDataSource source)
{
    public const int MostAtOnce = 200;

    /// <param name="before">Rooms last published (or made) before this moment are due when they grew; closed ones at once.</param>
    /// <param name="since">Rooms without an entry since then are not looked at.</param>
    public async Task<List<DueRoom>> FindAsync(DateTimeOffset before, DateTimeOffset since, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand("""
            select h.room_id, h.head, h.head_hash, coalesce(c.size, 0), c.root, c.leaf
            from room_heads h join rooms r on r.id = h.room_id
            left join lateral (
                select c.size, c.root, c.made_at, l.leaf from room_checkpoints c join log_leaves l on l.position = c.position
                where c.room_id = h.room_id order by c.size desc limit 1) c on true
            where h.last_entry_at >= $2 and h.head > coalesce(c.size, 0) and (h.state = 'Closed' or coalesce(c.made_at, r.created_at) <= $1)
            order by h.room_id limit $3
            """);
        foreach (var value in new object[] { before, since, MostAtOnce }) command.Parameters.Add(new() { Value = value });
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var rooms = new List<DueRoom>();
        while (await row.ReadAsync(cancellation))
            rooms.Add(new(row.GetGuid(0), row.GetInt64(1), row.GetFieldValue<byte[]>(2), row.GetInt64(3), row.MaybeBytes(4), row.MaybeBytes(5)));
        return rooms;
    }
}
