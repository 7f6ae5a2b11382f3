using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Law;
using NonLitigation.Odr.Domain.Settlements;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Settlements;

/// <summary>An effective agreement with its performance, and what its parties have asked of notary and court by themselves.</summary>
internal sealed record RouteFile(ConfirmationFile Agreed, Performance Performance, IReadOnlyList<RouteApplication> Applications)
{
    public Case Case => Agreed.Case;

    public IReadOnlySet<Guid> Accepted => Agreed.Acceptances.Select(one => one.PartyId).ToHashSet();

    public RouteFacts Facts(DateOnly today) => new(
        Case.Kind, Performance.Obligations, Accepted, Agreed.Parties.ToDictionary(one => one.Party.Id, one => one.Party.Name), Applications, today);

    public FollowedObligation Obligation(int number) => Performance.Obligation(number, null);

    public Party PartyOf(Guid id) => Case.Parties.Single(party => party.Id == id);

    /// <summary>A party has before him what he asked for, and what is about something that he owes or is owed.</summary>
    public bool Concerns(RouteApplication application, Guid party) => application.PartyId == party || application.Items.Any(item => Obligation(item.Number).Concerns(party));

    /// <summary>For nudges.</summary>
    public IReadOnlyList<Guid> PeopleOf(RouteApplication application) =>
        [.. Agreed.Parties.Select(one => one.Party).Where(party => Concerns(application, party.Id)).Select(party => party.PersonId).Append(Case.MediatorPersonId).OfType<Guid>().Distinct()];

    /// <summary>The notary's office; of a payment order the court where the debtor of this obligation lives, null when his address does not tell.</summary>
    public Recipient? RecipientOf(RouteAct act, int number, Recipient office)
    {
        if (act != RouteAct.PaymentOrder) return office;
        return BasicCourts.OfPlace(PartyOf(Obligation(number).ObligorPartyIds[0]).Place) is { } court ? new(court.Code, court.Name) : null;
    }

    /// <summary>Whether the creditor of what is deposited owes the depositor something that is due (民法典 574).</summary>
    public bool OwesInReturn(RouteApplication deposit, Guid creditor, DateOnly today) =>
        Performance.Obligations.Any(one => one.IsOwedBy(creditor) && one.ObligeePartyId == deposit.PartyId && !one.IsPerformed && one.DueOn <= today);

    /// <summary>Waits for everybody else's acts on applications and performance of this case.</summary>
    public static async Task LockAsync(OdrDb db, Guid caseId, CancellationToken cancellation)
    {
        await ConfirmationFile.LockAsync(db, caseId, cancellation);
        await PerformanceFile.LockAsync(db, caseId, cancellation);
    }

    public static async Task<RouteFile> LoadAsync(OdrDb db, Case file, CancellationToken cancellation)
    {
        var agreed = await ConfirmationFile.LoadAsync(db, file, cancellation);
        var performance = await PerformanceFile.Whole(db).SingleAsync(one => one.CaseId == file.Id, cancellation);
        var applications = await db.Set<RouteApplication>().Where(one => one.CaseId == file.Id).OrderBy(one => one.Id).ToListAsync(cancellation);
        return new(agreed, performance, applications);
    }
}
