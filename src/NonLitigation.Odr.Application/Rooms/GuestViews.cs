using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Cases;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Domain.Accounts;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Persistence.Rooms;
using NonLitigation.Odr.Persistence.Shared;
using RoomRole = NonLitigation.Odr.Domain.Rooms.RoomRole;
using Standing = NonLitigation.Odr.Domain.Rooms.Standing;

namespace NonLitigation.Odr.Application.Rooms;

/// <summary>Guests of a case on the wire: those of the rooms in which the caller mediates or is a party, and no others.</summary>
public sealed class GuestViews(OdrDb db, CaseAccess access)
{
    public async Task<IReadOnlyList<GuestView>> ListAsync(Caller caller, Guid caseId, CancellationToken cancellation)
    {
        var (person, facts) = (caller.Person, await access.GetAsync(db, caller, caseId, cancellation, SecuredObject.CaseFile));
        var rooms = await db.Set<RoomRow>().AsNoTracking().Where(r => r.CaseId == caseId).ToListAsync(cancellation);
        var ids = rooms.ConvertAll(r => r.Id);
        var rosters = (await db.Set<RoomMemberRow>().AsNoTracking().Where(m => ids.Contains(m.RoomId)).ToListAsync(cancellation)).ToLookup(m => m.RoomId);
        var guests = await db.Set<RoomGuest>().AsNoTracking().Where(g => g.CaseId == caseId).OrderBy(g => g.ProposedAt).ToListAsync(cancellation);
        return
        [
            .. from guest in guests
               let roster = rosters[guest.RoomId].ToList()
               let me = roster.Find(m => m.PersonId == person && m.Standing != Standing.Removed)
               where me is { Role: RoomRole.Mediator or RoomRole.Applicant or RoomRole.Respondent }
               select View(guest, rooms.First(r => r.Id == guest.RoomId), roster, me, facts.Case.HasEnded),
        ];
    }

    /// <summary>Every party that takes part in a room.</summary>
    internal static IReadOnlyCollection<Guid> Asked(IEnumerable<RoomMemberRow> roster) =>
        [.. roster.Where(m => m.PartyId is not null && m.Standing != Standing.Removed).Select(m => m.PartyId!.Value).Distinct()];

    internal static Contracts.Rooms.GuestState StateOf(RoomGuest guest, IEnumerable<RoomMemberRow> roster) => guest.State switch
    {
        GuestProgress.Asking => Contracts.Rooms.GuestState.Asking,
        GuestProgress.Refused => Contracts.Rooms.GuestState.Refused,
        GuestProgress.Invited => Contracts.Rooms.GuestState.Invited,
        GuestProgress.Withdrawn => Contracts.Rooms.GuestState.Withdrawn,
        _ => roster.FirstOrDefault(m => m.PersonId == guest.PersonId)?.Standing switch
        {
            Standing.Admitted => Contracts.Rooms.GuestState.Admitted,
            Standing.Removed => Contracts.Rooms.GuestState.Removed,
            _ => Contracts.Rooms.GuestState.Ready,
        },
    };

    private static GuestView View(RoomGuest guest, RoomRow room, List<RoomMemberRow> roster, RoomMemberRow me, bool ended)
    {
        var (state, presides) = (StateOf(guest, roster), me.Role == RoomRole.Mediator);
        var open = !ended && state is not (Contracts.Rooms.GuestState.Admitted or Contracts.Rooms.GuestState.Removed or Contracts.Rooms.GuestState.Withdrawn);
        bool? AnswerOf(Guid party) => guest.Answers.FirstOrDefault(a => a.PartyId == party)?.Consents;
        return new(
            guest.Id, guest.RoomId, room.Name, room.NameEn, (Contracts.Rooms.RoomKind)room.Kind, guest.Name, presides && Contact.TryParse(guest.Contact, out var contact) ? contact.Masked : "",
            (Contracts.Rooms.GuestCapacity)guest.Capacity, guest.Languages, guest.Reason, state, guest.PersonId,
            [.. Asked(roster).Select(party => new GuestConsentView(party, roster.First(m => m.PartyId == party && m.Standing != Standing.Removed).Name, AnswerOf(party)))],
            me.PartyId is { } mine ? AnswerOf(mine) : null, open && me.PartyId is not null, open && presides, guest.ProposedAt, guest.UndertookAt);
    }
}

/// <summary>The guests that the caller may know of in a case.</summary>
public sealed class ListGuests(GuestViews views)
{
    public Task<IReadOnlyList<GuestView>> Handle(Caller caller, Guid caseId, CancellationToken cancellation) => views.ListAsync(caller, caseId, cancellation);
}
