using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Shared;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Domain.Shared;
using NonLitigation.Odr.Persistence.Rooms;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Rooms;

/// <summary>What an act on a guest has at hand inside its transaction. The room's head is locked: nobody comes, goes or answers meanwhile.</summary>
internal sealed record GuestAct(OdrDb Db, ITranscriptScope Scope, RoomRow Room, bool Closed, List<RoomMemberRow> Roster, RoomGuest? Guest, DateTimeOffset Now)
{
    /// <summary>Every party that takes part in this room: in a caucus the one side.</summary>
    public IReadOnlyCollection<Guid> Asked => GuestViews.Asked(Roster);

    /// <summary>Admitted now, or was before: his coming stands.</summary>
    public bool CameIn => Guest?.PersonId is { } person && Roster.Find(m => m.PersonId == person) is { } him && Guest.State == GuestProgress.Ready && him.Standing is Standing.Admitted or Standing.Removed;

    public RoomMemberRow? Member(Guid person) => Roster.Find(m => m.PersonId == person && m.Standing != Standing.Removed);

    public Task WriteAsync(Guid? author, CanonicalObject body, CancellationToken cancellation) =>
        Scope.AppendAsync(EntryDraft.Note(Room.Id, TranscriptKind.System, author, body), cancellation);

    /// <summary>He had a place on the roster and has not come in: it is gone.</summary>
    public async Task TakePlaceAsync(Guid? person, string reason, CancellationToken cancellation)
    {
        if (person is { } him && Member(him) is not null) await Scope.AppendAsync(new(Room.Id, new Remove(him, reason), null), cancellation);
    }
}

/// <summary>One act on a guest: the room locked, the act, its entries in the room's record, all in one transaction; those of the room are told afterwards.</summary>
public sealed class GuestChange(OdrDb db, ITranscript transcript, INudges nudges, TimeProvider time)
{
    /// <param name="guestId">Null: he is not known yet.</param>
    internal async Task RunAsync(Guid? roomId, Guid? guestId, Func<GuestAct, Task> does, CancellationToken cancellation)
    {
        var (room, people) = await transcript.WithinAsync(db, async scope =>
        {
            var act = await LockAsync(scope, roomId, guestId, cancellation);
            await does(act);
            await db.SaveChangesAsync(cancellation);
            return (act.Room, act.Roster.Where(m => m.Standing != Standing.Removed && m.Role is RoomRole.Mediator or RoomRole.Applicant or RoomRole.Respondent).Select(m => m.PersonId).ToList());
        }, cancellation);
        await nudges.ChangedAsync(people, ChangeTopic.Guests, room.CaseId!.Value);
    }

    private async Task<GuestAct> LockAsync(ITranscriptScope scope, Guid? roomId, Guid? guestId, CancellationToken cancellation)
    {
        if (guestId is { } known)
        {
            roomId = await db.Set<RoomGuest>().Where(g => g.Id == known).Select(g => (Guid?)g.RoomId).FirstOrDefaultAsync(cancellation);
            SharedRules.NotFound.When(roomId is null);
            // Whoever enters by a link holds its row first; so does this.
            await db.Database.ExecuteSqlAsync($"select id from one_use_links where subject_id = {known} order by id for update", cancellation);
        }
        var room = await db.Set<RoomRow>().AsNoTracking().FirstOrDefaultAsync(r => r.Id == roomId && r.CaseId != null, cancellation);
        RoomsRules.RoomNotFound.When(room is null);
        var state = await db.Database.SqlQuery<string>($"select state as \"Value\" from room_heads where room_id = {room.Id} for update").SingleAsync(cancellation);
        var roster = await db.Set<RoomMemberRow>().AsNoTracking().Where(m => m.RoomId == room.Id).ToListAsync(cancellation);
        var guest = guestId is null ? null : await db.Set<RoomGuest>().FirstAsync(g => g.Id == guestId, cancellation);
        return new(db, scope, room, state == nameof(SessionState.Closed), roster, guest, time.GetUtcNow());
    }
}
