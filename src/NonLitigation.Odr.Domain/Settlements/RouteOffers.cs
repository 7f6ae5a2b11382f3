using NonLitigation.Odr.Domain.Network;
using static NonLitigation.Odr.Domain.Settlements.RouteAct;

namespace NonLitigation.Odr.Domain.Settlements;

/// <summary>A route as it stands for one party: open for some of the obligations, or not, and why.</summary>
/// <param name="Numbers">The obligations that it can be taken for.</param>
public sealed record RouteOffer(RouteAct Act, bool IsOpen, Saying Reason, IReadOnlyList<int> Numbers);

/// <summary>What the routes of a party depend on.</summary>
/// <param name="Accepted">Parties who have accepted enforcement of this very text by their own act.</param>
public sealed record RouteFacts(
    DisputeKind Kind, IReadOnlyList<FollowedObligation> Owed, IReadOnlySet<Guid> Accepted, IReadOnlyDictionary<Guid, string> Names, IReadOnlyList<RouteApplication> Applications, DateOnly Today)
{
    internal IEnumerable<FollowedObligation> ToRender => Owed.Where(one => EnforcementWords.IsToRender(one.AmountFen, one.What));

    /// <summary>Under way or granted, by this party.</summary>
    internal IEnumerable<RouteApplication> Of(Guid party, RouteAct act) => Applications.Where(one => one.PartyId == party && one.Act == act && !one.IsOver);
}

/// <summary>What a party can ask a notary or a court for by himself.</summary>
public static class RouteOffers
{
    /// <summary>The way is open, but the file does not say where it would lead: no address of the debtor in it.</summary>
    public static readonly Saying NoRecipient = new(
        "案卷里没有对方的住所，看不出由哪个机构受理，这里无法代为提交。请带协议书到对方所在地的公证机构或者基层人民法院询问。",
        "The file has no address of the other side, so it cannot be told who is competent, and nothing can be handed in from here. Please ask the notary or the basic court of the place where the other side is, with the agreement at hand.");

    /// <returns>Only routes that concern the party at all.</returns>
    public static IReadOnlyList<RouteOffer> For(RouteFacts facts, Guid party) =>
        [.. new[] { Deed(facts, party), Certificate(facts, party), Deposit(facts, party), Order(facts, party) }.OfType<RouteOffer>()];

    private static RouteOffer? Deed(RouteFacts facts, Guid party)
    {
        var mine = facts.ToRender.Where(one => one.ObligeePartyId == party).ToList();
        var covered = facts.Of(party, NotarialDeed).SelectMany(one => one.Items).Select(item => item.Number).ToHashSet();
        if (mine.Count == 0 || covered.Count > 0) return null;
        var ready = mine.Where(one => one.ObligorPartyIds.All(facts.Accepted.Contains)).Select(one => one.Number).ToList();
        var missing = mine.SelectMany(one => one.ObligorPartyIds).Distinct().Where(one => !facts.Accepted.Contains(one)).Select(one => facts.Names[one]).ToList();
        return new(NotarialDeed, ready.Count > 0, ready.Count == 0 ? RouteOfferWords.NotAccepted(missing) : missing.Count > 0 ? RouteOfferWords.PartlyAccepted(ready, missing) : RouteOfferWords.Accepted, ready);
    }

    private static RouteOffer? Certificate(RouteFacts facts, Guid party)
    {
        if (facts.Of(party, NotarialDeed).FirstOrDefault(one => one.State == RouteState.Granted) is not { } deed || facts.Of(party, ExecutionCertificate).Any(one => one.State != RouteState.Granted)) return null;
        var certified = facts.Of(party, ExecutionCertificate).SelectMany(one => one.Items).Select(item => item.Number).ToHashSet();
        var covered = facts.Owed.Where(one => deed.Covers(one.Number) && !certified.Contains(one.Number) && !one.IsPerformed).ToList();
        if (covered.Count == 0) return null;
        var late = covered.Where(one => one.DaysLate(facts.Today) > 0).Select(one => one.Number).ToList();
        return new(ExecutionCertificate, late.Count > 0, late.Count > 0 ? RouteOfferWords.InDefault(late) : RouteOfferWords.NotYetDue(covered.Min(one => one.DueOn)), late);
    }

    private static RouteOffer? Deposit(RouteFacts facts, Guid party)
    {
        var mine = facts.ToRender.Where(one => one.IsOwedBy(party) && !one.IsPerformed).ToList();
        if (mine.Count == 0) return null;
        var waiting = facts.Applications.Where(one => one is { Act: NotarialDeposit, IsOver: false } && one.State != RouteState.Granted).SelectMany(one => one.Items).Select(item => item.Number).ToHashSet();
        var free = mine.Where(one => !waiting.Contains(one.Number)).Select(one => one.Number).ToList();
        return free.Count == 0 ? null : new(NotarialDeposit, true, EnforcementWording.WhenNotTaken, free);
    }

    private static RouteOffer? Order(RouteFacts facts, Guid party)
    {
        if (facts.Kind is not (DisputeKind.LabourWages or DisputeKind.LabourOther)) return null;
        var taken = facts.Of(party, PaymentOrder).SelectMany(one => one.Items).Select(item => item.Number).ToHashSet();
        var pay = facts.Owed.Where(one => one.ObligeePartyId == party && !one.IsPerformed && !taken.Contains(one.Number) && EnforcementWords.IsLabourPay(one.AmountFen, one.What)).ToList();
        if (pay.Count == 0) return null;
        var late = pay.Where(one => one.DaysLate(facts.Today) > 0).Select(one => one.Number).ToList();
        return new(PaymentOrder, late.Count > 0, late.Count > 0 ? EnforcementWording.PayIsDue : EnforcementWording.NotDueBefore(pay.Min(one => one.DueOn)), late);
    }
}
