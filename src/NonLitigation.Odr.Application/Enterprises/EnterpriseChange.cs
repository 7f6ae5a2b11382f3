using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Shared;
using NonLitigation.Odr.Domain.Enterprises;
using NonLitigation.Odr.Persistence.Enterprises;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Enterprises;

/// <summary>One change of an enterprise's mandates: its row locked, the right asked, the act, what follows from it, in one transaction; nudges after the commit.</summary>
public sealed class EnterpriseChange(OdrDb db, EnterpriseAccess access, MandateEffects effects, INudges nudges, TimeProvider time)
{
    public OdrDb Db { get; } = db;

    /// <param name="scope">How far the caller's own mandate must reach.</param>
    public async Task RunAsync(Caller caller, Guid enterpriseId, MandateScope scope, Func<EnterpriseFacts, DateTimeOffset, Task> act, CancellationToken cancellation)
    {
        await using var transaction = await Db.Database.BeginTransactionAsync(cancellation);
        await EnterpriseRows.LockAsync(Db, enterpriseId, cancellation);
        var facts = await access.GetAsync(Db, caller, enterpriseId, SecuredObject.EnterpriseActs, scope, cancellation);
        var now = time.GetUtcNow();
        // What ran out is marked first, so that the contact is free for a new mandate.
        if (facts.Enterprise.EndExpired(now)) await Db.SaveChangesAsync(cancellation);
        await act(facts, now);
        await effects.ApplyAsync(Db, facts.Enterprise, now, facts.PersonId, cancellation);
        await transaction.CommitAsync(cancellation);
        await TellAsync(facts.Enterprise);
    }

    /// <summary>The same without a caller: somebody entered, or a day ended. In the transaction that is open; tell after its commit.</summary>
    public async Task<Enterprise?> FollowAsync(Guid enterpriseId, Action<Enterprise, DateTimeOffset> act, CancellationToken cancellation)
    {
        await EnterpriseRows.LockAsync(Db, enterpriseId, cancellation);
        if (await EnterpriseRows.FindAsync(Db, enterpriseId, cancellation) is not { } enterprise) return null;
        var now = time.GetUtcNow();
        act(enterprise, now);
        await effects.ApplyAsync(Db, enterprise, now, null, cancellation);
        return enterprise;
    }

    public Task TellAsync(Enterprise enterprise) => nudges.ChangedAsync(
        [.. enterprise.Mandates.Select(one => one.PersonId).OfType<Guid>().Distinct(), .. enterprise.Butlers.Select(one => one.PersonId)], ChangeTopic.Enterprise, enterprise.Id);
}
