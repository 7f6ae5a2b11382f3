using NonLitigation.Odr.Domain.Law;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Settlements;

/// <summary>What each side may say. What is confirmed sums up, and never to more than is owed.</summary>
public sealed partial class FollowedObligation
{
    /// <summary>Any of the obligors says what he has paid or done.</summary>
    public PerformanceAct Report(PerformanceActor by, PerformanceWord said) => Once(PerformanceActKind.Reported, by, said, word =>
    {
        PerformanceRules.NotYours.When(!IsOwedBy(by.PartyId));
        RefuseUnfit(word, ReportableFen, by);
        PerformanceRules.AlreadyReported.When(AmountFen is null && Unanswered.Count > 0);
    });

    /// <summary>The obligee says how much of a report has arrived: all of it, or a part.</summary>
    public PerformanceAct Confirm(PerformanceActor by, PerformanceWord said) => Once(PerformanceActKind.Confirmed, by, said, word =>
    {
        var report = ReportToAnswer(by, word);
        RefuseUnfit(word, report.AmountFen < RestFen ? report.AmountFen : RestFen, by);
    });

    /// <summary>The obligee says that nothing of a report has arrived, and why he thinks so.</summary>
    public PerformanceAct Contest(PerformanceActor by, PerformanceWord said) => Once(PerformanceActKind.Contested, by, said, word =>
    {
        ReportToAnswer(by, word);
        SettlementsRules.ReasonMissing.When(word.Note!.Length == 0);
    });

    /// <summary>The obligee says what he has received, without a report.</summary>
    public PerformanceAct Receive(PerformanceActor by, PerformanceWord said) => Once(PerformanceActKind.Received, by, said, word =>
    {
        PerformanceRules.NotYours.When(ObligeePartyId != by.PartyId);
        RefuseUnfit(word, RestFen, by);
    });

    /// <summary>Either side says that there is a dispute on the performance (人民调解法 32).</summary>
    public PerformanceAct Dispute(PerformanceActor by, PerformanceWord said) => Once(PerformanceActKind.Disputed, by, said, word =>
    {
        PerformanceRules.NotYours.When(by.PartyId is not { } party || !Concerns(party));
        PerformanceRules.AlreadyDisputed.When(HasOpenDispute(by.PartyId!.Value));
        SettlementsRules.ReasonMissing.When(word.Note!.Length == 0);
    });

    /// <summary>Who said that there is a dispute says that it is over.</summary>
    public PerformanceAct EndDispute(PerformanceActor by, PerformanceWord said) => Once(PerformanceActKind.DisputeEnded, by, said,
        _ => PerformanceRules.NoDispute.When(by.PartyId is not { } party || !HasOpenDispute(party)));

    /// <summary>A notary holds what an obligor deposited: within that amount it is performed (民法典 571), and never more counts than is left.</summary>
    /// <returns>Null when nothing was left: it was performed while the notary decided.</returns>
    public PerformanceAct? Deposit(PerformanceActor by, PerformanceWord said)
    {
        PerformanceRules.NotYours.When(!IsOwedBy(by.PartyId));
        if (_acts.Find(act => act.Kind == PerformanceActKind.Deposited && act.RequestId == by.RequestId) is { } earlier) return earlier;
        return IsPerformed ? null : Once(PerformanceActKind.Deposited, by, said with { AmountFen = said.AmountFen < RestFen ? said.AmountFen : RestFen }, word => RefuseUnfit(word, RestFen, by));
    }

    /// <summary>The mediator or the organisation writes down what it did about the performance; also when all is performed.</summary>
    public PerformanceAct Remark(PerformanceActor by, PerformanceWord said) => Once(PerformanceActKind.Remarked, by, said,
        word => SharedRules.TextIsEmpty.When(word.Note!.Length == 0));

    private PerformanceAct Once(PerformanceActKind kind, PerformanceActor by, PerformanceWord said, Action<PerformanceWord> refusals)
    {
        PerformanceRules.IdMissing.When(by.RequestId == Guid.Empty);
        var word = said.Clean();
        if (_acts.Find(act => act.PersonId == by.PersonId && act.RequestId == by.RequestId) is { } earlier)
        {
            PerformanceRules.IdReused.When(!earlier.Repeats(kind, word));
            return earlier;
        }
        PerformanceRules.AlreadyPerformed.When(IsPerformed && kind != PerformanceActKind.Remarked);
        refusals(word);
        var act = new PerformanceAct(_acts.Count + 1, kind, by, word);
        _acts.Add(act);
        return act;
    }

    private PerformanceAct ReportToAnswer(PerformanceActor by, PerformanceWord word)
    {
        PerformanceRules.NotYours.When(ObligeePartyId != by.PartyId);
        if (_acts.Find(act => act.Id == word.About && act.Kind == PerformanceActKind.Reported) is not { } report) throw PerformanceRules.NoSuchReport.Refused();
        PerformanceRules.AlreadyAnswered.When(_acts.Exists(act => act.About == report.Id));
        return report;
    }

    /// <param name="most">In fen; null when it is not about money.</param>
    private void RefuseUnfit(PerformanceWord word, long? most, PerformanceActor by)
    {
        PerformanceRules.OnALaterDay.When(word.On > Deadline.DayOf(by.At));
        PerformanceRules.NotMoney.When(AmountFen is null && word.AmountFen is not null);
        PerformanceRules.WordsMissing.When(AmountFen is null && word.IsPart && word.Note!.Length == 0);
        if (AmountFen is null) return;
        SettlementsRules.AmountNotPositive.When(word.AmountFen is null or <= 0 or > Money.LargestFen);
        if (word.AmountFen > most) throw PerformanceRules.MoreThanTheRest(new(most.Value)).Refused();
    }
}
