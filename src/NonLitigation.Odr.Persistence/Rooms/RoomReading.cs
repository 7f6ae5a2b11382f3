using System.Diagnostics;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Persistence.Cases;
using Npgsql;
using static NonLitigation.Odr.Persistence.Rooms.RoomLoading;

namespace NonLitigation.Odr.Persistence.Rooms;

/// <summary>Everything that is read of rooms. A person's right is part of each statement, not of its caller.</summary>
public sealed class RoomReading(NpgsqlDataSource source, KnownRooms known) : IAsyncDisposable
{
    public const int LargestPage = 200;

    private const string EntryColumns = """
        e.room_id, e.sequence, e.kind, e.author_id, e.author_name, e.author_role, e.sent_at, e.client_message_id, e.reply_to,
        e.audience, e.body, e.salt, e.commitment, e.previous_hash, e.entry_hash
        """;

    /// <summary>Who presides after another reads within his range what that one could read (docs/decisions/0023).</summary>
    private const string InRange = """
        m.standing = 'Admitted' and e.sequence >= m.from_sequence and (m.to_sequence is null or e.sequence <= m.to_sequence)
        and (m.person_id = any(e.audience) or (m.role = 'Mediator' and exists (select 1 from room_members f
            where f.room_id = m.room_id and f.role = 'Mediator' and f.standing = 'Removed' and f.person_id = any(e.audience))))
        """;

    private const string Overviews = $"""
        select r.id, r.kind, r.case_id, r.enterprise_id, r.caucus_party_id, r.name, r.name_en, r.colour, r.case_number, r.created_at,
            h.state, h.first_opened_at, h.last_entry_at, h.head, coalesce(p.sequence, 0),
            (select count(*)::int from (select 1 from room_entries e where e.room_id = r.id and m.standing = 'Admitted' and e.kind <> 'System'
                and e.author_id is distinct from m.person_id and e.sequence >= m.from_sequence and e.sequence > coalesce(p.sequence, 0)
                and (m.to_sequence is null or e.sequence <= m.to_sequence) limit 1000) as unread),
            (select count(*)::int from room_members w where w.room_id = r.id and w.standing = 'Waiting'), h.call_open, h.hold,
            case when h.hold = 'On' and m.role = 'Mediator' and m.standing = 'Admitted' then (select count(*)::int from held_messages q where q.room_id = r.id and q.state = 'Waiting') else 0 end, h.different_times,
            m.room_id, m.person_id, m.party_id, m.name, m.role, m.standing, m.from_sequence, m.to_sequence, m.joined
        from room_members m join rooms r on r.id = m.room_id join room_heads h on h.room_id = m.room_id
        left join read_positions p on p.room_id = m.room_id and p.person_id = m.person_id
        where m.person_id = $1 and m.standing <> 'Removed' and {CaseSeals.NotShutTo}
        """;

    private readonly HeldConnection _news = new(source);

    public ValueTask DisposeAsync() => _news.DisposeAsync();

    /// <summary>The rooms on whose roster the person is, the liveliest first.</summary>
    public async Task<IReadOnlyList<RoomOverview>> ListAsync(Guid person, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(Overviews + " order by h.last_entry_at desc nulls last, r.id");
        command.Parameters.Add(new() { Value = person });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var rooms = new List<RoomOverview>();
        while (await reader.ReadAsync(cancellation)) rooms.Add(RoomRowReader.Overview(reader));
        return rooms;
    }

    /// <summary>One round trip, but where much of what lies below the person's last entry is not his to see. Null when the room does not exist for this person.</summary>
    public async Task<RoomReport?> ReportAsync(Guid room, Guid person, int entries, CancellationToken cancellation)
    {
        for (long window = entries; ; window *= 8)
        {
            var report = await ReportAsync(room, person, entries, window, cancellation);
            if (report is null || report.Entries.Count >= entries || window > report.Overview.VisibleHead - report.Overview.FirstVisible) return report;
        }
    }

