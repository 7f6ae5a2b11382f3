using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Settlements;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Settlements;

namespace NonLitigation.Odr.Application.Settlements;

/// <summary>A signer says no, with a reason; nobody can sign until the mediator reopens.</summary>
public sealed class DeclineToSign(AgreementChange change)
{
    public Task<AgreementView> Handle(Caller caller, Guid agreementId, DeclineToSignRequest request, CancellationToken cancellation) =>
        change.SignAsync(caller, agreementId, async act =>
        {
            var (file, agreement) = (act.File, act.File.Agreement);
            SettlementsRules.CaseEnded.When(file.Case.Stage == CaseStage.Closed);
            agreement.Decline(file.Person, request.FrozenHash, request.Reason, act.Now);
            var declined = agreement.Round!.Signatures.First(s => s.PersonId == file.Person && s.DeclinedAt is not null);
            await act.StoreAsync(room => [AgreementEntries.Declined(room, agreement, declined)]);
        }, cancellation);
}
