using NonLitigation.Odr.Contracts.Settlements;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Law;
using NonLitigation.Odr.Domain.Settlements;
using NonLitigation.Odr.Domain.Shared;
using CourtLink = NonLitigation.Odr.Domain.Settlements.CourtLink;
using RouteAct = NonLitigation.Odr.Domain.Settlements.RouteAct;
using RouteState = NonLitigation.Odr.Domain.Settlements.RouteState;

namespace NonLitigation.Odr.Application.Settlements;

/// <summary>The routes of one reader on the wire: a party what concerns him, the mediator all. No identity number and no address of anybody.</summary>
/// <param name="me">Null for the mediator.</param>
internal sealed class RouteReading(RouteFile file, Party? me, Recipient office, CourtLink notary, CourtLink court, DateTimeOffset now)
{
    private readonly DateOnly _today = Deadline.DayOf(now);

    public RoutesView View() => new(
        file.Case.Id, (Contracts.Settlements.CourtLink)notary, (Contracts.Settlements.CourtLink)court,
        me is null ? [] : [.. RouteOffers.For(file.Facts(_today), me.Id).Where(offer => LinkOf(offer.Act) != CourtLink.None).Select(Offer)],
        [.. file.Applications.Where(one => me is null || file.Concerns(one, me.Id)).Reverse().Select(Application)],
        me?.IdNumber is null or "", file.Applications.LastOrDefault(one => one.PartyId == me?.Id)?.Address ?? file.Agreed.Confirmation?.SeatOf(me?.Id ?? default)?.Address ?? me?.Place,
        Article(LawRules.HandOverConsent));

    private CourtLink LinkOf(RouteAct act) => act == RouteAct.PaymentOrder ? court : notary;

    private RouteOfferView Offer(RouteOffer offer)
    {
        var items = offer.Numbers.Select(number => OfferItem(offer.Act, file.Obligation(number))).OfType<RouteOfferItemView>().ToArray();
        var leads = !offer.IsOpen || items.Length > 0;
        var reason = leads ? offer.Reason : RouteOffers.NoRecipient;
        return new((Contracts.Settlements.RouteAct)offer.Act, offer.IsOpen && leads, reason.Zh, reason.En, items, Articles(offer.Act));
    }

    /// <summary>Null when it cannot be told where it would go.</summary>
    private RouteOfferItemView? OfferItem(RouteAct act, FollowedObligation one)
    {
        if (file.RecipientOf(act, one.Number, office) is not { } to) return null;
        var consent = RouteConsent.Text(act, to);
        return new(
            one.Number, one.What, [.. one.ObligorPartyIds.Select(NameOf)], NameOf(one.ObligeePartyId), one.AmountFen, Figures(one.AmountFen), one.RestFen, Figures(one.RestFen), one.DueOn,
            to.Name, consent.Zh, consent.En);
    }

    private RouteApplicationView Application(RouteApplication one)
    {
        var owed = file.Obligation(one.Items[0].Number);
        var (isCreditor, isDebtor) = (owed.ObligeePartyId == me?.Id, owed.IsOwedBy(me?.Id));
        var held = one is { Act: RouteAct.NotarialDeposit, State: RouteState.Granted, CollectedAt: null };
        var against = !held || !isCreditor ? null : one.Term!.IsOver(now) ? RouteRules.Lapsed : file.OwesInReturn(one, me!.Id, _today) ? RouteRules.OwesInReturn : null;
        var over = one.Term?.IsOver(now) ?? false;
        return new(
            one.Id, (Contracts.Settlements.RouteAct)one.Act, (Contracts.Settlements.RouteState)one.State, one.Name, one.PartyId == me?.Id, one.Recipient.Name, [.. one.Items.Select(Item)],
            (Contracts.Settlements.DepositGround?)one.Ground, one.Reason, one.Objection, one.AnswerNumber, one.ReceiptNumber, one.PacketSha256, one.GrantedAt, one.CollectedAt,
            [.. one.Marks.Select(mark => new RouteMarkView((Contracts.Settlements.RouteStep)mark.Step, mark.At, mark.Name, mark.Note))],
            one.Term?.DueAt, over, one.Term is { } term ? Article(term.Rule) : null, one.Term?.Verified ?? true, Articles(one.Act),
            one.State == RouteState.MoreAsked && one.PartyId == me?.Id, held && isCreditor && against is null, against?.Zh, against?.En,
            one is { Act: RouteAct.PaymentOrder, State: RouteState.Granted, Objection: null } && isDebtor && !over);
    }

    private RouteItemView Item(RouteItem item) => new(item.Number, file.Obligation(item.Number).What, item.AmountFen, Figures(item.AmountFen));

    private string NameOf(Guid party) => file.PartyOf(party).Name;

    private RouteArticleView[] Articles(RouteAct act) => [.. (act switch
    {
        RouteAct.NotarialDeed => new[] { LawRules.NotarialEnforcement },
        RouteAct.ExecutionCertificate => [LawRules.NotarialEnforcement, LawRules.ExecutionCertificate],
        RouteAct.NotarialDeposit => [LawRules.NotarialDeposit, LawRules.DepositPerformed, LawRules.DepositNotice, LawRules.DepositRisk],
        _ => [LawRules.PaymentOrder],
    }).Select(Article)];

    private RouteArticleView Article(string rule) => Article(LawRules.On(_today, rule));

    private static RouteArticleView Article(LawRule rule) => new(rule.Citation, rule.Verified);

    private static string? Figures(long? fen) => fen is { } sum ? new Money(sum).ToFigures() : null;
}
