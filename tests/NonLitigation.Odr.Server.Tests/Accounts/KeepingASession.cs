using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NonLitigation.Odr.Contracts.Accounts;
using NonLitigation.Odr.Persistence.Accounts;
using NonLitigation.Odr.Persistence.Shared;
using NonLitigation.Odr.Server.Tests.Cases;
using NonLitigation.Odr.Server.Tests.Rooms;
using NonLitigation.Odr.Server.Tests.Shared;

namespace NonLitigation.Odr.Server.Tests.Accounts;

public sealed class KeepingASession(TwoNodes cluster) : IClassFixture<TwoNodes>
{
    [Fact]
    public async Task Is_done_by_a_cookie_that_no_script_reads_and_no_other_site_sends()
    {
        using var browser = new Browser(cluster.Cluster);
        var sent = await browser.AskCodeAsync(AccountCluster.NewNumber());
        var number = await cluster.Cluster.WithDbAsync(db => db.Set<Domain.Accounts.OneTimeCode>().Where(one => one.Id == sent.ChallengeId).Select(one => one.Contact).SingleAsync());
        await browser.TryCodeAsync(sent, await Browser.NewestCodeAsync(cluster.Cluster, number));
        var set = Assert.Single(browser.SetCookies, line => line.StartsWith("odr=", StringComparison.Ordinal)).ToLowerInvariant();
        foreach (var flag in new[] { "httponly", "samesite=lax", "path=/" }) Assert.Contains(flag, set, StringComparison.Ordinal);
        Assert.DoesNotContain("domain=", set, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Marks_every_cookie_secure_outside_development()
    {
        await using var production = await ProductionSettings.StartAsync();
        using var browser = new Browser(production);
        await using (var scope = production.Services.CreateAsyncScope())
        {
            var made = await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().CreateAsync(
                new() { Id = Guid.CreateVersion7(), UserName = "wang", DisplayName = "王调解", CreatedAt = DateTimeOffset.UtcNow }, "Odr-test-2026!");
            Assert.True(made.Succeeded);
        }
        Assert.Equal(200, (await browser.PostAsync("api/accounts/staff/sign-in", new StaffSignInRequest("wang", "Odr-test-2026!"))).Status);
        var session = browser.SetCookies;
        await browser.PostAsync("api/accounts/passkeys/options/sign-in");
        string[] cookies = [.. session, .. browser.SetCookies];
        Assert.True(cookies.Length >= 2);
        Assert.All(cookies, line => Assert.Contains("; secure", line.ToLowerInvariant(), StringComparison.Ordinal));
        Assert.All(cookies, line => Assert.Contains("; httponly", line.ToLowerInvariant(), StringComparison.Ordinal));
        // The page that shows what was sent exists in Development only.
        Assert.Equal(404, (await browser.GetAsync("api/outbox")).Status);
    }

    [Fact]
    public async Task Holds_on_every_node_and_after_a_restart_because_its_key_lies_with_the_record()
    {
        using var browser = new Browser(cluster.Cluster);
        var me = await browser.EnterAsync(AccountCluster.NewNumber());
        var restarted = await cluster.Cluster.AddNodeAsync();
        foreach (var address in cluster.Cluster.Addresses.Append(restarted)) Assert.Equal(me.PersonId, (await MeAsync(address, browser.Cookie!)).As<MeView>().PersonId);
        Assert.NotEmpty(await cluster.Cluster.WithDbAsync(db => db.DataProtectionKeys.AsNoTracking().ToListAsync()));
    }

    [Fact]
    public async Task Ends_with_signing_out_for_every_copy_of_the_cookie_and_every_open_socket_on_every_node()
    {
        var number = AccountCluster.NewNumber();
        using var browser = new Browser(cluster.Cluster);
        using var phone = new Browser(cluster.Cluster, 1);
        var me = await browser.EnterAsync(number);
        await phone.EnterAsync(number);
        var copy = browser.Cookie!;
        var pages = new List<TestPage>();
        foreach (var node in new[] { 0, 1 }) pages.Add(await TestPage.OpenAsync(cluster.Cluster, me.PersonId, node, copy));
        Assert.Equal(204, (await browser.PostAsync("api/accounts/sign-out")).Status);
        Assert.Null(browser.Cookie);
        foreach (var page in pages) await page.Closed.WaitAsync(TimeSpan.FromSeconds(2));
        foreach (var address in cluster.Cluster.Addresses.Take(2)) (await MeAsync(address, copy)).IsRefused(401, "accounts.not-signed-in");
        var late = await cluster.Cluster.AddNodeAsync();
        (await MeAsync(late, copy)).IsRefused(401, "accounts.not-signed-in");
        Assert.Equal(me.PersonId, (await phone.GetAsync("api/accounts/me")).As<MeView>().PersonId);
        foreach (var page in pages) await page.DisposeAsync();
    }

    [Fact]
    public async Task Reaches_the_other_node_without_redis_too()
    {
        await using var nowhere = new RedisServer(); // never started
        await using var alone = await OdrCluster.StartAsync(2, nowhere.Address, RoomCluster.Quick);
        using var browser = new Browser(alone);
        var me = await browser.EnterAsync(AccountCluster.NewNumber());
        await using var page = await TestPage.OpenAsync(alone, me.PersonId, 1, browser.Cookie);
        await browser.PostAsync("api/accounts/sign-out");
        await page.Closed.WaitAsync(TimeSpan.FromSeconds(5));
    }

    [Theory]
    [InlineData("suspended")]
    [InlineData("another role")]
    [InlineData("gone")]
    public async Task Is_cut_off_when_the_account_is(string what)
    {
        using var browser = new Browser(cluster.Cluster);
        var me = await browser.EnterAsync(AccountCluster.NewNumber());
        await using var page = await TestPage.OpenAsync(cluster.Cluster, me.PersonId, 1, browser.Cookie);
        await ChangeAsync(me.PersonId, what);
        await page.Closed.WaitAsync(TimeSpan.FromSeconds(5));
        // The cookie may still be believed for half a minute; a new socket is looked at when it opens.
        try
        {
            await using var again = await TestPage.OpenAsync(cluster.Cluster, me.PersonId, 0, browser.Cookie);
            await again.Closed.WaitAsync(TimeSpan.FromSeconds(5));
        }
        catch (Exception refused) when (refused is HttpRequestException or System.Net.WebSockets.WebSocketException or IOException or InvalidOperationException)
        {
            Assert.NotNull(refused.Message);
        }
    }

    [Fact]
    public async Task Of_a_suspended_person_ends_over_http_when_the_cookie_is_next_looked_at()
    {
        await using var strict = await OdrCluster.StartAsync(adjust: builder => builder.Services.PostConfigure<SecurityStampValidatorOptions>(stamp => stamp.ValidationInterval = TimeSpan.Zero));
        using var browser = new Browser(strict);
        var me = await browser.EnterAsync(AccountCluster.NewNumber());
        var session = SessionOf(strict, browser.Cookie!);
        // Looked at each time, the cookie is made anew each time, and stays the same session.
        Assert.Equal(200, (await browser.GetAsync("api/accounts/me")).Status);
        Assert.NotEmpty(browser.SetCookies);
        Assert.Equal(session, SessionOf(strict, browser.Cookie!));
        await strict.WithDbAsync(db => db.Users.Where(one => one.Id == me.PersonId).ExecuteUpdateAsync(set => set.SetProperty(one => one.SuspendedAt, DateTimeOffset.UtcNow)));
        (await browser.GetAsync("api/accounts/me")).IsRefused(401, "accounts.not-signed-in");
    }

    private static (string?, string?) SessionOf(OdrCluster cluster, string cookie)
    {
        var options = cluster.Services.GetRequiredService<Microsoft.Extensions.Options.IOptionsMonitor<Microsoft.AspNetCore.Authentication.Cookies.CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var user = options.TicketDataFormat.Unprotect(cookie["odr=".Length..])!.Principal;
        var (id, how) = (user.FindFirstValue(Application.Accounts.Session.IdClaim), user.FindFirstValue(ClaimTypes.AuthenticationMethod));
        Assert.Equal(("code", false), (how, string.IsNullOrEmpty(id)));
        return (id, how);
    }

    private async Task ChangeAsync(Guid person, string what)
    {
        await using var scope = cluster.Cluster.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var account = (await users.FindByIdAsync(person.ToString()))!;
        if (what == "suspended") account.SuspendedAt = DateTimeOffset.UtcNow;
        if (what == "another role") await users.AddClaimAsync(account, new Claim(ClaimTypes.Role, nameof(AccountRole.Operator)));
        var done = what switch
        {
            "gone" => await users.DeleteAsync(account),
            "another role" => await users.UpdateSecurityStampAsync(account),
            _ => await users.UpdateAsync(account),
        };
        Assert.True(done.Succeeded);
    }

    private static async Task<Answer> MeAsync(Uri node, string cookie)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = node };
        http.DefaultRequestHeaders.Add("Cookie", cookie);
        using var answer = await http.GetAsync(new Uri("api/accounts/me", UriKind.Relative));
        return new((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
