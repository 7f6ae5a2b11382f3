using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Network;

/// <summary>Days on which a mediator does not sit. Why is nobody's business and is not asked.</summary>
public sealed class MediatorLeave
{
    public const int LongestDays = 180, FurthestDays = 366;

    private MediatorLeave() { }

    public Guid Id { get; private set; }
    public Guid PersonId { get; private set; }
    /// <summary>Whole days of China, both included.</summary>
    public DateOnly FirstDay { get; private set; }
    public DateOnly LastDay { get; private set; }
    public DateTimeOffset MadeAt { get; private set; }
    public DateTimeOffset? CancelledAt { get; private set; }

    /// <exception cref="RefusalException">Over already, the wrong way round, too long or too far off, or it overlaps another leave.</exception>
    public static MediatorLeave Take(Guid id, Guid person, DateOnly first, DateOnly last, IEnumerable<MediatorLeave> others, DateOnly today, DateTimeOffset now)
    {
        LeaveRules.IdMissing.When(id == Guid.Empty);
        LeaveRules.Days.When(last < first || last < today || last.DayNumber - first.DayNumber >= LongestDays || first.DayNumber - today.DayNumber > FurthestDays);
        LeaveRules.Overlaps.When(others.Any(one => one.CancelledAt is null && one.Id != id && one.FirstDay <= last && first <= one.LastDay));
        return new() { Id = id, PersonId = person, FirstDay = first, LastDay = last, MadeAt = now };
    }

    public bool Covers(DateOnly day) => CancelledAt is null && FirstDay <= day && day <= LastDay;

    public void Cancel(DateTimeOffset now) => CancelledAt ??= now;
}
