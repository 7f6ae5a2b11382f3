using Npgsql;

namespace NonLitigation.Odr.Persistence.Rooms;

/// <summary>A room in which something awaits a person.</summary>
/// <param name="Sequence">How far it has come.</param>
public sealed record UnseenRoom(Guid RoomId, long Sequence);

/// <summary>
/// In which rooms something has awaited somebody for a while: words of others that he may read and has not, or, for the presiding mediator, somebody in the lobby. Of what
/// he has been told of he is not told again until he has read on, or somebody else waits.
/// </summary>
public sealed class UnseenRooms(NpgsqlDataSource source)
{
    private const int MostAtOnce = 500;

    private const string Unseen = """
        select m.person_id, m.room_id, h.head
        from push_devices d
        join room_members m on m.person_id = d.person_id and m.standing = 'Admitted'
        join room_heads h on h.room_id = m.room_id
        left join read_positions p on p.room_id = m.room_id and p.person_id = m.person_id
        left join push_tellings t on t.room_id = m.room_id and t.person_id = m.person_id
        where d.next_attempt_at <= $1 and ($3::uuid is null or m.person_id = $3) and (
            h.head > coalesce(p.sequence, 0) and coalesce(t.sequence, 0) <= coalesce(p.sequence, 0) and exists (
                select from room_entries e where e.room_id = m.room_id and e.sequence > coalesce(p.sequence, 0) and e.kind <> 'System'
                    and e.author_id is distinct from m.person_id and e.audience @> array[m.person_id] and e.sent_at <= $2)
            or m.role = 'Mediator' and exists (
                select from room_waits w join cases c on c.id = w.case_id where w.room_id = m.room_id and w.person_id is not null and w.ended_at is null and w.attended_at is null
                    and c.mediator_person_id = m.person_id and w.since <= $2 and (t.told_at is null or t.told_at < w.since)))
        limit $4
        """;

    /// <param name="before">What is younger may still be seen on an open page.</param>
    /// <returns>People with a device that may be rung.</returns>
    public async Task<IReadOnlyList<Guid>> PeopleAsync(DateTimeOffset now, DateTimeOffset before, CancellationToken cancellation) =>
        [.. (await ReadAsync(now, before, null, cancellation)).Select(one => one.Person).Distinct()];

    public async Task<IReadOnlyList<UnseenRoom>> OfAsync(Guid person, DateTimeOffset now, DateTimeOffset before, CancellationToken cancellation) =>
        [.. (await ReadAsync(now, before, person, cancellation)).Select(one => one.Room).Distinct()];

    private async Task<List<(Guid Person, UnseenRoom Room)>> ReadAsync(DateTimeOffset now, DateTimeOffset before, Guid? person, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(Unseen);
        command.Parameters.Add(new() { Value = now });
        command.Parameters.Add(new() { Value = before });
        command.Parameters.Add(new() { Value = (object?)person ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Uuid });
        command.Parameters.Add(new() { Value = MostAtOnce });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var found = new List<(Guid, UnseenRoom)>();
        while (await reader.ReadAsync(cancellation)) found.Add((reader.GetGuid(0), new(reader.GetGuid(1), reader.GetInt64(2))));
        return found;
    }
}
