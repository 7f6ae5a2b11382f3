using System.Globalization;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Application.Rooms;

/// <summary>What was done about a sitting's time, as entries of the joint room's record. What a party answered is for the mediator; that he answered is for all.</summary>
internal static class SittingEntries
{
    public static CanonicalObject Proposed(Sitting sitting)
    {
        var times = new CanonicalArray();
        foreach (var slot in sitting.Proposed) times.Add(About(new(), slot));
        return new() { ["type"] = "sitting-proposed", ["sittingId"] = sitting.Id.ToString("D"), ["times"] = times };
    }

    public static CanonicalObject Answered(Sitting sitting) => new() { ["type"] = "sitting-answered", ["sittingId"] = sitting.Id.ToString("D") };

    public static CanonicalObject Fixed(Sitting sitting) => About(new() { ["type"] = "sitting-fixed", ["sittingId"] = sitting.Id.ToString("D") }, sitting.Slot!);

    public static CanonicalObject Moved(Sitting sitting, SittingSlot before) =>
        About(new() { ["type"] = "sitting-moved", ["sittingId"] = sitting.Id.ToString("D"), ["from"] = Moment(before.StartsAt), ["reason"] = sitting.Reason }, sitting.Slot!);

    public static CanonicalObject Cancelled(Sitting sitting) =>
        new() { ["type"] = "sitting-cancelled", ["sittingId"] = sitting.Id.ToString("D"), ["startsAt"] = sitting.StartsAt is { } start ? Moment(start) : null, ["reason"] = sitting.Reason };

    private static CanonicalObject About(CanonicalObject body, SittingSlot slot)
    {
        body["startsAt"] = Moment(slot.StartsAt);
        body["minutes"] = slot.Minutes;
        body["place"] = slot.Place;
        return body;
    }

    private static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
