using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Settlements;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Settlements;

namespace NonLitigation.Odr.Application.Settlements;

/// <summary>A page begins or goes on writing, or stops. Who writes is told to those who see the draft; going on is not told again.</summary>
public sealed class HoldEditLease(AgreementChange change)
{
    /// <returns>Whose it is now: a page that does not get it is answered, not refused.</returns>
    public async Task<EditLeaseView> HoldAsync(Caller caller, Guid caseId, HoldEditLeaseRequest request, CancellationToken cancellation)
    {
        var file = await change.ReadAsync(caller, caseId, cancellation, SecuredObject.CasePresiding);
        SettlementsRules.DeskMissing.When(request.Desk == Guid.Empty);
        SettlementsRules.NotInMediation.When(file.Case.Stage != CaseStage.InMediation);
        var before = await EditLeases.RunningAsync(change.Db, caseId, cancellation);
        var mine = await EditLeases.HoldAsync(change.Db, caseId, file.Person, file.Case.MediatorName!, request.Desk, cancellation);
        if (mine && before?.IsOf(file.Person, request.Desk) != true) await TellAsync(file);
        return new(mine, (await EditLeases.RunningAsync(change.Db, caseId, cancellation))?.View(file.Person));
    }

    public async Task EndAsync(Caller caller, Guid caseId, HoldEditLeaseRequest request, CancellationToken cancellation)
    {
        var file = await change.ReadAsync(caller, caseId, cancellation, SecuredObject.CasePresiding);
        if (await EditLeases.EndAsync(change.Db, caseId, file.Person, request.Desk, cancellation)) await TellAsync(file);
    }

    /// <summary>While the draft is the mediator's alone, it is his alone that he writes.</summary>
    private Task TellAsync(AgreementFile file) => change.TellAsync(file, file.Agreement.OnTableSince is null ? [file.Person] : null);
}
