using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Rooms;

/// <summary>A sitting of one case while its time is found, once it is fixed, and when it was called off. The presiding mediator proposes, fixes, moves and cancels.</summary>
public sealed class Sitting
{
    public const int MostTimes = 5;

    private Sitting() { }

    public Guid Id { get; private set; }
    public Guid CaseId { get; private set; }
    public Guid MediatorPersonId { get; private set; }
    public SittingState State { get; private set; }
    /// <summary>The times that were proposed, in the order of time.</summary>
    public IReadOnlyList<SittingSlot> Proposed { get; private set; } = [];
    public IReadOnlyList<SittingAnswer> Answers { get; private set; } = [];
    /// <summary>Null until one was fixed.</summary>
    public SittingSlot? Slot => StartsAt is { } start ? new(start, Minutes!.Value, Place) : null;
    public DateTimeOffset? StartsAt { get; private set; }
    public int? Minutes { get; private set; }
    public string? Place { get; private set; }
    /// <summary>SEQUENCE of RFC 5545: how often what calendars were told has changed.</summary>
    public int Sequence { get; private set; }
    /// <summary>Why it was moved or cancelled.</summary>
    public string? Reason { get; private set; }
    public DateTimeOffset ProposedAt { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }
    /// <summary>The next moment at which somebody is to be reminded; null when nobody is any more.</summary>
    public DateTimeOffset? RemindAt { get; private set; }

    /// <param name="fixedOnes">What this mediator has fixed already, in any case.</param>
    public static Sitting Propose(Guid caseId, Guid mediatorPersonId, IReadOnlyList<SittingSlot> slots, IReadOnlyCollection<SittingSlot> fixedOnes, DateTimeOffset now)
    {
        SittingsRules.TimesMissing.When(slots.Count is 0 or > MostTimes);
        List<SittingSlot> times = [.. slots.Select(slot => slot.Checked(now)).OrderBy(slot => slot.StartsAt)];
        SittingsRules.TimesOverlap.When(times.Zip(times.Skip(1)).Any(pair => pair.First.Overlaps(pair.Second)));
        foreach (var time in times) RefuseClash(time, fixedOnes);
        return new() { Id = Guid.CreateVersion7(now), CaseId = caseId, MediatorPersonId = mediatorPersonId, Proposed = times, ProposedAt = now, ChangedAt = now };
    }

    /// <summary>One party's word on each of the times; a later answer replaces an earlier one while nothing is fixed.</summary>
    public void Answer(Guid partyId, IReadOnlyList<SittingWord> words, DateTimeOffset now)
    {
        SittingsRules.NotProposed.When(State != SittingState.Proposed);
        SittingsRules.AnswerIncomplete.When(words.Count != Proposed.Count || words.Any(word => !Enum.IsDefined(word)));
        Answers = [.. Answers.Where(one => one.PartyId != partyId), .. words.Select((word, at) => new SittingAnswer(partyId, at + 1, word, now))];
        ChangedAt = now;
    }

    /// <param name="number">Of the proposed times: 1, 2, 3 …</param>
    public void Fix(int number, IReadOnlyCollection<SittingSlot> fixedOnes, DateTimeOffset now)
    {
        SittingsRules.NotProposed.When(State != SittingState.Proposed);
        SharedRules.NotFound.When(number < 1 || number > Proposed.Count);
        Take(Proposed[number - 1].Checked(now), fixedOnes, now);
        State = SittingState.Fixed;
    }

    /// <param name="fixedOnes">Without this one.</param>
    public void Move(SittingSlot to, string? reason, IReadOnlyCollection<SittingSlot> fixedOnes, DateTimeOffset now)
    {
        SittingsRules.NotFixed.When(!StandsAt(now));
        var why = Why(reason);
        Take(to.Checked(now), fixedOnes, now);
        (Reason, Sequence) = (why, Sequence + 1);
    }

    public void Cancel(string? reason, DateTimeOffset now)
    {
        SittingsRules.NotFixed.When(State != SittingState.Proposed && !StandsAt(now));
        (Reason, State, ChangedAt, RemindAt) = (Why(reason), SittingState.Cancelled, now, null);
        if (StartsAt is not null) Sequence++;
    }

    /// <summary>Whether it is fixed and not over.</summary>
    public bool StandsAt(DateTimeOffset now) => State == SittingState.Fixed && now < Slot!.EndsAt;

    /// <summary>Marks what is due as sent; who was too late for one reminder gets the next.</summary>
    /// <returns>Which reminder is due now; null when none is.</returns>
    public SittingReminder? TakeReminder(DateTimeOffset now)
    {
        if (!StandsAt(now) || RemindAt is not { } due || now < due) return null;
        var late = now >= StartsAt!.Value;
        var reminder = now >= StartsAt.Value - SittingReminders.Hour ? SittingReminder.HourBefore : SittingReminder.DayBefore;
        RemindAt = SittingReminders.Next(StartsAt.Value, now);
        return late ? null : reminder;
    }

    private void Take(SittingSlot slot, IReadOnlyCollection<SittingSlot> fixedOnes, DateTimeOffset now)
    {
        RefuseClash(slot, fixedOnes);
        (StartsAt, Minutes, Place, ChangedAt, RemindAt) = (slot.StartsAt, slot.Minutes, slot.Place, now, SittingReminders.Next(slot.StartsAt, now));
    }

    private static void RefuseClash(SittingSlot slot, IReadOnlyCollection<SittingSlot> fixedOnes)
    {
        if (fixedOnes.FirstOrDefault(slot.Overlaps) is { } clash) throw SittingsRules.Overlaps(clash).Refused();
    }

    private static string Why(string? reason)
    {
        var why = reason?.ReplaceLineEndings("\n").Trim() ?? "";
        SittingsRules.ReasonNeeded.When(why.Length == 0);
        SharedRules.TextIsTooLong.When(why.Length > RoomsRules.LongestReason);
        SharedRules.TextIsNotUnicode.When(!PlainText.IsClean(why, severalLines: true));
        return why;
    }
}
