using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Rooms;

public enum SpreadEnd { Refused, Withdrawn, Mediator, Over, Closed }

/// <summary>What a party has said last.</summary>
public sealed record SpreadAnswer(Guid PartyId, Guid PersonId, bool Consents, DateTimeOffset At);

/// <summary>
/// The parties take part at different times: the joint room stays open over some days and each writes when he can, also while the mediator is out
/// (人民法院在线调解规则 16). Only with the consent of every party, each by his own act, and only as long as all consent.
/// </summary>
public sealed class DifferentTimes
{
    public const int MostDays = 30, FewestHours = 2, MostHours = 168;

    private DifferentTimes() { }

    public Guid Id { get; private set; }
    public Guid RoomId { get; private set; }
    public Guid CaseId { get; private set; }
    public Guid ProposedBy { get; private set; }
    public DateTimeOffset ProposedAt { get; private set; }
    /// <summary>Of China; the last one on which it holds.</summary>
    public DateOnly LastDay { get; private set; }
    /// <summary>How long a party has to write when it is his turn. Nothing is lost when it takes longer: he is reminded, and then the mediator.</summary>
    public int TurnHours { get; private set; }
    public IReadOnlyList<SpreadAnswer> Answers { get; private set; } = [];
    public DateTimeOffset? AgreedAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }
    public SpreadEnd? End { get; private set; }
    /// <summary>Whose turn it is; null: nobody's in particular.</summary>
    public Guid? TurnPartyId { get; private set; }
    public DateTimeOffset? TurnSince { get; private set; }
    public DateTimeOffset? TurnDueAt { get; private set; }
    /// <summary>The next moment at which somebody is to be told; null when nobody is any more.</summary>
    public DateTimeOffset? RemindAt { get; private set; }

    /// <param name="party">Of the one who proposes: that is his consent. Null: the mediator.</param>
    public static DifferentTimes Propose(Guid id, Guid room, Guid caseId, Guid person, Guid? party, DateOnly lastDay, int turnHours, IReadOnlyCollection<Guid> asked, DateOnly today, DateTimeOffset now)
    {
        SpreadRules.IdMissing.When(id == Guid.Empty);
        SpreadRules.Days.When(lastDay <= today || lastDay.DayNumber - today.DayNumber > MostDays);
        SpreadRules.Hours.When(turnHours is < FewestHours or > MostHours);
        var spread = new DifferentTimes { Id = id, RoomId = room, CaseId = caseId, ProposedBy = person, ProposedAt = now, LastDay = lastDay, TurnHours = turnHours };
        if (party is { } own) spread.Answer(own, person, true, asked, now);
        return spread;
    }

    public bool IsAgreed(IReadOnlyCollection<Guid> asked) => asked.Count > 0 && asked.All(party => Answers.Any(a => a.PartyId == party && a.Consents));

    /// <summary>A party's own word; he may take his consent back at any time, and that ends it.</summary>
    /// <returns>Whether anything changed by it.</returns>
    public bool Answer(Guid party, Guid person, bool consents, IReadOnlyCollection<Guid> asked, DateTimeOffset now)
    {
        SpreadRules.PartyAnswers.When(!asked.Contains(party));
        SpreadRules.Ended.When(EndedAt is not null);
        if (Answers.Any(a => a.PartyId == party && a.Consents == consents)) return false;
        Answers = [.. Answers.Where(a => a.PartyId != party), new(party, person, consents, now)];
        if (!consents) Finish(AgreedAt is null ? SpreadEnd.Refused : SpreadEnd.Withdrawn, now);
        else if (IsAgreed(asked)) AgreedAt ??= now;
        return true;
    }

    /// <summary>The mediator says whose turn it is.</summary>
    public void GiveTurn(Guid party, IReadOnlyCollection<Guid> asked, DateTimeOffset now)
    {
        SpreadRules.NotAgreed.When(AgreedAt is null || EndedAt is not null || !IsAgreed(asked));
        SpreadRules.PartyAnswers.When(!asked.Contains(party));
        (TurnPartyId, TurnSince, TurnDueAt) = (party, now, now.AddHours(TurnHours));
        RemindAt = now.AddHours(TurnHours * 0.75);
    }

    /// <summary>Who had the turn has written.</summary>
    public void TakeTurn() => (TurnPartyId, TurnSince, TurnDueAt, RemindAt) = (null, null, null, null);

    /// <returns>Who is to be told now: the party whose turn it is (true), the mediator for it is over (false), nobody (null).</returns>
    public bool? TakeReminder(DateTimeOffset now)
    {
        if (EndedAt is not null || RemindAt is not { } at || now < at || TurnDueAt is not { } due) return null;
        if (now >= due)
        {
            RemindAt = null;
            return false;
        }
        RemindAt = due;
        return true;
    }

    /// <returns>Whether anything changed by it.</returns>
    public bool Finish(SpreadEnd how, DateTimeOffset now)
    {
        if (EndedAt is not null) return false;
        TakeTurn();
        (EndedAt, End) = (now, how);
        return true;
    }
}
