using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NonLitigation.Odr.Persistence.Accounts;

namespace NonLitigation.Odr.Server.Tests.Shared;

/// <summary>For tests that are not about signing in: an account and its cookie, made by the service's own parts; every node takes it.</summary>
public static class TestSignIn
{
    /// <summary>The value of a Cookie header. The account is made when it is not there yet.</summary>
    public static async Task<string> CookieAsync(OdrCluster cluster, Guid person, string name = "test")
    {
        await using var scope = cluster.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        if (await accounts.FindByIdAsync(person.ToString()) is not { } account)
        {
            account = new() { Id = person, UserName = person.ToString("N"), DisplayName = name, CreatedAt = DateTimeOffset.UtcNow };
            var made = await accounts.CreateAsync(account);
            Assert.True(made.Succeeded, string.Join(' ', made.Errors.Select(e => e.Description)));
        }
        var principal = await scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<Account>>().CreateAsync(account);
        var cookies = scope.ServiceProvider.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var now = DateTimeOffset.UtcNow;
        // Tests move the clock by weeks; how long a real cookie lives is tested where people really sign in.
        var ticket = new AuthenticationTicket(principal, new() { IssuedUtc = now, ExpiresUtc = now.AddDays(400) }, IdentityConstants.ApplicationScheme);
        return $"{cookies.Cookie.Name}={cookies.TicketDataFormat.Protect(ticket)}";
    }
}
