using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Rooms;

/// <summary>Bodies of the entries that the service itself writes; the word in <c>type</c> is the same on every side.</summary>
public static class SystemBodies
{
    public const string RoomCreated = "room-created", Added = "added", Joined = "joined", Left = "left", Admitted = "admitted",
        Removed = "removed", Opened = "opened", Adjourned = "adjourned", Closed = "closed",
        CallOpened = "call-opened", CallEnded = "call-ended", CallJoined = "call-joined", CallLeft = "call-left",
        HoldStarted = "hold-started", HoldEnded = "hold-ended";

    internal static CanonicalObject Created(string name, IEnumerable<RoomMember> members)
    {
        var roster = new CanonicalArray();
        foreach (var member in members) roster.Add(About(member));
        return new() { ["type"] = RoomCreated, ["name"] = name, ["members"] = roster };
    }

    internal static CanonicalObject Of(string type, RoomMember member)
    {
        var body = About(member);
        body["type"] = type;
        return body;
    }

    internal static CanonicalObject Of(string type, string? reason) => new() { ["type"] = type, ["reason"] = reason };

    private static CanonicalObject About(RoomMember member) => new()
    {
        ["personId"] = member.PersonId.ToString("D"), ["partyId"] = member.PartyId?.ToString("D"), ["name"] = member.Name, ["role"] = member.Role.ToString(),
    };
}
