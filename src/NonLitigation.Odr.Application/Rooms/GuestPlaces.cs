using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Accounts;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Domain.Accounts;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Domain.Shared;
using NonLitigation.Odr.Persistence.Cases;
using NonLitigation.Odr.Persistence.Rooms;
using NonLitigation.Odr.Persistence.Shared;
using RoomKind = NonLitigation.Odr.Contracts.Rooms.RoomKind;

namespace NonLitigation.Odr.Application.Rooms;

/// <summary>What an invited guest reads before registering for anything; the token is all he needs.</summary>
public sealed class OpenGuestInvitation(OdrDb db, IOneUseLinks links)
{
    public async Task<GuestInvitationView> Handle(OpenGuestInvitationRequest request, CancellationToken cancellation)
    {
        var link = await links.PeekAsync(db, request.Token ?? "", cancellation);
        if (link is not { Purpose: GuestInviting.Purpose, Expired: false }) throw CasesRules.InvitationNotValid.Refused();
        var guest = await db.Set<RoomGuest>().AsNoTracking().FirstAsync(g => g.Id == link.SubjectId, cancellation);
        return await GuestPlaces.ViewAsync(db, guest, link, cancellation);
    }
}

/// <summary>Somebody entered by a guest's link: the place is his, if he takes no other part in the case.</summary>
public sealed class GuestEntered : ILinkEntered
{
    public async Task EnteredAsync(OdrDb db, LinkFacts link, Guid personId, string displayName, CancellationToken cancellation)
    {
        if (link.Purpose != GuestInviting.Purpose) return;
        var guest = await db.Set<RoomGuest>().FromSql($"select * from room_guests where id = {link.SubjectId} for update").SingleAsync(cancellation);
        var roles = await (from member in db.Set<RoomMemberRow>()
                           join room in db.Set<RoomRow>() on member.RoomId equals room.Id
                           where room.CaseId == guest.CaseId && member.PersonId == personId && member.Standing != Domain.Rooms.Standing.Removed
                           select new { member.RoomId, member.Role }).ToListAsync(cancellation);
        GuestsRules.AlreadyHere.When(roles.Any(one => one.RoomId == guest.RoomId || one.Role is Domain.Rooms.RoomRole.Mediator or Domain.Rooms.RoomRole.Applicant or Domain.Rooms.RoomRole.Respondent));
        GuestsRules.AlreadyHere.When(await db.Set<Party>().AnyAsync(one => one.CaseId == guest.CaseId && one.PersonId == personId, cancellation));
        guest.Identified(personId);
        await db.SaveChangesAsync(cancellation);
    }
}

/// <summary>The caller's own places as a guest, the newest first: how he finds his way back.</summary>
public sealed class ListMyGuestPlaces(OdrDb db)
{
    public async Task<IReadOnlyList<GuestInvitationView>> Handle(Caller caller, CancellationToken cancellation)
    {
        var person = caller.Person;
        var views = new List<GuestInvitationView>();
        foreach (var guest in await db.Set<RoomGuest>().AsNoTracking().Where(g => g.PersonId == person && g.WithdrawnAt == null).OrderByDescending(g => g.InvitedAt).Take(20).ToListAsync(cancellation))
        {
            // Of a sealed case nothing is left to a guest.
            if (!await CaseSeals.ShutToAsync(db, guest.CaseId, person, cancellation)) views.Add(await GuestPlaces.ViewAsync(db, guest, null, cancellation));
        }
        return views;
    }
}

/// <summary>The guest undertakes confidentiality; by that he is on the roster and may wait in the lobby.</summary>
public sealed class UndertakeConfidentiality(OdrDb db, GuestChange change)
{
    public async Task<GuestInvitationView> Handle(Caller caller, Guid guestId, UndertakeRequest request, CancellationToken cancellation)
    {
        await change.RunAsync(null, guestId, async act =>
        {
            var guest = act.Guest!;
            SharedRules.NotFound.When(guest.PersonId != caller.Person);
            RoomsRules.Closed.When(act.Closed);
            if (!guest.Undertake(request.WordsSha256, act.Asked, act.Now)) return;
            await act.Db.SaveChangesAsync(cancellation);
            await act.Scope.AppendAsync(new(guest.RoomId, new AddMember(RoomMember.Invited(caller.Person, null, guest.Name, guest.Role)), null), cancellation);
            await act.WriteAsync(null, GuestBodies.Undertook(guest), cancellation);
        }, cancellation);
        return await GuestPlaces.ViewAsync(db, await db.Set<RoomGuest>().AsNoTracking().FirstAsync(g => g.Id == guestId, cancellation), null, cancellation);
    }
}

internal static class GuestPlaces
{
    public static async Task<GuestInvitationView> ViewAsync(OdrDb db, RoomGuest guest, LinkFacts? link, CancellationToken cancellation)
    {
        var organisation = await GuestInviting.OrganisationAsync(db, guest.CaseId, cancellation);
        var room = await db.Set<RoomRow>().AsNoTracking().FirstAsync(r => r.Id == guest.RoomId, cancellation);
        var roster = await db.Set<RoomMemberRow>().AsNoTracking().Where(m => m.RoomId == room.Id).ToListAsync(cancellation);
        var state = GuestViews.StateOf(guest, roster);
        var mediator = roster.FirstOrDefault(m => m is { Role: Domain.Rooms.RoomRole.Mediator, Standing: Domain.Rooms.Standing.Admitted })?.Name ?? "";
        return new(
            guest.Id, organisation.Name, organisation.Phone ?? "", mediator, room.CaseNumber ?? "", (RoomKind)room.Kind, guest.Name, (Contracts.Rooms.GuestCapacity)guest.Capacity, guest.Languages,
            guest.Reason, state, state is Contracts.Rooms.GuestState.Ready or Contracts.Rooms.GuestState.Admitted ? guest.RoomId : null, GuestUndertaking.Zh, GuestUndertaking.En, GuestUndertaking.Sha256,
            link is not null && Contact.TryParse(link.Contact, out var contact) ? contact.Masked : "", link?.ExpiresAt, link?.UsedUp ?? false);
    }
}
