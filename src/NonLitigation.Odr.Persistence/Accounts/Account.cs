using Microsoft.AspNetCore.Identity;

namespace NonLitigation.Odr.Persistence.Accounts;

/// <summary>A person who can sign in: party, mediator, operator, butler. Its id is the PersonId everywhere else.</summary>
public sealed class Account : IdentityUser<Guid>
{
    public string DisplayName { get; set; } = "";
    public DateTimeOffset CreatedAt { get; init; }
    /// <summary>IANA name of the zone this person lives by; null until a browser has told it.</summary>
    public string? TimeZone { get; set; }
    /// <summary>Set when the account may no longer be used; open sockets go too.</summary>
    public DateTimeOffset? SuspendedAt { get; set; }
}
