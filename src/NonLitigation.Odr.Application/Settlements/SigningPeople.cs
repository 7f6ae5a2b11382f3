using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Domain.Accounts;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Settlements;
using NonLitigation.Odr.Persistence.Accounts;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Settlements;

/// <summary>Reads from the case who must sign, as whom, and under whose seal.</summary>
internal static class SigningPeople
{
    public static async Task<(SigningRoster, AgreementHeading)> OfAsync(OdrDb db, Case file, CancellationToken cancellation)
    {
        var taking = file.TakingPart.Where(p => p.PersonId is not null).ToList();
        var ids = taking.Select(p => p.PersonId!.Value).ToList();
        var names = await db.Set<Account>().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.DisplayName, cancellation);
        var (organisation, seal) = await SealHolders.OfAsync(db, file.OrganisationId, cancellation);
        var parties = taking.Select(p => Signer(p, names)).ToList();
        return (
            new(parties, new(file.MediatorPersonId!.Value, file.MediatorName!), seal),
            new(file.Number, organisation, file.MediatorName!, [.. taking.Zip(parties, Written)]));
    }

    /// <summary>Whose signatures the round holds.</summary>
    public static Task<List<Guid>> OfRoundAsync(OdrDb db, Guid roundId, CancellationToken cancellation) =>
        db.Set<SigningRound>().Where(r => r.Id == roundId).SelectMany(r => r.Signatures).Where(s => s.PersonId != null).Select(s => s.PersonId!.Value).ToListAsync(cancellation);

    /// <summary>For an organisation its representative signs, for a person his guardian or agent if he has one; each with his own name.</summary>
    private static SigningParty Signer(Party party, Dictionary<Guid, string> names)
    {
        var person = party.PersonId!.Value;
        if (party.Nature == PartyNature.Natural && string.IsNullOrWhiteSpace(party.RepresentativeName)) return new(party.Id, person, party.Name, party.Name.Trim(), null);
        var representative = string.IsNullOrWhiteSpace(party.RepresentativeName) ? names.GetValueOrDefault(person, party.Name) : party.RepresentativeName;
        return new(party.Id, person, party.Name, representative.Trim(), party.Name);
    }

    private static AgreementParty Written(Party party, SigningParty signer) => new(
        party.Id, party.Role.ToString(), party.Name, MaskedId(party.IdNumber), Contact.TryParse(party.Contact, out var contact) ? contact.Masked : null,
        signer.For is null ? null : signer.SignsAs);

    /// <summary>First and last four characters stay.</summary>
    private static string? MaskedId(string? number) => number switch
    {
        null or "" => null,
        { Length: <= 8 } => new string('*', number.Length),
        _ => number[..4] + new string('*', number.Length - 8) + number[^4..],
    };
}
