using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Domain.Shared;
using Npgsql;

namespace NonLitigation.Odr.Persistence.Rooms;

/// <summary>What became of one draft: an answer or a refusal.</summary>
internal readonly record struct Outcome(AppendedEntry? Entry, RefusalException? Refusal);

/// <summary>Result of one transaction's drafts, in their order.</summary>
internal sealed record Written(Outcome[] Outcomes, List<RoomEntryRow> Entries, HashSet<Guid> Lobbies);

/// <summary>
/// Drafts of many rooms in the caller's transaction: one round trip locks and reads, one writes. Between the two, each draft is
/// decided on what the record says at that moment and on the drafts before it.
/// </summary>
internal static class RoomWriting
{
    public static async Task<Written> WriteAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, IReadOnlyList<(EntryDraft Draft, byte[]? Body)> drafts, CancellationToken cancellation)
    {
        var loaded = await RoomLoading.LoadAsync(connection, transaction, drafts, cancellation);
        var written = new Written(new Outcome[drafts.Count], [], []);
        for (var i = 0; i < drafts.Count; i++) written.Outcomes[i] = Decide(drafts[i].Draft, drafts[i].Body, loaded, written);
        await SaveAsync(connection, transaction, loaded.Rooms.Values, written.Entries, cancellation);
        return written;
    }

    private static Outcome Decide(EntryDraft draft, byte[]? body, Loaded loaded, Written written)
    {
        if (!loaded.Rooms.TryGetValue(draft.RoomId, out var room)) return new(null, RoomsRules.RoomNotFound.Refused());
        try
        {
            var key = (draft.RoomId, draft.ActorId, draft.ClientMessageId);
            if (draft.ClientMessageId is not null && loaded.Repeats.TryGetValue(key, out var first)) return Repeat(draft, body, room, first);
            var changes = room.State.Changed.Count;
            var entry = room.Append(draft, body, loaded.Clock);
            if (entry is null)
            {
                if (room.State.Changed.Count > changes) written.Lobbies.Add(room.Id);
                return new(new(room.Id, room.Chain.Sequence, room.LastEntryAt ?? loaded.Clock, room.Chain.Hash.ToString(), false, Recorded: false), null);
            }
            if (draft.ClientMessageId is not null) loaded.Repeats[key] = entry;
            written.Entries.Add(entry);
            return new(Answer(entry, repeated: false), null);
        }
        catch (RefusalException refusal)
        {
            return new(null, refusal);
        }
    }

    /// <summary>Who may no longer see the room gets no answer about what he once wrote there either.</summary>
    private static Outcome Repeat(EntryDraft draft, byte[]? body, LockedRoom room, RoomEntryRow first)
    {
        RoomsRules.RoomNotFound.When(draft.Act is Speak && room.State.Member(draft.ActorId!.Value) is null or { Standing: Standing.Removed });
        var (kind, replyTo) = draft.Act switch { Speak s => (s.Kind, s.ReplyTo), Note n => (n.Kind, null), _ => (first.Kind, first.ReplyTo) };
        var same = first.Kind == kind && first.ReplyTo == replyTo && body is not null && first.Body.AsSpan().SequenceEqual(body);
        return same ? new(Answer(first, repeated: true), null) : new(null, RoomsRules.IdReused.Refused());
    }

    private static AppendedEntry Answer(RoomEntryRow entry, bool repeated) =>
        new(entry.RoomId, entry.Sequence, entry.SentAt, Convert.ToHexStringLower(entry.EntryHash), repeated);

    private static async Task SaveAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, IEnumerable<LockedRoom> rooms, List<RoomEntryRow> entries, CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch(connection, transaction);
        if (entries.Count > 0)
        {
            batch.Add(RoomSql.InsertEntries, RoomRowArrays.Entries(entries));
            batch.Add(RoomSql.MoveHeads, RoomRowArrays.Heads([.. rooms.Where(r => r.Grew)]));
        }
        var members = rooms.SelectMany(r => r.State.Changed.Select(p => (r.Id, r.State.Member(p)!))).ToList();
        if (members.Count > 0) batch.Add(RoomSql.WriteMembers, RoomRowArrays.Members(members));
        if (batch.BatchCommands.Count > 0) await batch.ExecuteNonQueryAsync(cancellation);
    }
}
