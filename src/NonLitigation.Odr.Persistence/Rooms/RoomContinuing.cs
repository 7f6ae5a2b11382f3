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
        if (said.Count == 0) return null;
        HashSet<Guid> moved;
        try
        {
            // Rooms in the order of their ids, entries in the order of the record.
            moved = await statement.RunAsync([.. rooms.Values.OrderBy(r => r.Id)], [.. said.Values], cancellation);
        }
        catch (PostgresException conflict) when (conflict.SqlState is PostgresErrorCodes.UniqueViolation)
        {
            return null; // somebody sends again what the record already has: nothing of the statement was kept
        }
        known.Forget(rooms.Keys.Where(room => !moved.Contains(room)));
        var receipts = new List<IReceipt>(said.Count);
        foreach (var waiting in batch)
        {
            if (moved.Contains(waiting.RoomId))
            {
                waiting.Prepare(RoomWriting.Answer(said[waiting]).Entry!);
                receipts.Add(waiting);
            }
            else
            {
                left.Add(waiting);
            }
        }
        return new([.. said.Values.Where(e => moved.Contains(e.RoomId))], [.. rooms.Values.Where(r => moved.Contains(r.Id)).Select(r => r.Pulse)], receipts);
    }

    /// <summary>A room goes this way with all its drafts or with none, so that their order stays.</summary>
    private static (Dictionary<Guid, GrowingRoom> Rooms, Dictionary<Waiting, RoomEntryRow> Said) Decide(KnownRooms known, DateTimeOffset clock, IReadOnlyList<Waiting> batch)
    {
        var rooms = new Dictionary<Guid, GrowingRoom>(batch.Count);
        var said = new Dictionary<Waiting, RoomEntryRow>(batch.Count);
        foreach (var room in batch.GroupBy(w => w.Draft.Act.RoomId))
        {
            if (known.Of(room.Key) is not { } pulse) continue;
            var growing = new GrowingRoom(pulse);
            var entries = room.Select(w => (Waiting: w, Entry: Say(growing, w.Draft, clock))).ToList();
            if (entries.Exists(e => e.Entry is null) || entries.DistinctBy(e => (e.Entry!.AuthorId, e.Entry.ClientMessageId)).Count() < entries.Count) continue;
            rooms[room.Key] = growing;
            foreach (var (waiting, entry) in entries) said[waiting] = entry!;
        }
        return (rooms, said);
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
