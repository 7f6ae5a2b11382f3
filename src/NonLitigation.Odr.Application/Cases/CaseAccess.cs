using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Network;
using NonLitigation.Odr.Domain.Shared;
using NonLitigation.Odr.Persistence.Cases;
using NonLitigation.Odr.Persistence.Network;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Cases;

/// <summary>What a person is to one case.</summary>
public enum CaseRelation
{
    None, Applicant,
    /// <summary>Invited to apply together with the applicant, or doing so.</summary>
    CoApplicant, Respondent,
    /// <summary>Was invited and refused, or left.</summary>
    RefusedRespondent,
    /// <summary>Asked to mediate, or mediating.</summary>
    Mediator,
    /// <summary>Works at the organisation that has the case.</summary>
    Operator,
    /// <summary>Works above that organisation: status and clocks, nothing else.</summary>
    Supervisor,
}

/// <summary>A case as one person may have it before him.</summary>
/// <param name="Party">The party the person stands for, if any.</param>
/// <param name="IsSealed">The case is sealed and not open for this person now.</param>
public sealed record CaseFacts(Case Case, CaseRelation Relation, Party? Party, Guid PersonId, bool IsSealed = false)
{
    public CaseRole Role => Relation switch
    {
        CaseRelation.Applicant => CaseRole.Applicant,
        CaseRelation.CoApplicant => CaseRole.CoApplicant,
        CaseRelation.Mediator => CaseRole.Mediator,
        CaseRelation.Operator => CaseRole.Operator,
        _ => CaseRole.Respondent,
    };

    public bool Sees(params SecuredObject[] what) => CaseAccess.Sees(Relation, IsSealed, what);
}

/// <summary>The one way to a case for every feature: what the policy does not show is not found.</summary>
public class CaseAccess
{
    /// <exception cref="RefusalException"><see cref="SharedRules.NotFound"/> unless the policy shows the caller one of <paramref name="what"/>.</exception>
    public virtual async Task<CaseFacts> GetAsync(OdrDb db, Caller caller, Guid caseId, CancellationToken cancellation, params SecuredObject[] what)
    {
        var facts = await FindAsync(db, caller, caseId, cancellation);
        SharedRules.NotFound.When(facts is null || !Allows(facts, what));
        return facts;
    }

    /// <summary>The guard itself; a test replaces it to prove that the walk over all endpoints notices.</summary>
    protected virtual bool Allows(CaseFacts facts, IReadOnlyList<SecuredObject> what) => Sees(facts.Relation, facts.IsSealed, what);

    public static async Task<CaseFacts?> FindAsync(OdrDb db, Caller caller, Guid caseId, CancellationToken cancellation)
    {
        if (caller.PersonId is not { } person || await CaseRows.FindAsync(db, caseId, cancellation) is not { } file) return null;
        var party = file.PartyOf(person);
        var relation = party switch
        {
            { Refused: true } => CaseRelation.RefusedRespondent,
            { IsFiler: true } => CaseRelation.Applicant,
            { IsApplicant: true } => CaseRelation.CoApplicant,
            not null => CaseRelation.Respondent,
            _ when file.MediatorPersonId == person => CaseRelation.Mediator,
            _ => await OversightAsync(db, person, file.OrganisationId, cancellation),
        };
        // Only what has ended can be sealed: a running case costs no question.
        return new CaseFacts(file, relation, party, person, file.HasEnded && await CaseSeals.ShutToAsync(db, caseId, person, cancellation));
    }

    internal static bool Sees(CaseRelation relation, bool isSealed, IReadOnlyList<SecuredObject> what) => relation switch
    {
        CaseRelation.None => false,
        _ when isSealed => relation is not CaseRelation.Supervisor && VisibilityPolicy.SeesAnyOfASealed(what, KindOf(relation)),
        CaseRelation.Supervisor => what.Contains(SecuredObject.CaseStatus),
        _ => VisibilityPolicy.SeesAny(what, KindOf(relation)),
    };

    private static CallerKind KindOf(CaseRelation relation) => relation switch
    {
        CaseRelation.Applicant or CaseRelation.CoApplicant => CallerKind.Applicant,
        CaseRelation.Respondent => CallerKind.Respondent,
        CaseRelation.Mediator => CallerKind.PresidingMediator,
        CaseRelation.Operator => CallerKind.Operator,
        _ => CallerKind.FormerParticipant,
    };

    private static async Task<CaseRelation> OversightAsync(OdrDb db, Guid person, Guid organisationId, CancellationToken cancellation)
    {
        var own = await db.Set<OperatorSeat>().Where(seat => seat.PersonId == person).Select(seat => (Guid?)seat.OrganisationId).FirstOrDefaultAsync(cancellation);
        if (own is null) return CaseRelation.None;
        if (own == organisationId) return CaseRelation.Operator;
        var below = await db.Set<Organisation>().AnyAsync(
            one => one.Id == organisationId && db.Set<Organisation>().Any(above => above.Id == own && one.Path.StartsWith(above.Path)), cancellation);
        return below ? CaseRelation.Supervisor : CaseRelation.None;
    }
}
