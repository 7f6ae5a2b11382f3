using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Domain.Accounts;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Persistence.Accounts;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Settlements;

/// <summary>How parties can be reached: the party's own contact, else that of the account that stands for him.</summary>
internal static class PartyContacts
{
    /// <returns>By party; null where there is nothing that could be used.</returns>
    public static async Task<Dictionary<Guid, string?>> OfAsync(OdrDb db, IReadOnlyList<Party> parties, CancellationToken cancellation)
    {
        var people = parties.Where(party => !party.CanBeReached).Select(party => party.PersonId).OfType<Guid>().ToList();
        var accounts = people.Count == 0 ? [] : await db.Set<Account>().Where(a => people.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.PhoneNumber ?? a.Email, cancellation);
        return parties.ToDictionary(party => party.Id, party => Reachable(party.CanBeReached ? party.Contact : party.PersonId is { } person ? accounts.GetValueOrDefault(person) : null));
    }

    private static string? Reachable(string? contact) => Contact.TryParse(contact, out var found) ? found.Value : null;
}
