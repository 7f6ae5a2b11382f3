using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Accounts;
using NonLitigation.Odr.Domain.Accounts;
using NonLitigation.Odr.Persistence.Accounts;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Accounts;

/// <summary>What other features know about a person, for MeView. Each of them may fill in its part.</summary>
public sealed class MeFacts
{
    public Guid? MediatorId { get; set; }
    public Guid? OrganisationId { get; set; }
    public string? OrganisationName { get; set; }
    public List<Guid> EnterpriseIds { get; } = [];
    /// <summary>A legal guide now; ends with the pairing, at once.</summary>
    public bool Guides { get; set; }
}

public interface IMeFacts
{
    Task FillAsync(OdrDb db, Guid personId, MeFacts facts, CancellationToken cancellation);
}

/// <summary>The signed-in person as the browser needs to know him.</summary>
public sealed class ReadMe(OdrDb db, UserManager<Account> accounts, IEnumerable<IMeFacts> features)
{
    public async Task<MeView> Handle(Caller caller, CancellationToken cancellation)
    {
        var account = caller.PersonId is { } id ? await accounts.FindByIdAsync(id.ToString()) : null;
        return await Of(account ?? throw AccountsRules.NotSignedIn.Refused(), cancellation);
    }

    internal async Task<MeView> Of(Account account, CancellationToken cancellation)
    {
        var facts = new MeFacts();
        foreach (var feature in features) await feature.FillAsync(db, account.Id, facts, cancellation);
        var roles = (await accounts.GetClaimsAsync(account)).Where(claim => claim.Type == ClaimTypes.Role).Select(claim => Enum.Parse<AccountRole>(claim.Value, ignoreCase: true)).ToList();
        if (facts.Guides) roles.Add(AccountRole.Guide);
        var passkeys = await accounts.GetPasskeysAsync(account);
        return new MeView(account.Id, account.DisplayName, Masked(account), roles.Count == 0 ? [AccountRole.Party] : roles,
            facts.MediatorId, facts.OrganisationId, facts.OrganisationName, facts.EnterpriseIds, passkeys.Count > 0, account.TimeZone);
    }

    private static string Masked(Account account) => Contact.TryParse(account.PhoneNumber ?? account.Email, out var contact) ? contact.Masked : "";
}
