using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Rooms;

/// <summary>What happens about a guest, as entries of the room's record. His contact stands in none of them.</summary>
public static class GuestBodies
{
    public static CanonicalObject Proposed(RoomGuest guest)
    {
        var body = Of("guest-proposed", guest);
        body["reason"] = guest.Reason;
        return body;
    }

    /// <param name="invites">The consent that completed all of them.</param>
    public static CanonicalObject Answered(RoomGuest guest, string party, bool consents, bool invites)
    {
        var body = Of("guest-answered", guest);
        (body["party"], body["consents"], body["invites"]) = (party, consents, invites);
        return body;
    }

    public static CanonicalObject Withdrawn(RoomGuest guest) => Of("guest-withdrawn", guest);

    public static CanonicalObject Undertook(RoomGuest guest)
    {
        var body = Of("guest-undertook", guest);
        body["wordsSha256"] = guest.WordsSha256;
        return body;
    }

    private static CanonicalObject Of(string type, RoomGuest guest)
    {
        var languages = new CanonicalArray();
        foreach (var one in guest.Languages) languages.Add(one);
        return new() { ["type"] = type, ["guestId"] = guest.Id.ToString("D"), ["name"] = guest.Name, ["capacity"] = guest.Capacity.ToString(), ["languages"] = languages };
    }
}