    /// <param name="window">Numbers below the person's last one that are looked at: PostgreSQL holds every room for short in an archive of short ones, and would
    /// read and sort a long one whole for its newest entries.</param>
    private async Task<RoomReport?> ReportAsync(Guid room, Guid person, int entries, long window, CancellationToken cancellation)
    {
        // The entries come first: whatever is younger than they are is at most known twice, never missed.
        await using var batch = source.CreateBatch();
        batch.Add($"select {EntryColumns} from room_entries e join room_members m on m.room_id = e.room_id and m.person_id = $2 " +
            "where e.room_id = $1 and e.sequence > (select least(h.head, n.to_sequence) - $4 from room_heads h left join room_members n on n.room_id = h.room_id and n.person_id = $2 where h.room_id = $1) " +
            $"and {InRange} order by e.sequence desc limit $3", room, person, entries, window);
        batch.Add(RoomSql.ReadMembers, new[] { room });
        batch.Add("select p.room_id, p.person_id, p.sequence from read_positions p join room_members m using (room_id, person_id) " +
            "where p.room_id = $1 and m.standing = 'Admitted' order by p.person_id", room);
        batch.Add(Overviews + " and m.room_id = $2", person, room);
        batch.Add(RoomSql.Clock);
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        var newest = await ReadAllAsync(reader, RoomRowReader.Entry, cancellation);
        newest.Reverse();
        var members = await ReadAllAsync(reader, RoomLoading.ReadMember, cancellation);
        var positions = await ReadAllAsync(reader, r => new ReadPositionRow { RoomId = r.GetGuid(0), PersonId = r.GetGuid(1), Sequence = r.GetInt64(2) }, cancellation);
        var overview = await ReadAllAsync(reader, RoomRowReader.Overview, cancellation);
        var clock = await ReadAllAsync(reader, r => r.GetFieldValue<DateTimeOffset>(0), cancellation);
        return overview.Count == 0 ? null : new(overview[0], members, positions, newest, clock[0]);
    }

    /// <summary>Entries of the person's range after a number, ascending, at most <see cref="LargestPage"/>. Null when the room does not exist for him.</summary>
    public async Task<(RoomOverview Room, IReadOnlyList<RoomEntryRow> Entries)?> PageAsync(Guid room, Guid person, long after, int limit, CancellationToken cancellation)
    {
        var found = new List<RoomEntryRow>();
        after = Math.Clamp(after, 0, long.MaxValue - LargestPage); // nobody has gone so far; the end of the window is still a number
        for (var wanted = Math.Clamp(limit, 1, LargestPage); ;)
        {
            if (await WindowAsync(room, person, after, wanted - found.Count, cancellation) is not { } part) return null;
            found.AddRange(part.Entries);
            // As good as always one window is enough: it is not when somebody came later, or may not see what lies in it.
            after = Math.Max(after + LargestPage, part.Room.FirstVisible - 1);
            if (found.Count == wanted || after >= part.Room.VisibleHead) return (part.Room, found);
        }
    }

    /// <summary>Of the next <see cref="LargestPage"/> numbers, however many a room has: see <see cref="ReportAsync(Guid, Guid, int, long, CancellationToken)"/>.</summary>
    private async Task<(RoomOverview Room, IReadOnlyList<RoomEntryRow> Entries)?> WindowAsync(Guid room, Guid person, long after, int limit, CancellationToken cancellation)
    {
        await using var batch = source.CreateBatch();
        batch.Add($"select {EntryColumns} from room_entries e join room_members m on m.room_id = e.room_id and m.person_id = $2 " +
            $"where e.room_id = $1 and e.sequence > $3 and e.sequence <= $3 + {LargestPage} and {InRange} order by e.sequence limit $4", room, person, after, limit);
        batch.Add(Overviews + " and m.room_id = $2", person, room);
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        var entries = await ReadAllAsync(reader, RoomRowReader.Entry, cancellation);
        var overview = await ReadAllAsync(reader, RoomRowReader.Overview, cancellation);
        return overview.Count == 0 ? null : (overview[0], entries);
    }

    /// <summary>Entries of the person's range whose body holds some text, the newest first. Null when the room does not exist for him.</summary>
    /// <param name="text">As it stands in a canonical body; case does not matter.</param>
    /// <param name="limit">So many are enough.</param>
    /// <param name="fits">Whether it is where it counts.</param>
    public async Task<(RoomOverview Room, IReadOnlyList<RoomEntryRow> Entries)?> FindAsync(
        Guid room, Guid person, string text, int limit, Func<RoomEntryRow, bool> fits, CancellationToken cancellation)
    {
        await using var batch = source.CreateBatch();
        batch.Add(Overviews + " and m.room_id = $2", person, room);
        batch.Add($"select {EntryColumns} from room_entries e join room_members m on m.room_id = e.room_id and m.person_id = $2 " +
            $"where e.room_id = $1 and {InRange} and e.kind in ('Message', 'Exhibit') and position(lower($3) in lower(convert_from(e.body, 'UTF8'))) > 0 order by e.sequence desc", room, person, text);
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        var overview = await ReadAllAsync(reader, RoomRowReader.Overview, cancellation);
        if (overview.Count == 0) return null;
        var found = new List<RoomEntryRow>();
        while (found.Count < limit && await reader.ReadAsync(cancellation))
            if (RoomRowReader.Entry(reader) is var entry && fits(entry)) found.Add(entry);
        return (overview[0], found);
    }

