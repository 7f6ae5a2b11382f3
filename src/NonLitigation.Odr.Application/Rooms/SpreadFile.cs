using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Domain.Law;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Domain.Shared;
using NonLitigation.Odr.Persistence.Rooms;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Rooms;

/// <summary>Taking part at different times, inside a transaction that holds the case's row and the room's head.</summary>
internal static class SpreadFile
{
    public static Task<DifferentTimes?> OpenAsync(OdrDb db, Guid caseId, CancellationToken cancellation) =>
        db.Set<DifferentTimes>().FirstOrDefaultAsync(one => one.CaseId == caseId && one.EndedAt == null, cancellation);

    /// <summary>The parties of the room now.</summary>
    public static async Task<IReadOnlyCollection<Guid>> AskedAsync(OdrDb db, Guid room, CancellationToken cancellation) =>
        GuestViews.Asked(await db.Set<RoomMemberRow>().AsNoTracking().Where(m => m.RoomId == room).ToListAsync(cancellation));

    /// <summary>Puts into effect what all have agreed to, or ends it; nothing when it is so already.</summary>
    public static async Task SettleAsync(ITranscriptScope scope, DifferentTimes spread, IReadOnlyCollection<Guid> asked, DateTimeOffset now, CancellationToken cancellation)
    {
        if (spread.EndedAt is not null) await scope.AppendAsync(new(spread.RoomId, new EndDifferentTimes(Ended(spread)), null), cancellation);
        else if (spread.AgreedAt is not null && spread.IsAgreed(asked)) await scope.AppendAsync(new(spread.RoomId, new StartDifferentTimes(Started(spread, now)), null), cancellation);
    }

    public static CanonicalObject Proposed(DifferentTimes spread) => About("times-proposed", spread);

    public static CanonicalObject Answered(DifferentTimes spread, string party, bool consents)
    {
        var body = About("times-answered", spread);
        (body["party"], body["consents"]) = (party, consents);
        return body;
    }

    public static CanonicalObject Turn(DifferentTimes spread, string party)
    {
        var body = About("times-turn", spread);
        (body["party"], body["dueAt"]) = (party, spread.TurnDueAt!.Value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        return body;
    }

    private static CanonicalObject Started(DifferentTimes spread, DateTimeOffset now)
    {
        var body = About("times-started", spread);
        body["article"] = LawRules.On(Deadline.DayOf(now), LawRules.DifferentTimes).Citation;
        return body;
    }

    private static CanonicalObject Ended(DifferentTimes spread)
    {
        var body = About("times-ended", spread);
        body["end"] = spread.End!.Value.ToString();
        return body;
    }

    private static CanonicalObject About(string type, DifferentTimes spread) => new()
    {
        ["type"] = type, ["timesId"] = spread.Id.ToString("D"), ["lastDay"] = spread.LastDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), ["turnHours"] = spread.TurnHours,
    };
}
