using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Domain.Shared;
using NonLitigation.Odr.Persistence.Rooms;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Rooms;

/// <summary>Held messages that the caller may know of: a mediator, all that wait; their author, his own that wait or have come back to him.</summary>
public sealed class ReadHeld(IDbContextFactory<OdrDb> contexts, RoomReading reading, TimeProvider time)
{
    public async Task<HeldMessagesView> Handle(Caller caller, Guid roomId, CancellationToken cancellation)
    {
        var report = await reading.ReportAsync(roomId, caller.Person, 0, cancellation) ?? throw RoomsRules.RoomNotFound.Refused();
        RoomsRules.NotAdmitted.When(report.Overview.Me.Standing != Domain.Rooms.Standing.Admitted);
        var (me, presides, on) = (caller.Person, report.Overview.Me.Presides, report.Overview.Hold == Domain.Rooms.HoldState.On);
        if (report.Overview.Hold == Domain.Rooms.HoldState.Never) return new(roomId, false, []);
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var held = await db.Set<HeldMessage>().AsNoTracking()
            .Where(m => m.RoomId == roomId && ((m.State == HeldProgress.Waiting && (presides || m.AuthorId == me)) || (m.State == HeldProgress.Returned && m.AuthorId == me && m.TakenAt == null)))
            .OrderBy(m => m.WrittenAt).ThenBy(m => m.Id).ToListAsync(cancellation);
        return new(roomId, on, [.. held.Select(one => View(one, report.Members.FirstOrDefault(m => m.PersonId == one.AuthorId)))]);
    }

    /// <summary>The author's page has the words that came back in its draft; they are shown no more.</summary>
    public async Task<HeldMessagesView> Take(Caller caller, Guid roomId, Guid heldId, CancellationToken cancellation)
    {
        await using (var db = await contexts.CreateDbContextAsync(cancellation))
        {
            var held = await db.Set<HeldMessage>().FirstOrDefaultAsync(m => m.Id == heldId && m.RoomId == roomId && m.AuthorId == caller.Person, cancellation);
            SharedRules.NotFound.When(held is null);
            held.Take(time.GetUtcNow());
            await db.SaveChangesAsync(cancellation);
        }
        return await Handle(caller, roomId, cancellation);
    }

    private static HeldMessageView View(HeldMessage held, RoomMember? author) => new(
        held.Id, held.ClientMessageId, held.AuthorId, author?.Name ?? "", (Contracts.Rooms.RoomRole)(author?.Role ?? Domain.Rooms.RoomRole.System), held.Text, held.ReplyTo, held.WrittenAt,
        held.State == HeldProgress.Returned, (Contracts.Rooms.ReturnCause?)held.Cause, held.Reason);
}
