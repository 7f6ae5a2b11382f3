using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Domain.Shared;
using NonLitigation.Odr.Persistence.Rooms;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Rooms;

/// <summary>
/// The presiding mediator keeps the room's agenda. Each act is decided under the lock on the room's head and is an entry, so that every page learns of it as of anything
/// that is said. Times tell how long a point takes; nothing is cut off by them.
/// </summary>
public sealed class KeepAgenda(IDbContextFactory<OdrDb> contexts, ITranscript transcript, ReadAgenda read, TimeProvider time)
{
    public Task<AgendaView> Write(Caller caller, Guid roomId, WriteAgendaRequest request, CancellationToken cancellation) => RunAsync(caller, roomId, (agenda, _) =>
    {
        agenda.Write(request.BasedOn, [.. (request.Items ?? []).Select(one => new AgendaItem(one.Id, one.Title ?? "", one.Minutes, one.Speaker))]);
        return [AgendaBodies.Set(agenda)];
    }, cancellation);

    public Task<AgendaView> Start(Caller caller, Guid roomId, Guid itemId, CancellationToken cancellation) => RunAsync(caller, roomId, (agenda, now) =>
    {
        var (ended, started) = agenda.Start(itemId, now);
        return [.. new[] { ended is null ? null : AgendaBodies.Ended(ended), started is null ? null : AgendaBodies.Started(started) }.OfType<CanonicalObject>()];
    }, cancellation);

    public Task<AgendaView> End(Caller caller, Guid roomId, Guid itemId, CancellationToken cancellation) => RunAsync(caller, roomId, (agenda, now) =>
        agenda.End(itemId, now) is { } ended ? [AgendaBodies.Ended(ended)] : [], cancellation);

    private async Task<AgendaView> RunAsync(Caller caller, Guid roomId, Func<RoomAgenda, DateTimeOffset, IReadOnlyList<CanonicalObject>> act, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        await transcript.WithinAsync(db, async scope =>
        {
            await HoldLock.TakeAsync(db, roomId, cancellation);
            await HoldLock.PresidingAsync(db, roomId, caller.Person, cancellation);
            AgendaRules.NotHere.When(await db.Set<RoomRow>().Where(r => r.Id == roomId).Select(r => r.CaseId).FirstAsync(cancellation) is null);
            RoomsRules.Closed.When(await db.Set<RoomHeadRow>().Where(h => h.RoomId == roomId).Select(h => h.State).FirstAsync(cancellation) == Domain.Rooms.SessionState.Closed);
            var agenda = await db.Set<RoomAgenda>().FirstOrDefaultAsync(a => a.RoomId == roomId, cancellation);
            if (agenda is null) db.Add(agenda = new(roomId));
            foreach (var body in act(agenda, TranscriptEntry.ToMicroseconds(time.GetUtcNow())))
                await scope.AppendAsync(EntryDraft.Note(roomId, TranscriptKind.System, caller.Person, body), cancellation);
            return true;
        }, cancellation);
        return await read.Handle(caller, roomId, cancellation);
    }
}
