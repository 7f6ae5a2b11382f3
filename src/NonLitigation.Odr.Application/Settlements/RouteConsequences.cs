using System.Globalization;
using NonLitigation.Odr.Application.Accounts;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Domain.Settlements;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Settlements;

/// <summary>What follows in the case from an answer, in the transaction that takes it: a deposit counts as performed within its amount, and the creditor is told.</summary>
public sealed class RouteConsequences(IDeliveries deliveries, PublicAddress address)
{
    internal async Task FollowAsync(OdrDb db, RouteFile file, RouteApplication application, FilingAnswerKind answer, DateTimeOffset now, CancellationToken cancellation)
    {
        if (application is not { Act: RouteAct.NotarialDeposit, State: RouteState.Granted } || answer != FilingAnswerKind.Issued) return;
        var (at, item) = (TranscriptEntry.ToMicroseconds(now), application.Items[0]);
        var by = new PerformanceActor(application.PersonId, application.PartyId, application.Id, at);
        file.Performance.Act(item.Number, by, one => one.Deposit(by, new(item.AmountFen, Domain.Law.Deadline.DayOf(now), application.AnswerNumber)));
        var creditor = file.PartyOf(file.Obligation(item.Number).ObligeePartyId);
        var contact = (await PartyContacts.OfAsync(db, [creditor], cancellation)).GetValueOrDefault(creditor.Id);
        application.Notify(creditor.Name, contact is null ? "没有可用的联系方式，请债务人自行通知。" : null, at);
        if (contact is not null) deliveries.Add(db, Notice(file, contact));
    }

    /// <summary>Somebody else may see the phone: it says no amount and no name.</summary>
    private Delivery Notice(RouteFile file, string to)
    {
        var page = new Uri(address.Root, $"cases/{file.Case.Id}").AbsoluteUri;
        return new(
            to,
            string.Create(CultureInfo.InvariantCulture, $"【{file.Agreed.Organisation.Name}】案件{file.Case.Number}：调解协议约定的一项履行已由公证机构提存。您可以随时领取，自提存之日起五年内不领取的，权利消灭（民法典第五百七十四条）。请登录查看：{page}"),
            string.Create(CultureInfo.InvariantCulture, $"{file.Agreed.Organisation.Name}: case {file.Case.Number}, something that was agreed is now on deposit with a notary. You may collect it at any time; the right lapses five years after the deposit (Civil Code, art. 574). Sign in to see: {page}"));
    }
}
