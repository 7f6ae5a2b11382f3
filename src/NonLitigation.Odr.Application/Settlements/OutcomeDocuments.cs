using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Domain.Settlements;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Settlements;

internal static class OutcomeDocuments
{
    /// <summary>The sealed PDF, with its timestamp as soon as that has come.</summary>
    public static Task<OutcomeDocument> NewestAsync(OdrDb db, Guid outcomeId, CancellationToken cancellation) =>
        db.Set<OutcomeDocument>().AsNoTracking().Where(one => one.OutcomeId == outcomeId).OrderByDescending(one => one.Edition).FirstAsync(cancellation);
}
