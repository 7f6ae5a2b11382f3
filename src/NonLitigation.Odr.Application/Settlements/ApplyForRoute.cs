using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Settlements;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Law;
using NonLitigation.Odr.Domain.Settlements;
using NonLitigation.Odr.Domain.Shared;
using RouteAct = NonLitigation.Odr.Domain.Settlements.RouteAct;

namespace NonLitigation.Odr.Application.Settlements;

/// <summary>What one party can ask of notary and court by himself, and how far it is.</summary>
public sealed class ReadRoutes(RouteChange change)
{
    public Task<RoutesView> Handle(Caller caller, Guid caseId, CancellationToken cancellation) => change.ReadAsync(caller, caseId, cancellation);
}

/// <summary>A party applies: for the notarised instrument or the certificate as creditor, for a deposit as debtor, for a payment order as worker.</summary>
public sealed class ApplyForRoute(RouteChange change)
{
    public Task<RoutesView> Handle(Caller caller, Guid caseId, ApplyForRouteRequest request, CancellationToken cancellation) =>
        change.ActAsync(caller, caseId, doing => Apply(doing, request), cancellation);

    private RouteApplication? Apply(RouteDoing doing, ApplyForRouteRequest request)
    {
        var (act, party) = ((RouteAct)request.Act, doing.Party);
        if (doing.File.Applications.FirstOrDefault(one => one.PartyId == party.Id && one.ClientId == request.ClientId) is { } earlier)
        {
            RouteRules.IdReused.When(earlier.Act != act || !earlier.Items.Select(item => item.Number).SequenceEqual(request.Numbers.Order()));
            return null;
        }
        RouteRules.NotConnected.When(!change.IsConnected(act));
        var offer = RouteOffers.For(doing.File.Facts(Deadline.DayOf(doing.Now)), party.Id).FirstOrDefault(one => one.Act == act) ?? throw RouteRules.NotOffered.Refused();
        if (!offer.IsOpen) throw RouteRules.Closed(offer.Reason).Refused();
        int[] numbers = [.. request.Numbers.Distinct().Order()];
        RouteRules.NoSuchItem.When(numbers.Length == 0 || numbers.Except(offer.Numbers).Any() || (numbers.Length > 1 && act is RouteAct.NotarialDeposit or RouteAct.PaymentOrder));
        var recipient = doing.File.RecipientOf(act, numbers[0], change.Office) ?? throw RouteRules.NoSuchItem.Refused();
        var application = new RouteApplication(
            doing.File.Agreed.Outcome, act, request.ClientId, Applicant(doing, request.Details), recipient, [.. numbers.Select(number => Item(doing.File.Obligation(number), act, request.AmountFen))],
            request.Ground is { } ground ? new((Domain.Settlements.DepositGround)ground, request.Reason ?? "") : null, request.Consent, doing.Now);
        change.Db.Add(application);
        return application;
    }

    private static RouteItem Item(FollowedObligation owed, RouteAct act, long? deposited)
    {
        if (act != RouteAct.NotarialDeposit) return new(owed.Number, act == RouteAct.NotarialDeed ? owed.AmountFen : owed.RestFen);
        if (owed.RestFen is not { } rest) return new(owed.Number, null);
        SettlementsRules.AmountNotPositive.When(deposited is null or <= 0);
        if (deposited > rest) throw PerformanceRules.MoreThanTheRest(new(rest)).Refused();
        return new(owed.Number, deposited);
    }

    /// <summary>What the case file has, and what he says beside it.</summary>
    private static RouteApplicant Applicant(RouteDoing doing, ApplicantDetailsDraft draft)
    {
        var (party, signature) = doing.File.Agreed.Parties.Single(one => one.Party.Id == doing.Party.Id);
        var number = string.IsNullOrWhiteSpace(draft.IdNumber) ? party.IdNumber : draft.IdNumber.Trim();
        ConfirmationRules.IdNumberDoubtful.When(number is { Length: > 0 } && !IdNumbers.IsPlausible(number, party.Nature));
        SharedRules.TextIsNotUnicode.When(draft.Address is { } address && !PlainText.IsClean(address, severalLines: false));
        return new(party.Id, doing.Facts.PersonId, party.Name, signature.For is null ? null : signature.Name, new(number, draft.Address, party.Contact.Length > 0 ? party.Contact : null));
    }
}
