using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Domain.Settlements;
using NonLitigation.Odr.Domain.Shared;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Settlements;

/// <summary>The lease of a case's draft: one statement decides who has it, and the database's clock for how long.</summary>
internal static class EditLeases
{
    /// <summary>The lease that runs now, if there is one.</summary>
    public static Task<EditLease?> RunningAsync(OdrDb db, Guid caseId, CancellationToken cancellation) =>
        db.Set<EditLease>().FromSql($"select * from edit_leases where case_id = {caseId} and until > clock_timestamp()").AsNoTracking().SingleOrDefaultAsync(cancellation);

    /// <summary>Takes the lease when it is free or has run out, and goes on with it when it is this page's own.</summary>
    /// <returns>False while another page holds it.</returns>
    public static async Task<bool> HoldAsync(OdrDb db, Guid caseId, Guid person, string name, Guid desk, CancellationToken cancellation) => await db.Database.ExecuteSqlAsync($"""
        insert into edit_leases as held (case_id, person_id, name, desk, since, until)
        values ({caseId}, {person}, {name}, {desk}, clock_timestamp(), clock_timestamp() + {EditLease.Lasts})
        on conflict (case_id) do update set
            person_id = excluded.person_id, name = excluded.name, desk = excluded.desk,
            since = case when held.desk = excluded.desk and held.person_id = excluded.person_id and held.until > clock_timestamp() then held.since else clock_timestamp() end,
            until = clock_timestamp() + {EditLease.Lasts}
        where held.until <= clock_timestamp() or (held.desk = excluded.desk and held.person_id = excluded.person_id)
        """, cancellation) == 1;

    /// <returns>Whether this page held it.</returns>
    public static async Task<bool> EndAsync(OdrDb db, Guid caseId, Guid person, Guid desk, CancellationToken cancellation) => await db.Database.ExecuteSqlAsync(
        $"update edit_leases set until = greatest(since, clock_timestamp()) where case_id = {caseId} and person_id = {person} and desk = {desk} and until > clock_timestamp()", cancellation) == 1;

    /// <exception cref="RefusalException">While another page holds the lease.</exception>
    public static async Task RefuseOtherAsync(OdrDb db, Guid caseId, Guid person, Guid? desk, CancellationToken cancellation)
    {
        if (await RunningAsync(db, caseId, cancellation) is { } lease && !lease.IsOf(person, desk ?? Guid.Empty)) throw SettlementsRules.SomebodyWrites(lease.Name).Refused();
    }
}
