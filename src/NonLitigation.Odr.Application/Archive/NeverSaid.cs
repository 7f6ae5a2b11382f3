using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Persistence.Rooms;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Archive;

/// <summary>A message that was held and given back: its author's words, which nobody but he and the mediator ever read (docs/decisions/0019).</summary>
internal sealed record WordsNeverSaid(Guid ClientMessageId, Guid AuthorId, string AuthorName, DateTimeOffset WrittenAt, string Text, ReturnCause Cause, string? Reason, DateTimeOffset ReturnedAt);

/// <summary>In the copy of a file: apart from the transcript, for they are not in it, and with words that say so.</summary>
internal sealed record NeverSaid(string Zh, string En, IReadOnlyList<WordsNeverSaid> Messages)
{
    /// <returns>The reader's own, or all for who presides; null when there are none.</returns>
    public static async Task<NeverSaid?> OfAsync(OdrDb db, Guid room, RoomMember reader, CancellationToken cancellation)
    {
        var all = reader.Presides;
        var found = await (from held in db.Set<HeldMessage>().AsNoTracking()
                           join member in db.Set<RoomMemberRow>() on new { held.RoomId, PersonId = held.AuthorId } equals new { member.RoomId, member.PersonId }
                           where held.RoomId == room && held.State == HeldProgress.Returned && (all || held.AuthorId == reader.PersonId)
                           orderby held.WrittenAt, held.Id
                           select new WordsNeverSaid(held.ClientMessageId, held.AuthorId, member.Name, held.WrittenAt, held.Text, held.Cause!.Value, held.Reason, held.DecidedAt!.Value)).ToListAsync(cancellation);
        return found.Count == 0 ? null : new(
            "这些话写好后由调解员退回，从未在调解室说出，不在笔录之内；只有作者本人和调解员的卷宗副本里有。",
            "These words were given back by the mediator and never said in the room; they are not in the transcript, and only in the copies of their author and the mediator.", found);
    }
}
