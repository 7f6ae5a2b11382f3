using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NonLitigation.Odr.Contracts.Accounts;
using NonLitigation.Odr.Persistence.Accounts;
using NonLitigation.Odr.Server.Tests.Cases;
using NonLitigation.Odr.Server.Tests.Shared;

namespace NonLitigation.Odr.Server.Tests.Accounts;

public sealed class StaffSigningIn : IAsyncLifetime
{
    private const string Password = "Odr-test-2026!";
    private readonly CountingHasher _hasher = new();
    private OdrCluster _cluster = null!;

    public async ValueTask InitializeAsync() => _cluster = await OdrCluster.StartAsync(adjust: builder => builder.Services.AddSingleton<IPasswordHasher<Account>>(_hasher));

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();

    [Fact]
    public async Task Needs_user_name_and_password_and_gives_a_session()
    {
        var user = await StaffAsync();
        using var browser = new Browser(_cluster);
        var me = (await SignInAsync(browser, user.ToUpperInvariant(), Password)).As<MeView>();
        Assert.Equal(me.PersonId, (await browser.GetAsync("api/accounts/me")).As<MeView>().PersonId);
        (await SignInAsync(browser, user, "wrong")).IsRefused(422, "accounts.sign-in-failed");
    }

    [Fact]
    public async Task Is_locked_after_five_wrong_passwords_for_a_quarter_of_an_hour()
    {
        var user = await StaffAsync();
        using var browser = new Browser(_cluster);
        for (var at = 0; at < 5; at++) (await SignInAsync(browser, user, $"wrong {at}")).IsRefused(422, "accounts.sign-in-failed");
        (await SignInAsync(browser, user, Password)).IsRefused(422, "accounts.sign-in-failed");
        var locked = await AccountAsync(user);
        Assert.InRange(locked.LockoutEnd!.Value - DateTimeOffset.UtcNow, TimeSpan.FromMinutes(14), TimeSpan.FromMinutes(15));
        await _cluster.WithDbAsync(db => db.Users.Where(one => one.Id == locked.Id).ExecuteUpdateAsync(set => set.SetProperty(one => one.LockoutEnd, DateTimeOffset.UtcNow.AddSeconds(-1))));
        (await SignInAsync(browser, user, Password)).As<MeView>();
    }

    [Fact]
    public async Task Counts_wrong_passwords_that_come_at_once_like_those_in_a_row()
    {
        var user = await StaffAsync();
        using var browser = new Browser(_cluster);
        _hasher.Take();
        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(at => SignInAsync(browser, user, $"guess {at}")));
        Assert.All(answers, answer => answer.IsRefused(422, "accounts.sign-in-failed"));
        var account = await AccountAsync(user);
        Assert.NotNull(account.LockoutEnd);
        Assert.Equal(5, _hasher.Take().Count(hash => hash == account.PasswordHash));
    }

    [Fact]
    public async Task Says_the_same_after_the_same_work_for_unknown_wrong_locked_and_suspended()
    {
        var (wrong, locked, suspended) = (await StaffAsync(), await StaffAsync(), await StaffAsync());
        await _cluster.WithDbAsync(async db =>
        {
            var now = DateTimeOffset.UtcNow;
            await db.Users.Where(one => one.UserName == locked).ExecuteUpdateAsync(set => set.SetProperty(one => one.LockoutEnd, now.AddHours(1)));
            return await db.Users.Where(one => one.UserName == suspended).ExecuteUpdateAsync(set => set.SetProperty(one => one.SuspendedAt, now));
        });
        using var browser = new Browser(_cluster);
        _hasher.Take();
        var answers = new List<string>();
        foreach (var (user, password) in new[] { ("nobody-here", Password), (wrong, "wrong"), (locked, Password), (suspended, Password), ("", ""), ("a\u0001b", "x") })
        {
            answers.Add(Browser.Comparable(await SignInAsync(browser, user, password)));
            Assert.Single(_hasher.Take());
        }
        answers.Add(Browser.Comparable(await browser.PostAsync("api/accounts/staff/sign-in", new { })));
        Assert.Single(answers.Distinct());
        Assert.StartsWith("422 ", answers[0], StringComparison.Ordinal);
        Assert.Null(browser.Cookie);
    }

    private static Task<Answer> SignInAsync(Browser browser, string user, string password) => browser.PostAsync("api/accounts/staff/sign-in", new StaffSignInRequest(user, password));

    private Task<Account> AccountAsync(string user) => _cluster.WithDbAsync(db => db.Users.AsNoTracking().SingleAsync(one => one.UserName == user));

    private async Task<string> StaffAsync()
    {
        var user = $"staff.{Guid.NewGuid():N}"[..20];
        await using var scope = _cluster.Services.CreateAsyncScope();
        var made = await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().CreateAsync(
            new() { Id = Guid.CreateVersion7(), UserName = user, DisplayName = "王调解", CreatedAt = DateTimeOffset.UtcNow }, Password);
        Assert.True(made.Succeeded, string.Join(' ', made.Errors.Select(e => e.Description)));
        return user;
    }

    /// <summary>Identity's own hasher, and a note of each hash that a password was checked against.</summary>
    private sealed class CountingHasher : PasswordHasher<Account>
    {
        private readonly System.Collections.Concurrent.ConcurrentQueue<string> _checked = new();

        public override PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword)
        {
            _checked.Enqueue(hashedPassword);
            return base.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }

        public List<string> Take()
        {
            var taken = _checked.ToList();
            _checked.Clear();
            return taken;
        }
    }
}
