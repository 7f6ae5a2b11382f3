using NonLitigation.Odr.Domain.Law;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Settlements;

/// <summary>
/// An effective agreement while it is performed, supervised by the organisation (人民调解法 31). Closed when every obligation is
/// performed; some days after that, or after the last due day if it comes first, each party is asked how it went.
/// </summary>
public sealed class Performance
{
    private readonly List<FollowedObligation> _obligations = [];
    private readonly List<FollowUpAnswer> _answers = [];

    private Performance() { }

    public Guid Id { get; private set; }
    public Guid AgreementId { get; private set; }
    public Guid CaseId { get; private set; }
    public DateTimeOffset EffectiveAt { get; private set; }
    /// <summary>When the last obligation was performed.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }
    /// <summary>The day, in China, from which the parties are asked.</summary>
    public DateOnly FollowUpOn { get; private set; }
    /// <summary>The last day, in China, on which it was looked at for reminders.</summary>
    public DateOnly? RemindedOn { get; private set; }

    public IReadOnlyList<FollowedObligation> Obligations => [.. _obligations.OrderBy(one => one.Number)];
    public IReadOnlyList<FollowUpAnswer> Answers => _answers;

    /// <summary>Begins with the effect of the agreement.</summary>
    /// <exception cref="InvalidOperationException">The agreement is not in effect.</exception>
    public static Performance Of(Agreement agreement)
    {
        var effective = agreement.EffectiveAt ?? throw new InvalidOperationException($"Agreement {agreement.Id} is not in effect.");
        var performance = new Performance { Id = Guid.CreateVersion7(effective), AgreementId = agreement.Id, CaseId = agreement.CaseId, EffectiveAt = effective };
        performance._obligations.AddRange(agreement.Content.Obligations.Select((owed, at) => new FollowedObligation(performance.Id, at + 1, owed)));
        var day = Deadline.DayOf(effective);
        var last = performance._obligations.Select(one => one.DueOn).Append(day).Max();
        performance.FollowUpOn = last.AddDays(performance.DaysUntilAsked);
        // An agreement of clauses alone has nothing to be followed.
        if (performance._obligations.Count == 0) performance.ClosedAt = effective;
        return performance;
    }

    /// <exception cref="RefusalException">Not found, also for a party whom the obligation does not concern.</exception>
    public FollowedObligation Obligation(int number, Guid? partyId)
    {
        var found = _obligations.Find(one => one.Number == number);
        SharedRules.NotFound.When(found is null || (partyId is { } party && !found.Concerns(party)));
        return found;
    }

    /// <summary>One act on one obligation; the whole is closed with the last that is performed.</summary>
    public void Act(int number, PerformanceActor by, Action<FollowedObligation> act)
    {
        PerformanceRules.IdMissing.When(by.RequestId == Guid.Empty);
        act(Obligation(number, by.PartyId));
        if (ClosedAt is not null || !_obligations.TrueForAll(one => one.IsPerformed)) return;
        ClosedAt = by.At;
        var asked = Deadline.DayOf(by.At).AddDays(DaysUntilAsked);
        if (asked < FollowUpOn) FollowUpOn = asked;
    }

    /// <summary>Nobody is asked before <see cref="FollowUpOn"/>, but who has seen all of it performed need not wait to say how it went.</summary>
    public bool MayBeAnsweredOn(DateOnly day) => day >= FollowUpOn || (ClosedAt is not null && _obligations.Count > 0);

    private int DaysUntilAsked => LawRules.On(Deadline.DayOf(EffectiveAt), LawRules.FollowUp).Term!.Value;

    /// <summary>Reminders are looked for once a day.</summary>
    public void RemindedToday(DateOnly day) => RemindedOn = day;

    /// <summary>A party's own answer, once; the other side never sees it.</summary>
    public void Answer(PerformanceActor by, FollowUpWord said)
    {
        PerformanceRules.IdMissing.When(by.RequestId == Guid.Empty);
        var word = said.Clean();
        if (by.PartyId is not { } party) throw SharedRules.NotFound.Refused();
        if (_answers.Find(one => one.PartyId == party) is { } earlier)
        {
            PerformanceRules.AlreadyFollowedUp.When(earlier.RequestId != by.RequestId || earlier.Word != word);
            return;
        }
        PerformanceRules.TooEarlyToAsk.When(!MayBeAnsweredOn(Deadline.DayOf(by.At)));
        _answers.Add(new(Id, party, by, word));
    }
}
