using Npgsql;

namespace NonLitigation.Odr.Persistence.Rooms;

/// <summary>Read positions: the largest number wins, from whatever device it comes and in whatever order.</summary>
public sealed class ReadPositions(NpgsqlDataSource source)
{
    /// <summary>Moves a person's position forward, at most to the end of his range. Null when the room does not exist for him.</summary>
    public async Task<long?> MarkAsync(Guid room, Guid person, long sequence, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand("""
            insert into read_positions (room_id, person_id, sequence)
            select m.room_id, m.person_id, least($3, h.head, m.to_sequence)
            from room_members m join room_heads h on h.room_id = m.room_id
            where m.room_id = $1 and m.person_id = $2 and m.standing = 'Admitted'
            on conflict (room_id, person_id) do update set sequence = greatest(read_positions.sequence, excluded.sequence)
            returning sequence
            """);
        command.Parameters.Add(new() { Value = room });
        command.Parameters.Add(new() { Value = person });
        command.Parameters.Add(new() { Value = sequence });
        return (long?)await command.ExecuteScalarAsync(cancellation);
    }
}
