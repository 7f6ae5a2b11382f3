using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Settlements;
using NonLitigation.Odr.Domain.Settlements;

namespace NonLitigation.Odr.Application.Settlements;

/// <summary>Back to drafting, before effect: every consent given to the earlier bytes is void.</summary>
public sealed class ReopenAgreement(AgreementChange change)
{
    public Task<AgreementView> Handle(Caller caller, Guid caseId, ReopenAgreementRequest request, CancellationToken cancellation) =>
        change.PresideAsync(caller, caseId, async act =>
        {
            var file = act.File;
            var round = file.Agreement.Round;
            file.Agreement.Reopen(request.Reason, act.Now);
            file.Case.Reopen(file.Person, round!.VoidedReason!, act.Now);
            act.Origin = (Domain.Settlements.VersionOrigin.Reopened, null);
            await act.StoreAsync(room => [AgreementEntries.Reopened(room, file.Person, file.Agreement, round.VoidedReason!)]);
        }, cancellation);
}
