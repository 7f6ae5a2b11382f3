using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Contracts.Shared;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Persistence.Rooms;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Rooms;

/// <summary>The presiding mediator has what parties write wait for him, or no longer. Both stand in the record for all; how much waits never does.</summary>
public sealed class SwitchHold(IDbContextFactory<OdrDb> contexts, ITranscript transcript, ReadHeld read, INudges nudges, TimeProvider time)
{
    public async Task<HeldMessagesView> Handle(Caller caller, Guid roomId, StartHoldRequest request, CancellationToken cancellation)
    {
        var reason = string.IsNullOrWhiteSpace(request.Reason) ? null : request.Reason.ReplaceLineEndings("\n").Trim();
        await transcript.AppendAsync(new(roomId, new StartHold(reason), caller.Person), cancellation);
        return await read.Handle(caller, roomId, cancellation);
    }

    /// <summary>What waits goes through in the order in which it was written, or back to its authors with the reason; then the hold ends, in the same transaction.</summary>
    public async Task<HeldMessagesView> Handle(Caller caller, Guid roomId, EndHoldRequest request, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var people = await transcript.WithinAsync(db, async scope =>
        {
            await HoldLock.TakeAsync(db, roomId, cancellation);
            await HoldLock.PresidingAsync(db, roomId, caller.Person, cancellation);
            var waiting = await db.Set<HeldMessage>().Where(m => m.RoomId == roomId && m.State == HeldProgress.Waiting).OrderBy(m => m.WrittenAt).ThenBy(m => m.Id).ToListAsync(cancellation);
            foreach (var held in waiting)
            {
                if (request.Release) await DecideHeld.ReleaseAsync(scope, held, caller.Person, time.GetUtcNow(), cancellation);
                else held.Return(caller.Person, request.Reason, time.GetUtcNow());
            }
            await scope.AppendAsync(new(roomId, new EndHold(), caller.Person), cancellation);
            return waiting.Select(held => held.AuthorId).Concat(await HoldLock.MediatorsAsync(db, roomId, cancellation)).ToList();
        }, cancellation);
        await nudges.ChangedAsync(people, ChangeTopic.Held, roomId);
        return await read.Handle(caller, roomId, cancellation);
    }
}
