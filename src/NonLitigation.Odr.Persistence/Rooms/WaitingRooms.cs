using Npgsql;

namespace NonLitigation.Odr.Persistence.Rooms;

/// <param name="Ended">Cases of which a wait has ended that their organisation had been told of.</param>
/// <param name="Due">Cases in which somebody is to be told now.</param>
public sealed record WaitsNoticed(IReadOnlyList<Guid> Ended, IReadOnlyList<Guid> Due);

/// <summary>
/// Compares the table of waits with the rooms: what is over ends, what is new begins, what the mediator has attended to is marked. Any number of nodes may do it
/// at once: the unique key lets each wait begin once.
/// </summary>
public sealed class WaitingRooms(NpgsqlDataSource source)
{
    private const int MostAtOnce = 200;

    /// <summary>Running cases only; colleagues in a panel are no party that waits. Of words the eldest that no mediator has read, nor answered, or that waits for his review; a lobby has no time of its own.</summary>
    private const string Calling = """
        with live as (
            select r.id as room_id, r.case_id, h.head, h.last_entry_at from rooms r join room_heads h on h.room_id = r.id join cases c on c.id = r.case_id
            where h.state <> 'Closed' and r.kind <> 'Panel' and c.ended_at is null and c.mediator_person_id is not null
        ), calling as (
            select l.room_id, l.case_id, w.person_id, null::timestamptz as since from live l join room_members w on w.room_id = l.room_id
            where w.standing = 'Waiting' and w.role <> 'Mediator'
            union all
            select l.room_id, l.case_id, null, unread.since from live l
            join lateral (
                select array_agg(m.person_id) as people, max(coalesce(p.sequence, 0)) as read from room_members m
                left join read_positions p on p.room_id = m.room_id and p.person_id = m.person_id
                where m.room_id = l.room_id and m.role = 'Mediator' and m.standing = 'Admitted') seats on seats.people is not null and l.head > seats.read
            join lateral (
                select min(e.sent_at) as since from room_entries e
                where e.room_id = l.room_id and e.kind <> 'System' and e.author_role <> 'Mediator' and e.author_role <> 'System' and e.audience && seats.people
                    and e.sequence > greatest(seats.read, (select coalesce(max(a.sequence), 0) from room_entries a
                        where a.room_id = l.room_id and a.sequence > seats.read and a.kind <> 'System' and a.author_role = 'Mediator'))) unread on unread.since is not null
            union all
            select l.room_id, l.case_id, null, min(q.written_at) from live l join held_messages q on q.room_id = l.room_id and q.state = 'Waiting' group by l.room_id, l.case_id
        )
        """;

    private const string End = Calling + """
         update room_waits w set ended_at = $1 where w.ended_at is null and not exists (
            select from calling c where c.room_id = w.room_id and c.person_id is not distinct from w.person_id and (c.since is null or c.since <= w.since))
        returning w.case_id, w.operators_told_at is not null
        """;

    private const string Begin = Calling + """
         insert into room_waits (id, room_id, case_id, person_id, since)
        select gen_random_uuid(), c.room_id, c.case_id, c.person_id, coalesce(c.since, $1) from calling c on conflict do nothing
        """;

    /// <summary>A page that stays open is no attention, nor is its coming back after a broken line.</summary>
    private const string Attend = """
        update room_waits w set attended_at = $1 where w.person_id is not null and w.ended_at is null and w.attended_at is null and exists (
            select from room_entries e where e.room_id = w.room_id and e.author_role = 'Mediator' and e.sent_at > w.since and e.body is not null
                and convert_from(e.body, 'UTF8')::jsonb ->> 'type' not in ('joined', 'left', 'call-joined', 'call-left'))
        returning w.case_id, w.operators_told_at is not null
        """;

    private const string Due = """
        select distinct w.case_id from room_waits w join cases c on c.id = w.case_id left join attention_limits l on l.organisation_id = c.organisation_id
        where w.ended_at is null and w.attended_at is null and w.operators_told_at is null
            and w.since <= $1 - coalesce(make_interval(mins => l.minutes), $2) * (case when w.mediator_told_at is null then 1 else 2 end)
        limit $3
        """;

    /// <param name="limit">Where an organisation has not set its own.</param>
    public async Task<WaitsNoticed> LookAsync(DateTimeOffset now, TimeSpan limit, CancellationToken cancellation)
    {
        await using var batch = source.CreateBatch();
        batch.Add(End, now);
        batch.Add(Begin, now);
        batch.Add(Attend, now);
        batch.Add(Due, now, limit, MostAtOnce);
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        var ended = await ReadAsync(reader, row => (Case: row.GetGuid(0), Told: row.GetBoolean(1)), cancellation);
        ended.AddRange(await ReadAsync(reader, row => (Case: row.GetGuid(0), Told: row.GetBoolean(1)), cancellation));
        var due = await ReadAsync(reader, row => row.GetGuid(0), cancellation);
        return new([.. ended.Where(one => one.Told).Select(one => one.Case).Distinct()], due);
    }

    private static async Task<List<T>> ReadAsync<T>(NpgsqlDataReader reader, Func<NpgsqlDataReader, T> read, CancellationToken cancellation)
    {
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellation)) rows.Add(read(reader));
        await reader.NextResultAsync(cancellation);
        return rows;
    }
}
