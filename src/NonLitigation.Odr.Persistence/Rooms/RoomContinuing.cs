using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Domain.Shared;
using Npgsql;

namespace NonLitigation.Odr.Persistence.Rooms;

/// <summary>
/// The short way for what is said in rooms that this node knows: decided on what it knows, committed by one statement that holds only
/// where the record still ends there. Whatever does not fit (another node was faster, a refusal, a repeat) is left for <see cref="RoomWriting"/>.
/// </summary>
internal static class RoomContinuing
{
    /// <param name="left">Takes the drafts that were not decided, in their order.</param>
    /// <returns>What is committed, with the receipts; null when nothing was kept: then all of them are left, and <paramref name="left"/> takes none.</returns>
    /// <exception cref="NpgsqlException">Also when nobody knows whether it was committed.</exception>
    public static async Task<Committed?> TryAsync(
        ContinueStatement statement, KnownRooms known, DateTimeOffset clock, IReadOnlyList<Waiting> batch, List<Waiting> left, CancellationToken cancellation)
    {
        var (rooms, said) = Decide(known, clock, batch);
        if (rooms.Count == 0) return null;
        HashSet<Guid> moved;
        try
        {
            // Rooms in the order of their ids, entries in the order of the record.
            moved = await statement.RunAsync([.. rooms.OrderBy(r => r.Id)], [.. said.OfType<RoomEntryRow>()], cancellation);
        }
        catch (PostgresException conflict) when (conflict.SqlState is PostgresErrorCodes.UniqueViolation)
        {
            return null; // somebody sends again what the record already has: nothing of the statement was kept
        }
        known.Forget(rooms.Where(room => !moved.Contains(room.Id)).Select(room => room.Id));
        var (entries, receipts) = (new List<RoomEntryRow>(batch.Count), new List<IReceipt>(batch.Count));
        for (var i = 0; i < batch.Count; i++)
        {
            if (said[i] is { } entry && moved.Contains(entry.RoomId))
            {
                batch[i].Prepare(RoomWriting.Answer(entry).Entry!);
                receipts.Add(batch[i]);
                entries.Add(entry);
            }
            else
            {
                left.Add(batch[i]);
            }
        }
        return new(entries, [.. rooms.Where(r => moved.Contains(r.Id)).Select(r => r.Pulse)], receipts);
    }

    /// <summary>A room goes this way with all its drafts or with none, so that their order stays.</summary>
    /// <returns>The rooms that go this way, and for each draft its entry; null when it does not.</returns>
    private static (List<GrowingRoom> Rooms, RoomEntryRow?[] Said) Decide(KnownRooms known, DateTimeOffset clock, IReadOnlyList<Waiting> batch)
    {
        var rooms = new Dictionary<Guid, GrowingRoom?>(batch.Count);
        var said = new RoomEntryRow?[batch.Count];
        for (var i = 0; i < said.Length; i++)
        {
            var id = batch[i].RoomId;
            if (!rooms.TryGetValue(id, out var room)) rooms[id] = room = known.Of(id) is { } pulse ? new(pulse) : null;
            if (room is null) continue;
            said[i] = Say(room, batch[i].Draft, clock);
            if (said[i] is null || Repeats(said, i)) GoesTheLongWay(id, i);
        }
        return ([.. rooms.Values.OfType<GrowingRoom>()], said);

        void GoesTheLongWay(Guid room, int upTo)
        {
            rooms[room] = null;
            for (var i = 0; i <= upTo; i++) if (said[i]?.RoomId == room) said[i] = null;
        }
    }

    private static bool Repeats(RoomEntryRow?[] said, int at)
    {
        for (var i = 0; i < at; i++)
            if (said[i] is { } other && other.ClientMessageId == said[at]!.ClientMessageId && other.RoomId == said[at]!.RoomId && other.AuthorId == said[at]!.AuthorId) return true;
        return false;
    }

    private static RoomEntryRow? Say(GrowingRoom room, Draft draft, DateTimeOffset clock)
    {
        if (draft.Act is not { Act: Speak, ClientMessageId: not null }) return null;
        try
        {
            return room.Append(draft.Act, draft.Body, clock);
        }
        catch (RefusalException)
        {
            return null; // what we know may be old: only the record itself refuses
        }
    }
}
