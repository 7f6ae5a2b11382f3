using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Persistence.Cases;

/// <summary>Reading whole cases.</summary>
public static class CaseRows
{
    public static Task<Case?> FindAsync(OdrDb db, Guid caseId, CancellationToken cancellation) =>
        db.Set<Case>().AsSplitQuery().FirstOrDefaultAsync(file => file.Id == caseId, cancellation);

    /// <summary>Keeps everybody else's acts on this case waiting until the transaction ends; what is read afterwards is not stale.</summary>
    public static Task LockAsync(OdrDb db, Guid caseId, CancellationToken cancellation) =>
        db.Database.ExecuteSqlAsync($"select 1 from cases where id = {caseId} for update", cancellation);
}
