using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NonLitigation.Odr.Persistence.Accounts;

namespace NonLitigation.Odr.Application.Accounts;

/// <summary>Identity's sign-in with two additions: each sign-in begins a session with an id of its own, and a suspended account's cookie holds no more.</summary>
public sealed class AccountSignIn(
    UserManager<Account> accounts, IHttpContextAccessor http, IUserClaimsPrincipalFactory<Account> claims, IOptions<IdentityOptions> options,
    ILogger<SignInManager<Account>> logger, IAuthenticationSchemeProvider schemes, IUserConfirmation<Account> confirmation)
    : SignInManager<Account>(accounts, http, claims, options, logger, schemes, confirmation)
{
    public override Task SignInWithClaimsAsync(Account user, AuthenticationProperties? authenticationProperties, IEnumerable<Claim> additionalClaims) =>
        base.SignInWithClaimsAsync(user, authenticationProperties, [.. additionalClaims, new Claim(Session.IdClaim, Guid.CreateVersion7().ToString())]);

    public override async Task<bool> ValidateSecurityStampAsync(Account? user, string? securityStamp) =>
        user?.SuspendedAt is null && await base.ValidateSecurityStampAsync(user, securityStamp);

    /// <summary>The cookie is made anew from time to time; it stays the same session, begun in the same way.</summary>
    public static Task KeepSession(SecurityStampRefreshingPrincipalContext context)
    {
        var kept = context.CurrentPrincipal?.Claims.Where(claim => claim.Type is Session.IdClaim or ClaimTypes.AuthenticationMethod) ?? [];
        (context.NewPrincipal?.Identity as ClaimsIdentity)?.AddClaims(kept);
        return Task.CompletedTask;
    }
}
