using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Network;
using NonLitigation.Odr.Persistence.Accounts;
using NonLitigation.Odr.Persistence.Cases;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Cases;

/// <summary>Somebody whom a case knows, and his account if he has one.</summary>
public sealed record CasePerson(KnownPerson Known, Guid? PersonId);

/// <summary>People of a case that another feature knows: guests, those who speak for an enterprise.</summary>
public interface ICasePeople
{
    Task<IReadOnlyList<CasePerson>> OfAsync(OdrDb db, Case file, CancellationToken cancellation);
}

/// <summary>Everybody and everything by which a case could be recognised; and whether somebody is connected with it.</summary>
public sealed class PeopleOfACase(IEnumerable<ICasePeople> features, IEnumerable<IConflictCheck> conflicts)
{
    private static readonly NeutralLabel Mediator = new("调解员", "the mediator"), Body = new("调解组织", "the mediation body");

    public async Task<Redaction> RedactionAsync(OdrDb db, Case file, CancellationToken cancellation)
    {
        var people = await AllAsync(db, file, cancellation);
        var body = await db.Set<Organisation>().Where(one => one.Id == file.OrganisationId).Select(one => one.Name).SingleAsync(cancellation);
        return new Redaction(people.Select(one => one.Known), [new(file.Number, RecognisedKind.CaseNumber, NeutralLabel.CaseNumber), new(body, RecognisedKind.Name, Body)]);
    }

    /// <summary>Stands, stood or acts in the case, has a name or contact of somebody in it, or must not have to do with it for another reason.</summary>
    public async Task<bool> IsConnectedAsync(OdrDb db, Guid caseId, Guid personId, string name, CancellationToken cancellation)
    {
        if (await CaseRows.FindAsync(db, caseId, cancellation) is not { } file) return true;
        if (file.FilerId == personId || await db.Set<CaseMove>().AnyAsync(move => move.CaseId == caseId && move.PersonId == personId, cancellation)) return true;
        var account = await db.Set<Account>().AsNoTracking().FirstOrDefaultAsync(one => one.Id == personId, cancellation);
        if (account is null) return true;
        string?[] contacts = [account.PhoneNumber, account.Email, account.UserName];
        var names = new[] { name, account.DisplayName }.Select(Plain).ToHashSet();
        foreach (var (known, person) in await AllAsync(db, file, cancellation))
            if (person == personId || (known.Contact is { Length: > 0 } contact && contacts.Contains(contact)) || names.Contains(Plain(known.Name)) || (known.Representative is { } other && names.Contains(Plain(other))))
                return true;
        foreach (var check in conflicts)
            if (await check.ConflictAsync(db, personId, caseId, cancellation) is not null) return true;
        return false;
    }

    private async Task<List<CasePerson>> AllAsync(OdrDb db, Case file, CancellationToken cancellation)
    {
        var people = KnownPerson.PartiesOf(file).Select(known => new CasePerson(known, null)).ToList();
        var standing = file.Parties.Where(party => party.PersonId is not null).DistinctBy(party => party.PersonId).ToDictionary(party => party.PersonId!.Value, LabelOf(file));
        var ids = standing.Keys.Append(file.FilerId).ToList();
        var accounts = await db.Set<Account>().AsNoTracking().Where(one => ids.Contains(one.Id)).ToListAsync(cancellation);
        people.AddRange(accounts.Select(one => new CasePerson(new(one.DisplayName, false, standing.GetValueOrDefault(one.Id, KnownPerson.LabelOf(PartyRole.Applicant, "")), one.PhoneNumber ?? one.Email), one.Id)));
        if (file.MediatorName is { } mediator) people.Add(new(new(mediator, false, Mediator), file.MediatorPersonId));
        foreach (var feature in features) people.AddRange(await feature.OfAsync(db, file, cancellation));
        return people;
    }

    /// <summary>Whoever stands for a party and is not called like it represents it.</summary>
    private static Func<Party, NeutralLabel> LabelOf(Case file)
    {
        var labels = file.Parties.OrderBy(party => party.Role == PartyRole.Respondent).ThenBy(party => party.Position).Zip(KnownPerson.PartiesOf(file)).ToDictionary(pair => pair.First.Id, pair => pair.Second);
        return party => party is { Nature: PartyNature.Natural, RepresentativeName: null } ? labels[party.Id].Label : KnownPerson.RepresentativeOf(labels[party.Id].Label);
    }

    private static string Plain(string name) => string.Concat(name.Where(letter => !char.IsWhiteSpace(letter))).ToUpperInvariant();
}
