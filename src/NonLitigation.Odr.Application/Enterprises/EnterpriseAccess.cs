using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Domain.Enterprises;
using NonLitigation.Odr.Domain.Law;
using NonLitigation.Odr.Domain.Shared;
using NonLitigation.Odr.Persistence.Enterprises;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Enterprises;

/// <summary>An enterprise as one of its people has it before him.</summary>
/// <param name="Mandate">The caller's mandate in force; null for a member of the butler team.</param>
public sealed record EnterpriseFacts(Enterprise Enterprise, Mandate? Mandate, Guid PersonId, DateOnly Today)
{
    public bool May(MandateScope scope) => Mandate?.Allows(scope, Today) == true;
}

/// <summary>The one way to an enterprise: a mandate is asked for anew each time, and what it does not reach is not found.</summary>
public class EnterpriseAccess(TimeProvider time)
{
    /// <param name="scope">What an act of the enterprise needs; reading needs the least.</param>
    /// <exception cref="RefusalException"><see cref="SharedRules.NotFound"/>.</exception>
    public async Task<EnterpriseFacts> GetAsync(OdrDb db, Caller caller, Guid enterpriseId, SecuredObject what, MandateScope scope, CancellationToken cancellation)
    {
        var enterprise = await EnterpriseRows.FindAsync(db, enterpriseId, cancellation);
        if (enterprise is null || caller.PersonId is not { } person) throw SharedRules.NotFound.Refused();
        var today = Deadline.DayOf(time.GetUtcNow());
        var facts = new EnterpriseFacts(enterprise, enterprise.MandateOf(person, today), person, today);
        SharedRules.NotFound.When(!Allows(facts, what, scope));
        return facts;
    }

    /// <summary>The guard itself; a test replaces it to prove that the walk over all endpoints notices.</summary>
    protected virtual bool Allows(EnterpriseFacts facts, SecuredObject what, MandateScope scope) => facts switch
    {
        { Mandate: not null } => VisibilityPolicy.Sees(what, CallerKind.EnterpriseRepresentative) && facts.May(scope),
        _ when facts.Enterprise.ButlerOf(facts.PersonId) is not null => VisibilityPolicy.Sees(what, CallerKind.ButlerTeamMember),
        _ => false,
    };
}
