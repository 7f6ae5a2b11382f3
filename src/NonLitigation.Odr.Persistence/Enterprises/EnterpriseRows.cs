using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Domain.Enterprises;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Persistence.Enterprises;

/// <summary>Reading whole enterprises.</summary>
public static class EnterpriseRows
{
    public static Task<Enterprise?> FindAsync(OdrDb db, Guid enterpriseId, CancellationToken cancellation) =>
        db.Set<Enterprise>().AsSplitQuery().FirstOrDefaultAsync(one => one.Id == enterpriseId, cancellation);

    /// <summary>Keeps everybody else's changes of its mandates waiting until the transaction ends.</summary>
    public static Task LockAsync(OdrDb db, Guid enterpriseId, CancellationToken cancellation) =>
        db.Database.ExecuteSqlAsync($"select 1 from enterprises where id = {enterpriseId} for update", cancellation);

    /// <summary>No mandate of it changes until the transaction ends; others may rely on it at the same time.</summary>
    public static Task RelyOnAsync(OdrDb db, Guid enterpriseId, CancellationToken cancellation) =>
        db.Database.ExecuteSqlAsync($"select 1 from enterprises where id = {enterpriseId} for share", cancellation);
}
