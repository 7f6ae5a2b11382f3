using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Persistence.Cases;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Cases;

/// <summary>A person who will stand for a party from now on.</summary>
public sealed record PartySuccessor(Guid PersonId, string Name, string Contact);

/// <summary>Another person stands for an organisation in a case: the former one has nothing of it any more, in open pages too.</summary>
public sealed class PassOnParty(IEnumerable<ICaseReaction> reactions, TimeProvider time)
{
    /// <summary>In the transaction that <paramref name="db"/> has open.</summary>
    /// <returns>False when nothing is to be done: the former person stands for nobody there, or the successor stands for another party.</returns>
    public async Task<bool> HandleAsync(OdrDb db, Guid caseId, Guid formerPersonId, PartySuccessor successor, CancellationToken cancellation)
    {
        await CaseRows.LockAsync(db, caseId, cancellation);
        if (await CaseRows.FindAsync(db, caseId, cancellation) is not { } file || file.PartyOf(formerPersonId) is not { } party || file.PartyOf(successor.PersonId) is not null) return false;
        file.PassOn(party.Id, successor.PersonId, successor.Name, successor.Contact, time.GetUtcNow());
        await db.SaveChangesAsync(cancellation);
        var known = new MediationParty(party.Id, successor.PersonId, party.Name, party.IsApplicant);
        foreach (var reaction in reactions) await reaction.RepresentativeChangedAsync(db, caseId, formerPersonId, known, cancellation);
        return true;
    }
}
