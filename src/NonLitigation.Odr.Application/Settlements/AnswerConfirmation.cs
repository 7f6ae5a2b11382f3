using NonLitigation.Odr.Application.Accounts;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Settlements;
using NonLitigation.Odr.Domain.Settlements;
using ConfirmationState = NonLitigation.Odr.Domain.Settlements.ConfirmationState;

namespace NonLitigation.Odr.Application.Settlements;

/// <summary>The routes to enforcement and the joint application, as parties and presiding mediator see them.</summary>
public sealed class ReadEnforcement(ConfirmationChange change)
{
    public Task<EnforcementView> Handle(Caller caller, Guid caseId, CancellationToken cancellation) => change.ReadAsync(caller, caseId, cancellation);
}

/// <summary>One party begins the joint application: he chooses the court, applies himself, and every other party is told.</summary>
public sealed class BeginConfirmation(ConfirmationChange change, IDeliveries deliveries, PublicAddress address)
{
    public Task<EnforcementView> Handle(Caller caller, Guid caseId, BeginConfirmationRequest request, CancellationToken cancellation) =>
        change.ActAsync(caller, caseId, act =>
        {
            if (act.IsRepeat(request.ClientId, joins: true)) return Task.CompletedTask;
            ConfirmationRules.AlreadyBegun.When(act.File.Confirmation is { IsOver: false });
            var route = EnforcementChooser.Confirmation(act.File.Facts(act.Now));
            if (!route.IsOpen) throw ConfirmationRules.RouteClosed(route.Reason).Refused();
            var court = act.File.Courts.Find(request.CourtCode) ?? throw ConfirmationRules.NoSuchCourt.Refused();
            var begun = Confirmation.Begin(act.File.Outcome, act.File.Seats(), court, act.Now);
            begun.Join(act.Party.Id, act.Person, request.ClientId, act.Details(request.Details), request.Consent, act.Now);
            change.Db.Add(begun);
            act.File = act.File with { Confirmation = begun };
            ConfirmationNotices.Add(change.Db, deliveries, address, act.File, ConfirmationNotices.Begun(act.Party.Name));
            return Task.CompletedTask;
        }, cancellation);
}

/// <summary>Another party joins, each for himself. With the last one it is complete as far as people go.</summary>
public sealed class JoinConfirmation(ConfirmationChange change)
{
    public Task<EnforcementView> Handle(Caller caller, Guid caseId, JoinConfirmationRequest request, CancellationToken cancellation) =>
        change.ActAsync(caller, caseId, act =>
        {
            if (!act.IsRepeat(request.ClientId, joins: true))
                act.Confirmation.Join(act.Party.Id, act.Person, request.ClientId, act.Details(request.Details), request.Consent, act.Now);
            return Task.CompletedTask;
        }, cancellation);
}

/// <summary>A party declines, with a reason; without him there is no joint application.</summary>
public sealed class DeclineConfirmation(ConfirmationChange change)
{
    public Task<EnforcementView> Handle(Caller caller, Guid caseId, DeclineConfirmationRequest request, CancellationToken cancellation) =>
        change.ActAsync(caller, caseId, act =>
        {
            if (!act.IsRepeat(request.ClientId, joins: false)) act.Confirmation.Decline(act.Party.Id, act.Person, request.ClientId, request.Reason, act.Now);
            return Task.CompletedTask;
        }, cancellation);
}

/// <summary>Takes the application back while it has not been sent. Again, by anybody: it stays withdrawn.</summary>
public sealed class WithdrawConfirmation(ConfirmationChange change)
{
    public Task<EnforcementView> Handle(Caller caller, Guid caseId, WithdrawConfirmationRequest request, CancellationToken cancellation) =>
        change.ActAsync(caller, caseId, act =>
        {
            if (act.Confirmation.State != ConfirmationState.Withdrawn) act.Confirmation.Withdraw(act.Party.Id, request.Reason, act.Now);
            return Task.CompletedTask;
        }, cancellation);
}
