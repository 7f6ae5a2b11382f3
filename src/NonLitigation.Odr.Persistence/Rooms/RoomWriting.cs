using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Domain.Shared;
using Npgsql;

namespace NonLitigation.Odr.Persistence.Rooms;

/// <param name="Body">Canonical bytes of what is said; null when the act makes its own.</param>
internal readonly record struct Draft(EntryDraft Act, byte[]? Body)
{
    public static Draft Of(EntryDraft act) => new(act, act.Act switch
    {
        Speak speak => CanonicalJson.Serialize(speak.Body),
        Note note => CanonicalJson.Serialize(note.Body),
        _ => null,
    });
}

/// <summary>What became of one draft: an answer or a refusal.</summary>
internal readonly record struct Outcome(AppendedEntry? Entry, RefusalException? Refusal);

/// <summary>Result of one transaction's drafts, in their order.</summary>
/// <param name="Rooms">Those of which anything was changed.</param>
internal sealed record Written(Outcome[] Outcomes, IReadOnlyList<RoomEntryRow> Entries, IReadOnlyList<GrowingRoom> Rooms, DateTimeOffset Clock)
{
    public Committed Committed() => new(Entries, [.. Rooms.Select(r => r.Pulse)], []);
}

/// <summary>
/// Drafts of any kind, of many rooms: one round trip locks and reads, one writes. Between the two, each draft is decided on what
/// the record says at that moment and on the drafts before it.
/// </summary>
internal static class RoomWriting
{
    /// <summary>Within the caller's transaction.</summary>
    public static Task<Written> WriteAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, IReadOnlyList<Draft> drafts, CancellationToken cancellation) =>
        WriteAsync(connection, transaction, drafts, null, null, cancellation);

    /// <summary>In a transaction of its own, begun with the first round trip and committed with the second. Should it break in between, the connection goes back and is rolled back.</summary>
    public static Task<Written> CommitAsync(NpgsqlConnection connection, IReadOnlyList<Draft> drafts, CancellationToken cancellation) =>
        WriteAsync(connection, null, drafts, "begin", "commit", cancellation);

    private static async Task<Written> WriteAsync(
        NpgsqlConnection connection, NpgsqlTransaction? transaction, IReadOnlyList<Draft> drafts, string? begin, string? commit, CancellationToken cancellation)
    {
        var loaded = await RoomLoading.LoadAsync(connection, transaction, drafts, begin, cancellation);
        var outcomes = new Outcome[drafts.Count];
        var entries = new List<RoomEntryRow>(drafts.Count);
        for (var i = 0; i < outcomes.Length; i++) outcomes[i] = Decide(drafts[i], loaded, entries);
        var changed = loaded.Rooms.Values.Where(r => r.Grew || r.State.Changed.Count > 0).ToList();
        await SaveAsync(connection, transaction, changed, entries, commit, cancellation);
        return new(outcomes, entries, changed, loaded.Clock);
    }

    private static Outcome Decide(Draft draft, Loaded loaded, List<RoomEntryRow> entries)
    {
        var act = draft.Act;
        if (!loaded.Rooms.TryGetValue(act.RoomId, out var room)) return new(null, RoomsRules.RoomNotFound.Refused());
        try
        {
            var key = (act.RoomId, act.ActorId, act.ClientMessageId);
            if (act.ClientMessageId is not null && loaded.Repeats.TryGetValue(key, out var first)) return Repeat(draft, room, first);
            if (room.Append(act, draft.Body, loaded.Clock) is not { } entry)
                return new(new(room.Id, room.Chain.Sequence, room.LastEntryAt ?? loaded.Clock, room.Chain.Hash.ToString(), false, Recorded: false), null);
            if (act.ClientMessageId is not null) loaded.Repeats[key] = entry;
            entries.Add(entry);
            return Answer(entry);
        }
        catch (RefusalException refusal)
        {
            return new(null, refusal);
        }
    }

    /// <summary>Who may no longer see the room gets no answer about what he once wrote there either.</summary>
    private static Outcome Repeat(Draft draft, GrowingRoom room, RoomEntryRow first)
    {
        RoomsRules.RoomNotFound.When(draft.Act.Act is Speak && room.State.Member(draft.Act.ActorId!.Value) is null or { Standing: Standing.Removed });
        var (kind, replyTo) = draft.Act.Act switch { Speak s => (s.Kind, s.ReplyTo), Note n => (n.Kind, null), _ => (first.Kind, first.ReplyTo) };
        var same = first.Kind == kind && first.ReplyTo == replyTo && draft.Body is { } body && (first.Body.AsSpan().SequenceEqual(body) || HeldMessage.IsReleaseOf(first.Body, body));
        return same ? Answer(first, repeated: true) : new(null, RoomsRules.IdReused.Refused());
    }

    internal static Outcome Answer(RoomEntryRow entry, bool repeated = false) =>
        new(new(entry.RoomId, entry.Sequence, entry.SentAt, Convert.ToHexStringLower(entry.EntryHash), repeated), null);

    private static async Task SaveAsync(
        NpgsqlConnection connection, NpgsqlTransaction? transaction, IReadOnlyList<GrowingRoom> rooms, List<RoomEntryRow> entries, string? commit, CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch(connection, transaction);
        if (entries.Count > 0)
        {
            batch.Add(RoomSql.InsertEntries, RoomRowArrays.Entries(entries));
            batch.Add(RoomSql.MoveHeads, RoomRowArrays.Heads([.. rooms.Where(r => r.Grew)]));
        }
        var members = rooms.SelectMany(r => r.State.Changed.Select(p => (r.Id, r.State.Member(p)!))).ToList();
        if (members.Count > 0) batch.Add(RoomSql.WriteMembers, RoomRowArrays.Members(members));
        var returns = rooms.SelectMany(r => r.Returns()).ToList();
        if (returns.Count > 0) batch.Add(RoomSql.ReturnHeld, RoomRowArrays.Returns(returns));
        if (commit is not null) batch.Add(commit);
        if (batch.BatchCommands.Count > 0) await batch.ExecuteNonQueryAsync(cancellation);
    }
}
