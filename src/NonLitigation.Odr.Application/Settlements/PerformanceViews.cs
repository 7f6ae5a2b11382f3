using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Cases;
using NonLitigation.Odr.Contracts.Settlements;
using NonLitigation.Odr.Domain.Law;
using NonLitigation.Odr.Domain.Settlements;
using NonLitigation.Odr.Domain.Shared;
using FollowUpFinding = NonLitigation.Odr.Contracts.Settlements.FollowUpFinding;
using ObligationState = NonLitigation.Odr.Domain.Settlements.ObligationState;
using PerformanceActKind = NonLitigation.Odr.Domain.Settlements.PerformanceActKind;

namespace NonLitigation.Odr.Application.Settlements;

internal static class PerformanceViews
{
    /// <summary>What concerns this person; all of it for those who supervise.</summary>
    public static PerformanceView View(this PerformanceFile file, DateTimeOffset now)
    {
        var (performance, today) = (file.Performance, Deadline.DayOf(now));
        FollowedObligation[] shown = [.. performance.Obligations.Where(one => file.Supervises || (file.PartyId is { } party && one.Concerns(party)))];
        var troubled = shown.Any(one => one.StateOn(today) is ObligationState.Overdue or ObligationState.Disputed);
        return new(
            file.Case.Id, file.Case.Number, performance.EffectiveAt, today, performance.ClosedAt, file.Organisation,
            [.. shown.Select(one => file.View(one, today))],
            troubled ? [.. PerformanceWays.For(file.Case.Kind, performance.EffectiveAt, now).Select(way => new OtherWayView(way.Code, way.Zh, way.En, way.Article))] : [],
            file.FollowUp(today), file.Supervises);
    }

    private static FollowedObligationView View(this PerformanceFile file, FollowedObligation one, DateOnly today) => new(
        one.Number, [.. one.ObligorPartyIds.Select(file.NameOf)], file.NameOf(one.ObligeePartyId), one.AmountFen, Figures(one.AmountFen), one.What, one.Manner, one.DueOn,
        (Contracts.Settlements.ObligationState)one.StateOn(today), one.DaysLate(today), one.ConfirmedFen, one.RestFen, Figures(one.RestFen), one.ReportableFen,
        [.. one.Unanswered.Select(file.View)], [.. one.Acts.Where(act => file.Supervises || act.Kind != PerformanceActKind.Remarked).Select(file.View)], [.. file.MayAct(one)]);

    private static IEnumerable<string> MayAct(this PerformanceFile file, FollowedObligation one)
    {
        if (file.Supervises) yield return "remark";
        if (one.IsPerformed || file.PartyId is not { } party) yield break;
        if (one.IsOwedBy(party) && (one.AmountFen is null ? one.Unanswered.Count == 0 : one.ReportableFen > 0)) yield return "report";
        if (one.ObligeePartyId == party && one.Unanswered.Count > 0) yield return "answer";
        // First things first: a payment that was reported is answered, not recorded a second time.
        if (one.ObligeePartyId == party && one.Unanswered.Count == 0) yield return "receive";
        if (one.Concerns(party)) yield return one.HasOpenDispute(party) ? "end-dispute" : "dispute";
    }

    private static FollowUpView FollowUp(this PerformanceFile file, DateOnly today)
    {
        var performance = file.Performance;
        var rule = LawRules.On(Deadline.DayOf(performance.EffectiveAt), LawRules.FollowUp);
        var mine = performance.Answers.FirstOrDefault(answer => answer.PartyId == file.PartyId);
        return new(
            performance.FollowUpOn, rule.Citation, rule.Verified, file.PartyId is not null && mine is null && performance.MayBeAnsweredOn(today), mine is null ? null : file.View(mine),
            file.Supervises ? [.. performance.Answers.OrderBy(answer => answer.At).Select(file.View)] : [],
            file.Supervises ? [.. file.Case.TakingPart.Where(party => performance.Answers.All(answer => answer.PartyId != party.Id)).Select(party => party.Name)] : []);
    }

    private static PerformanceActView View(this PerformanceFile file, PerformanceAct act) => new(
        act.Id, (Contracts.Settlements.PerformanceActKind)act.Kind, act.PartyId is { } party ? file.NameOf(party) : file.Names.GetValueOrDefault(act.PersonId, ""),
        act.PersonId == file.Facts.PersonId, act.At, act.AmountFen, Figures(act.AmountFen), act.On, act.Note, act.About, act.IsPart);

    private static FollowUpAnswerView View(this PerformanceFile file, FollowUpAnswer answer) =>
        // What was said of the mediator's work is, like a complaint, not for his eyes: people would not say it.
        file.PartyId == answer.PartyId || file.Facts.Sees(SecuredObject.Complaints)
            ? new(file.NameOf(answer.PartyId), (FollowUpFinding)answer.Finding, answer.Satisfaction, answer.Note, answer.At)
            : new(file.NameOf(answer.PartyId), (FollowUpFinding)answer.Finding, null, null, answer.At);

    private static string? Figures(long? fen) => fen is { } sum ? new Money(sum).ToFigures() : null;

    private static string NameOf(this PerformanceFile file, Guid party) => file.Case.Parties.FirstOrDefault(p => p.Id == party)?.Name ?? "";
}
