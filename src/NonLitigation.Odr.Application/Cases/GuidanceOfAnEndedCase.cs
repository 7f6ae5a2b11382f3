using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Cases;

/// <summary>When a case ends, its open questions to guides close; what was answered stays with the case.</summary>
public sealed class GuidanceOfAnEndedCase(TimeProvider time) : ICaseReaction
{
    public async Task CaseClosedAsync(OdrDb db, Guid caseId, string reason, CancellationToken cancellation)
    {
        // Whoever answers at this moment is first or finds it closed.
        await db.Database.ExecuteSqlAsync($"select 1 from guidance_questions where case_id = {caseId} and state <> 'Closed' order by id for update", cancellation);
        foreach (var question in await db.Set<GuidanceQuestion>().Where(one => one.CaseId == caseId && one.State != GuidanceState.Closed).ToListAsync(cancellation))
            question.Close(null, asGuide: false, time.GetUtcNow());
    }
}
