using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Rooms;

public enum SittingState { Proposed, Fixed, Cancelled }

/// <summary>What a party says to one of the times.</summary>
public enum SittingWord { Can, Prefer, Cannot }

/// <summary>When a sitting may be, and where.</summary>
/// <param name="Minutes">Its length.</param>
/// <param name="Place">A place to come to; null for the remote room.</param>
public sealed record SittingSlot(DateTimeOffset StartsAt, int Minutes, string? Place)
{
    public const int Shortest = 15, Longest = 480, LongestPlace = 120;
    private static readonly TimeSpan Furthest = TimeSpan.FromDays(180);

    public DateTimeOffset EndsAt => StartsAt.AddMinutes(Minutes);

    /// <summary>One that begins when the other ends does not overlap it.</summary>
    public bool Overlaps(SittingSlot other) => StartsAt < other.EndsAt && other.StartsAt < EndsAt;

    /// <summary>In the normal form: UTC, whole minutes, no empty place.</summary>
    /// <exception cref="RefusalException">Past, too far off, too short or long, or a place that is no line of text.</exception>
    internal SittingSlot Checked(DateTimeOffset now)
    {
        var start = StartsAt.ToUniversalTime();
        start = start.AddTicks(-(start.Ticks % TimeSpan.TicksPerMinute));
        SittingsRules.InThePast.When(start <= now);
        SittingsRules.TooFarOff.When(start > now + Furthest);
        SittingsRules.LengthOutOfRange.When(Minutes is < Shortest or > Longest);
        var place = Place?.Trim();
        SharedRules.TextIsTooLong.When(place?.Length > LongestPlace);
        SharedRules.TextIsNotUnicode.When(place is not null && !PlainText.IsClean(place, severalLines: false));
        return new(start, Minutes, string.IsNullOrEmpty(place) ? null : place);
    }
}

/// <summary>A party's last word on one of the times.</summary>
/// <param name="Number">The time's place in the proposal: 1, 2, 3 …</param>
public sealed record SittingAnswer(Guid PartyId, int Number, SittingWord Word, DateTimeOffset At);
