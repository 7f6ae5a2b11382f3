using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Domain.Settlements;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Application.Settlements;

public sealed record OutcomeFile(string Name, byte[] Pdf, string Sha256);

/// <summary>The sealed PDF, for those who signed it; the right is checked at every download.</summary>
public sealed class DownloadOutcome(AgreementChange change)
{
    public async Task<OutcomeFile> Handle(Caller caller, Guid outcomeId, CancellationToken cancellation)
    {
        _ = caller.Person;
        var outcome = await change.Db.Set<Outcome>().AsNoTracking().FirstOrDefaultAsync(o => o.Id == outcomeId, cancellation);
        SharedRules.NotFound.When(outcome is null);
        var file = await change.ReadAsync(caller, outcome.CaseId, cancellation);
        SettlementsRules.OutcomeBeingPrepared.When(outcome.State == OutcomeState.Preparing);
        var document = await OutcomeDocuments.NewestAsync(change.Db, outcomeId, cancellation);
        return new($"{file.Case.Number} 调解协议书.pdf", document.Pdf, document.Sha256);
    }
}
