using Microsoft.Extensions.DependencyInjection;
using NonLitigation.Odr.Application.Cases;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Documents.Archive;
using NonLitigation.Odr.Documents.Shared;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Network;
using NonLitigation.Odr.Domain.Shared;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Archive;

/// <summary>A copy about to be written to the caller.</summary>
public sealed record CaseFileDownload(string FileName, Func<Stream, CancellationToken, Task> WriteAsync);

/// <summary>
/// The whole file of a case as one archive that can be checked offline. A party gets what he may see and nothing else; the right is asked again for every
/// part. That a copy was taken is recorded. It is written as it is read: no part but the one in hand is in memory.
/// </summary>
public sealed class ExportCaseFile(OdrDb db, CaseAccess access, IServiceProvider services, Lazy<KeyStore> keys, TimeProvider time)
{
    /// <exception cref="RefusalException">Not found; <see cref="RetentionRules.NotEnded"/> for whoever keeps the files, while the case runs.</exception>
    public async Task<CaseFileDownload> BeginAsync(Caller caller, Guid caseId, CancellationToken cancellation)
    {
        var facts = await access.GetAsync(db, caller, caseId, cancellation, SecuredObject.CaseFileCopy);
        RetentionRules.NotEnded.When(facts.Relation == CaseRelation.Operator && !facts.Case.HasEnded);
        var organisation = await db.Set<Organisation>().FindAsync([facts.Case.OrganisationId], cancellation);
        var now = time.GetUtcNow();
        db.Add(new CaseFileCopy(caseId, facts.PersonId, facts.Relation.ToString(), now));
        await db.SaveChangesAsync(cancellation);
        var heading = new CaseFileHeading(caseId, facts.Case.Number, organisation!.Name, facts.Relation.ToString(), now);
        var eyes = facts.Relation == CaseRelation.Operator ? new KeepersAccess() : access;
        return new($"{facts.Case.Number} 卷宗.zip", async (output, stop) =>
        {
            await using var writer = await CaseFileWriter.BeginAsync(output, keys.Value.Checkpoints, heading, stop);
            var parts = ActivatorUtilities.CreateInstance<CaseFileParts>(services, eyes, db);
            await parts.WriteAsync(writer, caller, facts.Case, stop);
            await writer.FinishAsync(stop);
        });
    }
}
