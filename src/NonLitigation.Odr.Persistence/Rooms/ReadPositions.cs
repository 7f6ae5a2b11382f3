using Npgsql;

namespace NonLitigation.Odr.Persistence.Rooms;

/// <summary>
/// Read positions: the largest number wins, from whatever device it comes and in whatever order. Whether a message was read or taken back first is decided here
/// and in <c>withdraw_message</c> by who commits first: each waits for the other, on the person's row, or on the room's head while he has none.
/// </summary>
public sealed class ReadPositions(NpgsqlDataSource source)
{
    private const string Move = """
        update read_positions p set sequence = greatest(p.sequence, least($3, h.head, m.to_sequence))
        from room_members m join room_heads h on h.room_id = m.room_id
        where p.room_id = $1 and p.person_id = $2 and m.room_id = $1 and m.person_id = $2 and m.standing = 'Admitted'
        returning p.sequence
        """;

    // The first time there is no row that a taking back could hold; it holds the head. Entries being written only wait for this as for each other.
    private const string Begin = """
        insert into read_positions (room_id, person_id, sequence)
        select m.room_id, m.person_id, least($3, h.head, m.to_sequence)
        from room_members m join room_heads h on h.room_id = m.room_id
        where m.room_id = $1 and m.person_id = $2 and m.standing = 'Admitted'
        for key share of h
        on conflict (room_id, person_id) do update set sequence = greatest(read_positions.sequence, excluded.sequence)
        returning sequence
        """;

    /// <summary>Moves a person's position forward, at most to the end of his range. Null when the room does not exist for him.</summary>
    public async Task<long?> MarkAsync(Guid room, Guid person, long sequence, CancellationToken cancellation) =>
        await RunAsync(Move, room, person, sequence, cancellation) ?? await RunAsync(Begin, room, person, sequence, cancellation);

    private async Task<long?> RunAsync(string sql, Guid room, Guid person, long sequence, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(sql);
        command.Parameters.Add(new() { Value = room });
        command.Parameters.Add(new() { Value = person });
        command.Parameters.Add(new() { Value = sequence });
        return (long?)await command.ExecuteScalarAsync(cancellation);
    }
}
