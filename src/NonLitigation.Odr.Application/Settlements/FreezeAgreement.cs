using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Settlements;

namespace NonLitigation.Odr.Application.Settlements;

/// <summary>Fixes the draft to exact bytes and opens the signing; everything that is missing is named in one refusal.</summary>
public sealed class FreezeAgreement(AgreementChange change)
{
    public Task<AgreementView> Handle(Caller caller, Guid caseId, FreezeAgreementRequest request, CancellationToken cancellation) =>
        change.PresideAsync(caller, caseId, async act =>
        {
            var file = act.File;
            var round = file.Agreement.Freeze(request.ExpectedVersion, file.Roster, file.Heading, act.Today, act.Now);
            file.Case.Freeze(file.Person, act.Now);
            await act.StoreAsync(room => [AgreementEntries.Frozen(room, file.Person, file.Agreement, round)]);
        }, cancellation);
}
