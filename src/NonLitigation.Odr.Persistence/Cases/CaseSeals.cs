using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Persistence.Cases;

/// <summary>Which cases are sealed, and for whom one is open for a while. By the database's clock.</summary>
public static class CaseSeals
{
    /// <summary>The same question for statements over <c>rooms r</c> and <c>room_members m</c>.</summary>
    public const string NotShutTo = """
        not exists (select from case_retentions c where c.case_id = r.case_id and c.sealed_at is not null and not exists (select from seal_openings o
            where o.case_id = c.case_id and o.reader_id = m.person_id and o.ended_at is null and o.until > now()))
        """;

    public static Task<bool> ShutToAsync(OdrDb db, Guid caseId, Guid person, CancellationToken cancellation) =>
        db.Set<CaseRetention>().AnyAsync(kept => kept.CaseId == caseId && kept.SealedAt != null && !db.Set<SealOpening>().Any(
            opening => opening.CaseId == caseId && opening.ReaderId == person && opening.EndedAt == null && opening.Until > DateTimeOffset.UtcNow), cancellation);
}
