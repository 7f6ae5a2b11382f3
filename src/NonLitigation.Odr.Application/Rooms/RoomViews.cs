using System.Text.Json;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Persistence.Rooms;
using RoomKind = NonLitigation.Odr.Contracts.Rooms.RoomKind;
using RoomRole = NonLitigation.Odr.Contracts.Rooms.RoomRole;
using SessionState = NonLitigation.Odr.Contracts.Rooms.SessionState;
using Standing = NonLitigation.Odr.Contracts.Rooms.Standing;

namespace NonLitigation.Odr.Application.Rooms;

/// <summary>From the record to the wire. Whoever is not admitted gets what concerns himself and who presides, nothing else.</summary>
public static class RoomViews
{
    public static EntryView View(this RoomEntryRow entry) => new(
        entry.RoomId, entry.Sequence, (EntryKind)entry.Kind, entry.AuthorId, entry.AuthorName, (RoomRole)entry.AuthorRole, entry.SentAt,
        entry.ClientMessageId, entry.ReplyTo, Convert.ToHexStringLower(entry.EntryHash), Body(entry.Body));

    public static RoomView View(this RoomOverview room)
    {
        var admitted = room.Me.Standing == Domain.Rooms.Standing.Admitted;
        return new(room.Room.Id, (RoomKind)room.Room.Kind, room.Room.Name, room.Room.NameEn, room.Room.Colour, room.Room.CaseId, room.Room.CaseNumber,
            room.Room.EnterpriseId, room.Room.CaucusPartyId, (SessionState)room.StateForMe(), (Standing)room.Me.Standing, room.VisibleHead, admitted ? room.Read : 0,
            room.Unread, room.Me.Presides ? room.Waiting : 0, admitted ? room.LastEntryAt : null, room.Me.Presides ? room.Held : 0);
    }

    /// <summary>Whoever waits in the lobby sees a lobby until he is let in or the sitting has ended: how far the others are does not show.</summary>
    private static Domain.Rooms.SessionState StateForMe(this RoomOverview room) =>
        room is { Me.Standing: Domain.Rooms.Standing.Waiting, State: not Domain.Rooms.SessionState.Closed } ? Domain.Rooms.SessionState.Lobby : room.State;

    public static MemberView View(this RoomMember member) =>
        new(member.PersonId, member.Name, (RoomRole)member.Role, (Standing)member.Standing, member.Joined, member.PartyId);

    public static RoomSnapshot View(this RoomReport report)
    {
        var (room, me) = (report.Overview, report.Overview.Me);
        var state = new RoomState(room.Room.Id, room.Room.Kind, room.State, room.EverOpened, room.Head, report.Members, room.CallOpen, room.Hold, room.DifferentTimes);
        var admitted = me.Standing == Domain.Rooms.Standing.Admitted;
        var members = admitted
            ? state.Members.Where(m => m.Standing != Domain.Rooms.Standing.Removed)
            : state.Members.Where(m => m.Presides || m.PersonId == me.PersonId).Select(m => m with { Joined = false });
        var audience = state.Audience();
        var refusal = state.SpeakingRefusal(me.PersonId);
        return new(room.View(), [.. members.Select(View)],
            admitted ? [.. report.ReadPositions.Select(p => new ReadPositionView(p.RoomId, p.PersonId, p.Sequence))] : [],
            admitted ? [.. state.Members.Where(m => m.PersonId != me.PersonId && audience.Contains(m.PersonId)).Select(m => m.Name)] : [],
            refusal is null, refusal?.Code, me.Presides, [.. report.Entries.Select(View)], room.FirstVisible, room.VisibleHead, report.Clock, admitted && room.CallOpen, admitted ? (Contracts.Rooms.HoldState)room.Hold : Contracts.Rooms.HoldState.Never);
    }

    public static LobbyView Lobby(Guid room, IEnumerable<RoomMember> members) =>
        new(room, [.. members.Where(m => m.Standing == Domain.Rooms.Standing.Waiting).Select(View)]);

    /// <summary>What the law has erased is shown as erased; that there was an entry stays true.</summary>
    private static JsonElement Body(byte[]? canonical)
    {
        var reader = new Utf8JsonReader(canonical ?? """{"type":"erased"}"""u8);
        return JsonElement.ParseValue(ref reader);
    }
}
