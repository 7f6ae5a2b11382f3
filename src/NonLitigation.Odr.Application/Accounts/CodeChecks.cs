using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Domain.Accounts;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Accounts;

/// <summary>Checks a code under its row's lock, so that tries are counted however many arrive at once.</summary>
public sealed class CodeChecks(OdrDb db, TimeProvider time)
{
    /// <returns>The used-up challenge.</returns>
    /// <remarks>Runs in the caller's transaction. A wrong try is committed before the refusal leaves.</remarks>
    public async Task<OneTimeCode> UseAsync(Guid challengeId, string? code, Guid? personId, CancellationToken cancellation)
    {
        var challenge = await db.Set<OneTimeCode>().FromSql($"select * from one_time_codes where id = {challengeId} for update").SingleOrDefaultAsync(cancellation);
        if (challenge is null)
        {
            OneTimeCode.Pretend(code);
            throw AccountsRules.CodeWrong.Refused();
        }

        if (challenge.Try(code, personId, time.GetUtcNow())) return challenge;
        await db.SaveChangesAsync(cancellation);
        if (db.Database.CurrentTransaction is { } transaction) await transaction.CommitAsync(cancellation);
        throw AccountsRules.CodeWrong.Refused();
    }
}
