using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Contracts.Shared;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Persistence.Rooms;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Rooms;

/// <summary>A mediator lets a held message through, or gives it back with a reason. The lock on the room's head decides between two decisions at the same moment: the first one stands.</summary>
public sealed class DecideHeld(IDbContextFactory<OdrDb> contexts, ITranscript transcript, ReadHeld read, INudges nudges, TimeProvider time)
{
    public Task<HeldMessagesView> Release(Caller caller, Guid roomId, Guid heldId, CancellationToken cancellation) =>
        RunAsync(caller, roomId, heldId, (scope, held) => ReleaseAsync(scope, held, caller.Person, time.GetUtcNow(), cancellation), cancellation);

    public Task<HeldMessagesView> Return(Caller caller, Guid roomId, Guid heldId, ReturnHeldRequest request, CancellationToken cancellation) => RunAsync(caller, roomId, heldId, (_, held) =>
    {
        held.Return(caller.Person, request.Reason, time.GetUtcNow());
        return Task.CompletedTask;
    }, cancellation);

    /// <summary>The same again changes nothing.</summary>
    internal static async Task ReleaseAsync(ITranscriptScope scope, HeldMessage held, Guid by, DateTimeOffset now, CancellationToken cancellation)
    {
        if (held.State == HeldProgress.Released) return;
        HoldRules.AlreadyReturned.When(held.State == HeldProgress.Returned);
        var entry = await scope.AppendAsync(new(held.RoomId, new ReleaseHeld(held.Body(), held.ReplyTo, by), held.AuthorId, held.ClientMessageId), cancellation);
        held.Release(entry.Sequence, by, now);
    }

    private async Task<HeldMessagesView> RunAsync(Caller caller, Guid roomId, Guid heldId, Func<ITranscriptScope, HeldMessage, Task> act, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var people = await transcript.WithinAsync(db, async scope =>
        {
            await HoldLock.TakeAsync(db, roomId, cancellation);
            await HoldLock.PresidingAsync(db, roomId, caller.Person, cancellation);
            var held = await db.Set<HeldMessage>().FirstOrDefaultAsync(m => m.Id == heldId && m.RoomId == roomId, cancellation);
            HoldRules.NoSuchMessage.When(held is null);
            await act(scope, held);
            return (await HoldLock.MediatorsAsync(db, roomId, cancellation)).Append(held.AuthorId).ToList();
        }, cancellation);
        await nudges.ChangedAsync(people, ChangeTopic.Held, roomId);
        return await read.Handle(caller, roomId, cancellation);
    }
}
