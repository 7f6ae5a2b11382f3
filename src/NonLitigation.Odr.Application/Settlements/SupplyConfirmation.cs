using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Settlements;
using NonLitigation.Odr.Domain.Evidence;
using NonLitigation.Odr.Domain.Settlements;

namespace NonLitigation.Odr.Application.Settlements;

/// <summary>A party brings what the packet lacks, or what the court asked for; the same again changes nothing that counts.</summary>
public sealed class SupplyConfirmation(ConfirmationChange change)
{
    public Task<EnforcementView> Handle(Caller caller, Guid caseId, SupplyConfirmationRequest request, CancellationToken cancellation) =>
        change.ActAsync(caller, caseId, async act =>
        {
            var proofs = request.PropertyProofIds is { } ids ? await ProofsAsync(caseId, ids, cancellation) : null;
            act.Confirmation.Supply(act.Party.Id, act.Details(request.Details), proofs, act.Now);
        }, cancellation);

    /// <summary>Only what lies in this case's file, where every party sees it already.</summary>
    private async Task<List<PropertyProof>> ProofsAsync(Guid caseId, IReadOnlyList<Guid> ids, CancellationToken cancellation)
    {
        var proofs = await change.Db.Set<Exhibit>().AsNoTracking().Where(one => one.CaseId == caseId && ids.Contains(one.Id)).OrderBy(one => one.UploadedAt)
            .Select(one => new PropertyProof(one.Id, one.Name, one.MediaType, one.Sha256)).ToListAsync(cancellation);
        ConfirmationRules.NoSuchProof.When(proofs.Count != ids.Distinct().Count());
        return proofs;
    }
}
