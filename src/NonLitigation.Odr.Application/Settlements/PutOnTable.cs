using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Settlements;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Settlements;

namespace NonLitigation.Odr.Application.Settlements;

/// <summary>The presiding mediator lays the draft before the parties, or goes on alone. Both stand in the joint room's record.</summary>
public sealed class PutOnTable(AgreementChange change)
{
    public Task<AgreementView> PutAsync(Caller caller, Guid caseId, PutOnTableRequest request, CancellationToken cancellation) => change.PresideAsync(caller, caseId, async act =>
    {
        var (agreement, was) = (act.File.Agreement, act.File.Agreement.OnTableSince);
        SettlementsRules.NotInMediation.When(act.File.Case.Stage != CaseStage.InMediation);
        agreement.PutOnTable(request.ExpectedVersion, act.Now);
        await act.StoreAsync(was is null ? room => [AgreementEntries.OnTable(room, act.File.Person, agreement)] : null);
    }, cancellation);

    public Task<AgreementView> TakeOffAsync(Caller caller, Guid caseId, CancellationToken cancellation) => change.PresideAsync(caller, caseId, async act =>
    {
        var (agreement, was) = (act.File.Agreement, act.File.Agreement.OnTableSince);
        agreement.TakeOffTable();
        await act.StoreAsync(was is null ? null : room => [AgreementEntries.OffTable(room, act.File.Person, agreement)]);
    }, cancellation);
}