    /// <summary>The person's whole range, and the leaf hashes of what came before it (they show nothing of it). Null when the room does not exist for him.</summary>
    public async Task<RoomRange?> RangeAsync(Guid room, Guid person, CancellationToken cancellation)
    {
        await using var batch = source.CreateBatch();
        batch.Add($"select {EntryColumns} from room_entries e join room_members m on m.room_id = e.room_id and m.person_id = $2 " +
            $"where e.room_id = $1 and {InRange} order by e.sequence", room, person);
        batch.Add("select e.entry_hash from room_entries e join room_members m on m.room_id = e.room_id and m.person_id = $2 " +
            "where e.room_id = $1 and m.standing = 'Admitted' and e.sequence < m.from_sequence order by e.sequence", room, person);
        batch.Add(Overviews + " and m.room_id = $2", person, room);
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        var entries = await ReadAllAsync(reader, RoomRowReader.Entry, cancellation);
        var before = await ReadAllAsync(reader, r => r.GetFieldValue<byte[]>(0), cancellation);
        var overview = await ReadAllAsync(reader, RoomRowReader.Overview, cancellation);
        return overview.Count == 0 ? null : new(overview[0], before, entries);
    }

    /// <summary>Heads and rosters of many rooms in one query.</summary>
    public async Task<IReadOnlyList<RoomPulse>> PulsesAsync(IReadOnlyCollection<Guid> rooms, CancellationToken cancellation)
    {
        var asOf = Stopwatch.GetTimestamp();
        await using var batch = source.CreateBatch();
        AddPulses(batch, rooms);
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        return await ReadPulsesAsync(reader, asOf, cancellation);
    }

    /// <summary>What the push needs, in one round trip: everything after the given numbers, and who may see it now. For one caller at a time: the node's reader.</summary>
    /// <param name="after">For each room the last number already pushed.</param>
    public async Task<(IReadOnlyList<RoomPulse> Pulses, IReadOnlyList<RoomEntryRow> Entries)> NewsAsync(IReadOnlyDictionary<Guid, long> after, CancellationToken cancellation)
    {
        var connection = await _news.OpenAsync(null, cancellation);
        var asOf = Stopwatch.GetTimestamp();
        await using var batch = connection.CreateBatch();
        batch.Add($"select {EntryColumns} from unnest($1::uuid[], $2::bigint[]) as known (room_id, sequence) " +
            $"join lateral (select * from room_entries n where n.room_id = known.room_id and n.sequence > known.sequence order by n.sequence limit {LargestPage}) e on true " +
            "order by e.room_id, e.sequence", after.Keys.ToArray(), after.Values.ToArray());
        AddPulses(batch, [.. after.Keys]);
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        var entries = await ReadAllAsync(reader, RoomRowReader.Entry, cancellation);
        return (await ReadPulsesAsync(reader, asOf, cancellation), entries);
    }

    /// <summary>Everybody whom the record has in a room or in a lobby.</summary>
    public async Task<IReadOnlyList<(Guid Room, Guid Person)>> HereAsync(CancellationToken cancellation)
    {
        await using var command = source.CreateCommand("select room_id, person_id from room_members where joined or standing = 'Waiting'");
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await ReadAllAsync(reader, r => (r.GetGuid(0), r.GetGuid(1)), cancellation);
    }

    private static void AddPulses(NpgsqlBatch batch, IReadOnlyCollection<Guid> rooms)
    {
        var ids = rooms.ToArray();
        batch.Add(RoomSql.ReadHeads, ids);
        batch.Add(RoomSql.ReadMembers, ids);
    }

    private async Task<IReadOnlyList<RoomPulse>> ReadPulsesAsync(NpgsqlDataReader reader, long asOf, CancellationToken cancellation)
    {
        var heads = await ReadAllAsync(reader, row => RoomLoading.ReadHead(row, asOf), cancellation);
        var members = (await ReadAllAsync(reader, row => (Room: row.GetGuid(0), Member: RoomLoading.ReadMember(row)), cancellation)).ToLookup(m => m.Room, m => m.Member);
        List<RoomPulse> pulses = [.. heads.Select(h => h with { Members = [.. members[h.RoomId]] })];
        known.Put(pulses);
        return pulses;
    }
}
