using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Domain.Negotiation;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Negotiation;

/// <summary>Two answers at once, an answer and a withdrawal, a repeat of one request: the second waits and then sees what the first did.</summary>
internal static class ProposalLock
{
    /// <summary>The proposal with its row locked until the transaction ends; read after the lock was got, so never stale.</summary>
    public static async Task<Proposal?> LockedAsync(OdrDb db, Guid id, CancellationToken cancellation)
    {
        await db.Database.ExecuteSqlAsync($"select 1 from proposals where id = {id} for update", cancellation);
        return await db.Set<Proposal>().FirstOrDefaultAsync(p => p.Id == id, cancellation);
    }

    /// <summary>Requests with the same message id of one person follow one another.</summary>
    public static Task OneAtATimeAsync(OdrDb db, Guid person, Guid clientMessageId, CancellationToken cancellation) =>
        db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({$"proposal/{person}/{clientMessageId}"}, 0))", cancellation);
}
