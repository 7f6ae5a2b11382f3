using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Domain.Enterprises;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Enterprises;

/// <summary>Who speaks for an enterprise in each of the cases that it opened.</summary>
internal static class EnterpriseSpeakers
{
    public static async Task<IReadOnlyList<EnterpriseSpeaker>> NowAsync(OdrDb db, Guid enterpriseId, CancellationToken cancellation)
    {
        var all = await db.Set<EnterpriseSpeaker>().AsNoTracking().Where(one => one.EnterpriseId == enterpriseId).ToListAsync(cancellation);
        return [.. all.GroupBy(one => one.CaseId).Select(statements => statements.MaxBy(one => (one.Since, one.Id))!)];
    }
}
