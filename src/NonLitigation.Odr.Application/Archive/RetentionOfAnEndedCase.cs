using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Cases;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Archive;

/// <summary>With its end a case gets its class of retention, in the same transaction, by the organisation's policy of that day.</summary>
public sealed class RetentionOfAnEndedCase(TimeProvider time) : ICaseReaction
{
    public async Task CaseClosedAsync(OdrDb db, Guid caseId, string reason, CancellationToken cancellation)
    {
        var file = await db.Set<Case>().FirstOrDefaultAsync(one => one.Id == caseId, cancellation);
        if (file is not { HasEnded: true } || await db.Set<CaseRetention>().AnyAsync(one => one.CaseId == caseId, cancellation)) return;
        db.Add(CaseRetention.Assign(file, await PolicyOfAsync(db, file.OrganisationId, cancellation), time.GetUtcNow()));
        await db.SaveChangesAsync(cancellation);
    }

    internal static async Task<RetentionPolicy> PolicyOfAsync(OdrDb db, Guid organisationId, CancellationToken cancellation) =>
        await db.Set<RetentionPolicy>().AsNoTracking().FirstOrDefaultAsync(one => one.OrganisationId == organisationId, cancellation) ?? RetentionPolicy.ByDefault(organisationId);
}
