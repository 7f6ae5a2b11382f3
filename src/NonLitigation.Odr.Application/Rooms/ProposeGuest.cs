using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Accounts;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Domain.Shared;
using GuestCapacity = NonLitigation.Odr.Domain.Rooms.GuestCapacity;
using RoomKind = NonLitigation.Odr.Domain.Rooms.RoomKind;
using RoomRole = NonLitigation.Odr.Domain.Rooms.RoomRole;
using Standing = NonLitigation.Odr.Domain.Rooms.Standing;

namespace NonLitigation.Odr.Application.Rooms;

/// <summary>The presiding mediator would ask a guest into a room; its parties are asked, nobody is invited yet.</summary>
public sealed class ProposeGuest(GuestChange change, GuestViews views)
{
    public async Task<IReadOnlyList<GuestView>> Handle(Caller caller, Guid roomId, ProposeGuestRequest request, CancellationToken cancellation)
    {
        var caseId = Guid.Empty;
        await change.RunAsync(roomId, null, async act =>
        {
            GuestActs.RequirePresiding(act, caller.Person);
            caseId = act.Room.CaseId!.Value;
            GuestsRules.NotHere.When(act.Room.Kind is not (RoomKind.Joint or RoomKind.Caucus));
            var guest = RoomGuest.Propose(request.Id, roomId, caseId, caller.Person, request.Name, request.Contact, (GuestCapacity)request.Capacity, request.Languages, request.Reason, act.Now);
            if (await act.Db.Set<RoomGuest>().FirstOrDefaultAsync(g => g.Id == request.Id, cancellation) is { } earlier)
            {
                GuestsRules.IdReused.When(!earlier.IsSameAs(guest));
                return;
            }
            RoomsRules.Closed.When(act.Closed);
            act.Db.Add(guest);
            await act.Db.SaveChangesAsync(cancellation);
            await act.WriteAsync(caller.Person, GuestBodies.Proposed(guest), cancellation);
        }, cancellation);
        return await views.ListAsync(caller, caseId, cancellation);
    }
}

/// <summary>A party's own answer. The consent that completes all of them sends the invitation; a refusal before the guest has come in ends it.</summary>
public sealed class AnswerGuest(GuestChange change, GuestViews views, GuestInviting inviting, IOneUseLinks links)
{
    public async Task<IReadOnlyList<GuestView>> Handle(Caller caller, Guid guestId, AnswerGuestRequest request, CancellationToken cancellation)
    {
        var caseId = Guid.Empty;
        await change.RunAsync(null, guestId, async act =>
        {
            var me = act.Member(caller.Person);
            // For a guest and for a stranger there is nothing to answer.
            SharedRules.NotFound.When(me is not { Role: RoomRole.Mediator or RoomRole.Applicant or RoomRole.Respondent });
            GuestsRules.PartyAnswers.When(me.PartyId is null);
            RoomsRules.Closed.When(act.Closed);
            caseId = act.Room.CaseId!.Value;
            var (guest, before, person) = (act.Guest!, act.Guest!.State, act.Guest.PersonId);
            if (!guest.Answer(me.PartyId.Value, me.PersonId, request.Consents, act.Asked, act.CameIn, act.Now)) return;
            var invites = guest.State == GuestProgress.Invited && before != GuestProgress.Invited;
            if (!request.Consents) await links.RevokeAsync(act.Db, GuestInviting.Purpose, guest.Id, cancellation);
            else if (invites) await inviting.SendAsync(act.Db, guest, act.Room, cancellation);
            await act.Db.SaveChangesAsync(cancellation);
            await act.WriteAsync(me.PersonId, GuestBodies.Answered(guest, me.Name, request.Consents, invites), cancellation);
            if (!request.Consents) await act.TakePlaceAsync(person, "当事人收回同意", cancellation);
        }, cancellation);
        return await views.ListAsync(caller, caseId, cancellation);
    }
}

/// <summary>The mediator takes the proposal back; whoever has come in is removed like any other member.</summary>
public sealed class WithdrawGuest(GuestChange change, GuestViews views, IOneUseLinks links)
{
    public async Task<IReadOnlyList<GuestView>> Handle(Caller caller, Guid guestId, CancellationToken cancellation)
    {
        var caseId = Guid.Empty;
        await change.RunAsync(null, guestId, async act =>
        {
            GuestActs.RequirePresiding(act, caller.Person);
            caseId = act.Room.CaseId!.Value;
            var (guest, person) = (act.Guest!, act.Guest!.PersonId);
            if (!guest.Withdraw(act.CameIn, act.Now)) return;
            await links.RevokeAsync(act.Db, GuestInviting.Purpose, guest.Id, cancellation);
            await act.Db.SaveChangesAsync(cancellation);
            await act.WriteAsync(caller.Person, GuestBodies.Withdrawn(guest), cancellation);
            await act.TakePlaceAsync(person, "调解员撤回邀请", cancellation);
        }, cancellation);
        return await views.ListAsync(caller, caseId, cancellation);
    }
}

/// <summary>The message did not arrive: a new link to the same contact, and those sent before open nothing.</summary>
public sealed class InviteGuestAgain(GuestChange change, GuestViews views, GuestInviting inviting, IOneUseLinks links)
{
    public async Task<IReadOnlyList<GuestView>> Handle(Caller caller, Guid guestId, CancellationToken cancellation)
    {
        var caseId = Guid.Empty;
        await change.RunAsync(null, guestId, async act =>
        {
            GuestActs.RequirePresiding(act, caller.Person);
            caseId = act.Room.CaseId!.Value;
            RoomsRules.Closed.When(act.Closed);
            GuestsRules.NotInvited.When(act.Guest!.State != GuestProgress.Invited || !act.Guest.IsAgreed(act.Asked));
            await links.RevokeAsync(act.Db, GuestInviting.Purpose, guestId, cancellation);
            await inviting.SendAsync(act.Db, act.Guest, act.Room, cancellation);
        }, cancellation);
        return await views.ListAsync(caller, caseId, cancellation);
    }
}

internal static class GuestActs
{
    public static void RequirePresiding(GuestAct act, Guid person) =>
        RoomsRules.NotPresiding.When(act.Member(person) is not { Role: RoomRole.Mediator, Standing: Standing.Admitted });
}
