namespace NonLitigation.Odr.Persistence.Rooms;

/// <summary>The statements of the hot path, each prepared once per connection.</summary>
internal static class RoomSql
{
    /// <summary>Locks in the order of ids, so that two writers never wait for each other in a circle.</summary>
    public const string LockHeads = ReadHeads + " order by h.room_id for update of h";

    public const string ReadHeads = """
        select h.room_id, r.kind, h.state, h.first_opened_at, h.last_entry_at, h.head, h.head_hash, h.call_open, h.hold, h.different_times
        from room_heads h join rooms r on r.id = h.room_id
        where h.room_id = any($1)
        """;

    public const string ReadMembers = """
        select room_id, person_id, party_id, name, role, standing, from_sequence, to_sequence, joined
        from room_members where room_id = any($1)
        """;

    public const string FindRepeats = """
        select e.room_id, e.author_id, e.client_message_id, e.sequence, e.sent_at, e.entry_hash, e.kind, e.reply_to, e.body
        from unnest($1::uuid[], $2::uuid[], $3::uuid[]) as asked (room_id, author_id, client_message_id)
        join room_entries e using (room_id, author_id, client_message_id)
        """;

    /// <summary>Asked after the locks are held: times follow the order of the record.</summary>
    public const string Clock = "select clock_timestamp()";

    public const string InsertEntries = """
        insert into room_entries (room_id, sequence, kind, author_id, author_name, author_role, sent_at, client_message_id,
            reply_to, audience, body, salt, commitment, previous_hash, entry_hash)
        select e.room_id, e.sequence, e.kind, e.author_id, e.author_name, e.author_role, e.sent_at, e.client_message_id,
            e.reply_to, ($17::uuid[])[e.audience_from:e.audience_to], e.body, e.salt, e.commitment, e.previous_hash, e.entry_hash
        from unnest($1::uuid[], $2::bigint[], $3::text[], $4::uuid[], $5::text[], $6::text[], $7::timestamptz[], $8::uuid[],
            $9::bigint[], $10::integer[], $11::integer[], $12::bytea[], $13::bytea[], $14::bytea[], $15::bytea[], $16::bytea[])
            as e (room_id, sequence, kind, author_id, author_name, author_role, sent_at, client_message_id,
            reply_to, audience_from, audience_to, body, salt, commitment, previous_hash, entry_hash)
        """;

    /// <summary>
    /// The whole commit of entries that continue rooms whose end is known, in one statement: only where the record still ends there, and
    /// where the time given is PostgreSQL's own to within a second. A head that somebody holds is passed over, so that this never
    /// waits while it holds others. Returns the rooms that were continued.
    /// </summary>
    public const string Continue = """
        with asked as (
            select * from unnest($1::uuid[], $2::bigint[], $3::bigint[], $4::bytea[], $5::timestamptz[]) as m (room_id, known, head, head_hash, last_entry_at)
        ), held as materialized (
            select h.room_id from room_heads h join asked m on m.room_id = h.room_id and m.known = h.head
            where m.last_entry_at between clock_timestamp() - interval '1 second' and clock_timestamp() + interval '10 milliseconds'
            for update of h skip locked
        ), moved as (
            update room_heads h set head = m.head, head_hash = m.head_hash, last_entry_at = m.last_entry_at
            from asked m join held using (room_id) where h.room_id = m.room_id returning h.room_id
        ), kept as (
            insert into room_entries (room_id, sequence, kind, author_id, author_name, author_role, sent_at, client_message_id,
                reply_to, audience, body, salt, commitment, previous_hash, entry_hash)
            select e.room_id, e.sequence, e.kind, e.author_id, e.author_name, e.author_role, e.sent_at, e.client_message_id,
                e.reply_to, ($22::uuid[])[e.audience_from:e.audience_to], e.body, e.salt, e.commitment, e.previous_hash, e.entry_hash
            from unnest($6::uuid[], $7::bigint[], $8::text[], $9::uuid[], $10::text[], $11::text[], $12::timestamptz[], $13::uuid[],
                $14::bigint[], $15::integer[], $16::integer[], $17::bytea[], $18::bytea[], $19::bytea[], $20::bytea[], $21::bytea[])
                as e (room_id, sequence, kind, author_id, author_name, author_role, sent_at, client_message_id,
                reply_to, audience_from, audience_to, body, salt, commitment, previous_hash, entry_hash)
            where e.room_id in (select room_id from moved)
        )
        select room_id from moved
        """;

    /// <summary>
    /// For a connection that asks the same all the time: planned once, every head found by its key, whether there are ten rooms or
    /// millions. Read from end to end, a small table of heads costs more, full as it is of the versions of the last moment.
    /// </summary>
    public const string PlanByKeys = "set plan_cache_mode = force_generic_plan; set enable_seqscan = off; set jit = off";

    public const string MoveHeads = """
        update room_heads h set head = m.head, head_hash = m.head_hash, state = m.state,
            first_opened_at = m.first_opened_at, last_entry_at = m.last_entry_at, call_open = m.call_open, hold = m.hold, different_times = m.different_times
        from unnest($1::uuid[], $2::bigint[], $3::bytea[], $4::text[], $5::timestamptz[], $6::timestamptz[], $7::boolean[], $8::text[], $9::boolean[])
            as m (room_id, head, head_hash, state, first_opened_at, last_entry_at, call_open, hold, different_times)
        where h.room_id = m.room_id
        """;

    /// <summary>
    /// What waits for review when its hold or its author's right ends is given back in the same commit: nothing waits where nobody would look. Ids of rooms with
    /// the author (null: everybody) and the cause.
    /// </summary>
    public const string ReturnHeld = """
        update held_messages m set state = 'Returned', cause = e.cause, decided_at = clock_timestamp()
        from unnest($1::uuid[], $2::uuid[], $3::text[]) as e (room_id, author_id, cause)
        where m.room_id = e.room_id and m.state = 'Waiting' and (e.author_id is null or m.author_id = e.author_id)
        """;

    public const string WriteMembers = """
        insert into room_members (room_id, person_id, party_id, name, role, standing, from_sequence, to_sequence, joined)
        select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::bigint[], $8::bigint[], $9::boolean[])
        on conflict (room_id, person_id) do update set party_id = excluded.party_id, name = excluded.name, role = excluded.role,
            standing = excluded.standing, from_sequence = excluded.from_sequence, to_sequence = excluded.to_sequence, joined = excluded.joined
        """;
}
