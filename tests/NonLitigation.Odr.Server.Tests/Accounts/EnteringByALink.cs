using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NonLitigation.Odr.Application.Accounts;
using NonLitigation.Odr.Contracts.Accounts;
using NonLitigation.Odr.Domain.Accounts;
using NonLitigation.Odr.Server.Tests.Cases;
using static NonLitigation.Odr.Server.Tests.Accounts.Browser;

namespace NonLitigation.Odr.Server.Tests.Accounts;

/// <summary>A link alone opens nothing, and a code alone opens no link.</summary>
public sealed class EnteringByALink(AccountCluster accounts) : IClassFixture<AccountCluster>
{
    private static readonly TimeSpan Life = TimeSpan.FromDays(14);

    private Browser NewBrowser() => new(accounts.Cluster);

    private Task<string> LinkAsync(string contact) => accounts.Cluster.WithDbAsync(async db =>
    {
        await using var scope = accounts.Cluster.Services.CreateAsyncScope();
        var token = await scope.ServiceProvider.GetRequiredService<IOneUseLinks>().IssueAsync(db, "test", Guid.CreateVersion7(), contact, Life, default);
        await db.SaveChangesAsync();
        return token;
    });

    [Fact]
    public async Task Sends_the_code_to_the_contact_it_is_bound_to_and_opens_once()
    {
        var (number, stranger) = (AccountCluster.NewNumber(), AccountCluster.NewNumber());
        var link = await LinkAsync(number);
        using var browser = NewBrowser();
        var sent = await browser.AskCodeAsync(stranger, link);
        Assert.Equal($"{number[..3]}****{number[^4..]}", sent.SentTo);
        Assert.Empty(await CodesAsync(accounts.Cluster, stranger));
        Assert.Equal(200, (await browser.TryCodeAsync(sent, await NewestCodeAsync(accounts.Cluster, number), link: link)).Status);
        (await browser.PostAsync("api/accounts/code", new SendCodeRequest(null, link))).IsRefused(410, "accounts.link-used-up");
        (await browser.TryCodeAsync(sent, "000000", link: link)).IsRefused(410, "accounts.link-used-up");
        var used = await accounts.Cluster.WithDbAsync(db => db.Set<OneUseLink>().AsNoTracking().SingleAsync(one => one.Contact == number));
        Assert.NotNull(used.UsedAt);
        Assert.NotNull(used.UsedBy);
    }

    [Fact]
    public async Task Opens_for_one_when_several_codes_are_used_at_the_same_moment()
    {
        var number = AccountCluster.NewNumber();
        var link = await LinkAsync(number);
        var browsers = Enumerable.Range(0, 4).Select(_ => NewBrowser()).ToList();
        var sent = new List<CodeSentView>();
        foreach (var browser in browsers) sent.Add(await browser.AskCodeAsync(null, link));
        var codes = await CodesAsync(accounts.Cluster, number);
        var answers = await Task.WhenAll(browsers.Select((browser, at) => browser.TryCodeAsync(sent[at], codes[at], link: link)));
        Assert.Equal(1, answers.Count(answer => answer.Status == 200));
        Assert.Equal(3, answers.Count(answer => answer.Code == "accounts.link-used-up"));
        foreach (var browser in browsers) browser.Dispose();
    }

    [Fact]
    public async Task Is_over_when_it_has_expired_for_asking_and_for_entering()
    {
        var number = AccountCluster.NewNumber();
        var link = await LinkAsync(number);
        using var browser = NewBrowser();
        var sent = await browser.AskCodeAsync(null, link);
        var code = await NewestCodeAsync(accounts.Cluster, number);
        accounts.Time.By += Life;
        try
        {
            (await browser.PostAsync("api/accounts/code", new SendCodeRequest(null, link))).IsRefused(410, "accounts.link-expired");
            (await browser.TryCodeAsync(sent, code, link: link)).IsRefused(410, "accounts.link-expired");
        }
        finally
        {
            accounts.Time.By -= Life;
        }
    }

    [Fact]
    public async Task Needs_the_code_that_was_asked_with_it()
    {
        var number = AccountCluster.NewNumber();
        var link = await LinkAsync(number);
        using var browser = NewBrowser();
        var (plain, linked) = (await browser.AskCodeAsync(number), await browser.AskCodeAsync(null, link));
        var codes = await CodesAsync(accounts.Cluster, number);
        (await browser.TryCodeAsync(plain, codes[0], link: link)).IsRefused(422, "accounts.code-wrong");
        (await browser.TryCodeAsync(linked, codes[1])).IsRefused(422, "accounts.code-wrong");
        (await browser.TryCodeAsync(linked, codes[1], link: await LinkAsync(number))).IsRefused(422, "accounts.code-wrong");
        Assert.Equal(200, (await browser.TryCodeAsync(linked, codes[1], link: link)).Status);
    }

    [Fact]
    public async Task Is_worth_nothing_to_fifty_people_to_whom_it_was_forwarded()
    {
        var number = AccountCluster.NewNumber();
        var link = await LinkAsync(number);
        for (var at = 0; at < 50; at++)
        {
            using var thief = NewBrowser();
            var asked = await thief.PostAsync("api/accounts/code", new SendCodeRequest(AccountCluster.NewNumber(), link));
            Assert.DoesNotContain(number, asked.Text, StringComparison.Ordinal);
            var code = (await CodesAsync(accounts.Cluster, number))[^1];
            (await thief.TryCodeAsync(asked.As<CodeSentView>(), Other(code), link: link)).IsRefused(422, "accounts.code-wrong");
            Assert.Null(thief.Cookie);
            Assert.Equal(401, (await thief.GetAsync("api/cases")).Status);
        }
    }

    [Fact]
    public async Task Is_not_found_when_nobody_issued_it_and_is_kept_as_a_hash_only()
    {
        using var browser = NewBrowser();
        foreach (var made in new[] { "", "x", new string('A', 43), new string('A', 5_000), "'; drop table one_use_links; --" })
            (await browser.PostAsync("api/accounts/code", new SendCodeRequest(null, made))).IsRefused(404, "accounts.link-not-found");
        var number = AccountCluster.NewNumber();
        var link = await LinkAsync(number);
        Assert.True(link.Length >= 43);
        var kept = await accounts.Cluster.WithDbAsync(db => db.Set<OneUseLink>().AsNoTracking().SingleAsync(one => one.Contact == number));
        Assert.Equal(32, kept.TokenHash.Length);
        Assert.NotEqual(link, Convert.ToBase64String(kept.TokenHash));
    }
}
