using NonLitigation.Odr.Domain.Law;

namespace NonLitigation.Odr.Domain.Settlements;

/// <summary>One reminder that was put into the outbox; its key is what makes it exactly one.</summary>
/// <param name="Number">Of the obligation; 0 for the follow-up, which is about all of them.</param>
public sealed record Reminder(Guid PerformanceId, int Number, Guid PartyId, ReminderKind Kind, DateTimeOffset At);

/// <summary>Who is to be reminded of what on a day.</summary>
public static class Reminders
{
    /// <summary>How long after its day a reminder that could not be sent is still worth sending.</summary>
    public const int DaysOfGrace = 7;

    /// <summary>Of all that is due by now, whether or not it was sent before.</summary>
    public static IEnumerable<Reminder> DueOn(Performance performance, IReadOnlyList<Guid> parties, DateOnly day, DateTimeOffset now)
    {
        foreach (var one in performance.Obligations)
            if (KindOn(one, day) is { } kind)
                foreach (var party in ToRemind(one, kind)) yield return new(performance.Id, one.Number, party, kind, now);
        if (day < performance.FollowUpOn || day > performance.FollowUpOn.AddDays(DaysOfGrace)) yield break;
        foreach (var party in parties.Where(party => performance.Answers.All(answer => answer.PartyId != party)))
            yield return new(performance.Id, 0, party, ReminderKind.FollowUp, now);
    }

    /// <summary>How many days before the due day the first reminder goes.</summary>
    public static int DaysBefore(DateOnly day) => LawRules.On(day, LawRules.RemindBefore).Term!.Value;

    private static ReminderKind? KindOn(FollowedObligation one, DateOnly day) => (one.DueOn.DayNumber - day.DayNumber) switch
    {
        _ when one.IsPerformed => null,
        0 => ReminderKind.OnTheDay,
        > 0 and var left when left <= DaysBefore(day) => ReminderKind.Before,
        < 0 and >= -DaysOfGrace => ReminderKind.DayAfter,
        _ => null,
    };

    /// <summary>Who has reported all of it is left in peace; when it is late the obligee is told too, for it is his word that is missing.</summary>
    private static IEnumerable<Guid> ToRemind(FollowedObligation one, ReminderKind kind) =>
        (one.IsReportedInFull ? [] : one.ObligorPartyIds).Concat(kind == ReminderKind.DayAfter ? [one.ObligeePartyId] : []);
}
