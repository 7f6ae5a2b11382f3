using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Contracts.Shared;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Domain.Shared;
using NonLitigation.Odr.Persistence.Rooms;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Rooms;

/// <summary>
/// Words of a party in a room in which messages are held, or once were: kept for the mediator, or posted. All is decided under the lock on the room's head, so that a
/// message is held or posted, once, whatever is switched at the same moment and however often it is sent again.
/// </summary>
public sealed class PostUnderHold(IDbContextFactory<OdrDb> contexts, ITranscript transcript, INudges nudges, TimeProvider time)
{
    public async Task<MessageReceipt> Handle(Caller caller, PostMessageRequest request, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var (receipt, mediators) = await transcript.WithinAsync(db, scope => PostAsync(db, scope, caller.Person, request, cancellation), cancellation);
        await nudges.ChangedAsync(mediators, ChangeTopic.Held, request.RoomId);
        return receipt;
    }

    private async Task<(MessageReceipt, IReadOnlyList<Guid> Mediators)> PostAsync(OdrDb db, ITranscriptScope scope, Guid person, PostMessageRequest request, CancellationToken cancellation)
    {
        var (room, id, body) = (request.RoomId, request.ClientMessageId, RoomsRules.TextBody(request.Text));
        await HoldLock.TakeAsync(db, room, cancellation);
        var known = await db.Set<HeldMessage>().AsNoTracking().FirstOrDefaultAsync(m => m.ClientMessageId == id && m.AuthorId == person && m.RoomId == room, cancellation);
        if (known is { State: not HeldProgress.Released })
        {
            await HoldLock.MemberAsync(db, room, person, cancellation);
            RoomsRules.IdReused.When(known.Text != request.Text || known.ReplyTo != request.ReplyTo);
            return (Receipt(known), []);
        }
        try
        {
            var entry = await scope.AppendAsync(new(room, new Speak(TranscriptKind.Message, body, request.ReplyTo, LookedUp: true), person, id), cancellation);
            return (new(entry.RoomId, id, entry.Sequence, entry.SentAt, entry.EntryHash), []);
        }
        catch (RefusalException refusal) when (refusal.Reason == HoldRules.ForReview)
        {
            var held = HeldMessage.Write(room, person, id, request.Text, request.ReplyTo, time.GetUtcNow());
            db.Add(held);
            return (Receipt(held), await HoldLock.MediatorsAsync(db, room, cancellation));
        }
    }

    private static MessageReceipt Receipt(HeldMessage held) => new(held.RoomId, held.ClientMessageId, 0, held.WrittenAt, "", Held: true);
}

internal static class HoldLock
{
    /// <summary>The room's head: nobody speaks, comes, goes or decides there meanwhile.</summary>
    public static async Task TakeAsync(OdrDb db, Guid room, CancellationToken cancellation)
    {
        var found = await db.Database.SqlQuery<Guid>($"select room_id as \"Value\" from room_heads where room_id = {room} for update").ToListAsync(cancellation);
        RoomsRules.RoomNotFound.When(found.Count == 0);
    }

    /// <exception cref="RefusalException">The room is not this person's.</exception>
    public static async Task<RoomMemberRow> MemberAsync(OdrDb db, Guid room, Guid person, CancellationToken cancellation) =>
        await db.Set<RoomMemberRow>().AsNoTracking().FirstOrDefaultAsync(m => m.RoomId == room && m.PersonId == person && m.Standing != Domain.Rooms.Standing.Removed, cancellation)
        ?? throw RoomsRules.RoomNotFound.Refused();

    public static async Task PresidingAsync(OdrDb db, Guid room, Guid person, CancellationToken cancellation) =>
        RoomsRules.NotPresiding.When(await MemberAsync(db, room, person, cancellation) is not { Role: Domain.Rooms.RoomRole.Mediator, Standing: Domain.Rooms.Standing.Admitted });

    public static Task<List<Guid>> MediatorsAsync(OdrDb db, Guid room, CancellationToken cancellation) => db.Set<RoomMemberRow>()
        .Where(m => m.RoomId == room && m.Role == Domain.Rooms.RoomRole.Mediator && m.Standing == Domain.Rooms.Standing.Admitted).Select(m => m.PersonId).ToListAsync(cancellation);
}
