namespace NonLitigation.Odr.Domain.Rooms;

public enum SittingReminder { DayBefore, HourBefore }

/// <summary>When people are reminded of a sitting: our own rule, a day and an hour before.</summary>
public static class SittingReminders
{
    public static readonly TimeSpan Day = TimeSpan.FromDays(1), Hour = TimeSpan.FromHours(1);

    /// <returns>The first reminder after this moment; null when there is none left: who has just been told the time is not reminded of it at once.</returns>
    public static DateTimeOffset? Next(DateTimeOffset startsAt, DateTimeOffset now) =>
        now < startsAt - Day ? startsAt - Day : now < startsAt - Hour ? startsAt - Hour : null;
}
