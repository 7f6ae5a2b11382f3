using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Settlements;
using NonLitigation.Odr.Domain.Law;
using NonLitigation.Odr.Domain.Settlements;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Application.Settlements;

/// <summary>The applicant brings what was asked for.</summary>
public sealed class SupplyRoute(RouteChange change)
{
    public Task<RoutesView> Handle(Caller caller, Guid caseId, SupplyRouteRequest request, CancellationToken cancellation) =>
        change.ActAsync(caller, caseId, doing =>
        {
            var application = doing.Application(request.ApplicationId);
            SharedRules.TextIsNotUnicode.When(request.Address is { } address && !PlainText.IsClean(address, severalLines: false));
            application.Supply(doing.Party.Id, request.Address, request.Reason, doing.Now);
            return application;
        }, cancellation);
}

/// <summary>The creditor says that he has collected a deposit from the notary; not while he owes the depositor something due (民法典 574).</summary>
public sealed class CollectDeposit(RouteChange change)
{
    public Task<RoutesView> Handle(Caller caller, Guid caseId, CollectDepositRequest request, CancellationToken cancellation) =>
        change.ActAsync(caller, caseId, doing =>
        {
            var application = doing.Application(request.ApplicationId);
            RouteRules.NotDeposited.When(application.Act != Domain.Settlements.RouteAct.NotarialDeposit || doing.File.Obligation(application.Items[0].Number).ObligeePartyId != doing.Party.Id);
            application.Collect(doing.Party.Name, doing.File.OwesInReturn(application, doing.Party.Id, Deadline.DayOf(doing.Now)), doing.Now);
            return application;
        }, cancellation);
}

/// <summary>A debtor objects to a payment order; the objection goes to the court.</summary>
public sealed class ObjectToOrder(RouteChange change)
{
    public Task<RoutesView> Handle(Caller caller, Guid caseId, ObjectToOrderRequest request, CancellationToken cancellation) =>
        change.ActAsync(caller, caseId, doing =>
        {
            var application = doing.Application(request.ApplicationId);
            RouteRules.NoOrder.When(!doing.File.Obligation(application.Items[0].Number).IsOwedBy(doing.Party.Id));
            application.RaiseObjection(doing.Party.Id, doing.Party.Name, request.Reason, doing.Now);
            return application;
        }, cancellation);
}
