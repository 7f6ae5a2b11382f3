using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NonLitigation.Odr.Application.Accounts;
using NonLitigation.Odr.Contracts.Accounts;
using NonLitigation.Odr.Domain.Accounts;
using NonLitigation.Odr.Persistence.Accounts;
using NonLitigation.Odr.Persistence.Shared;
using NonLitigation.Odr.Server.Tests.Cases;
using static NonLitigation.Odr.Server.Tests.Accounts.Browser;

namespace NonLitigation.Odr.Server.Tests.Accounts;

public sealed class EnteringWithACode(AccountCluster accounts) : IClassFixture<AccountCluster>
{
    private Browser NewBrowser() => new(accounts.Cluster);

    [Fact]
    public async Task Makes_an_account_the_first_time_and_finds_it_again()
    {
        var number = AccountCluster.NewNumber();
        using var first = NewBrowser();
        using var second = NewBrowser();
        var me = await first.EnterAsync(number);
        Assert.Equal(("李海生", $"{number[..3]}****{number[^4..]}", AccountRole.Party), (me.DisplayName, me.MaskedContact, Assert.Single(me.Roles)));
        Assert.Equal(me, (await first.GetAsync("api/accounts/me")).As<MeView>() with { Roles = me.Roles, EnterpriseIds = me.EnterpriseIds });
        var again = await second.TryCodeAsync(await second.AskCodeAsync($"+86{number[..3]}-{number[3..7]} {number[7..]}"), await NewestCodeAsync(accounts.Cluster, number), "别的名字");
        Assert.Equal((me.PersonId, "李海生"), again.As<MeView>() is var found ? (found.PersonId, found.DisplayName) : default);
    }

    /// <summary>As operators name legal guides: by a contact that nobody has shown to be his yet.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Proves_the_contact_of_an_account_that_somebody_else_had_made(bool mail)
    {
        var contact = mail ? $"chen{Guid.NewGuid():N}@example.cn" : AccountCluster.NewNumber();
        await using var scope = accounts.Cluster.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OdrDb>();
        Assert.True(Contact.TryParse(contact, out var parsed));
        await using (var transaction = await db.Database.BeginTransactionAsync())
        {
            await scope.ServiceProvider.GetRequiredService<AccountOfAContact>().FindOrMakeAsync(parsed, "陈法官", default);
            await transaction.CommitAsync();
        }
        Task<Account> AccountAsync() => accounts.Cluster.WithDbAsync(other => other.Set<Account>().AsNoTracking().SingleAsync(one => one.UserName == contact));
        Assert.False(await AccountAsync() is var made && (made.PhoneNumberConfirmed || made.EmailConfirmed));
        using var browser = NewBrowser();
        Assert.Equal("陈法官", (await browser.EnterAsync(contact)).DisplayName);
        var entered = await AccountAsync();
        Assert.Equal((!mail, mail), (entered.PhoneNumberConfirmed, entered.EmailConfirmed));
    }

    [Fact]
    public async Task Works_once()
    {
        var number = AccountCluster.NewNumber();
        using var browser = NewBrowser();
        var sent = await browser.AskCodeAsync(number);
        var code = await NewestCodeAsync(accounts.Cluster, number);
        Assert.Equal(200, (await browser.TryCodeAsync(sent, code)).Status);
        using var thief = NewBrowser();
        (await thief.TryCodeAsync(sent, code)).IsRefused(422, "accounts.code-wrong");
        Assert.Null(thief.Cookie);
    }

    [Fact]
    public async Task Works_once_also_when_it_is_used_many_times_at_the_same_moment()
    {
        var number = AccountCluster.NewNumber();
        using var browser = NewBrowser();
        var sent = await browser.AskCodeAsync(number);
        var code = await NewestCodeAsync(accounts.Cluster, number);
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => NewBrowser().TryCodeAsync(sent, code)));
        Assert.Equal(1, answers.Count(answer => answer.Status == 200));
        Assert.Equal(9, answers.Count(answer => answer.Code == "accounts.code-wrong"));
    }

    [Fact]
    public async Task Is_over_after_five_wrong_tries_however_they_come()
    {
        var number = AccountCluster.NewNumber();
        using var browser = NewBrowser();
        var sent = await browser.AskCodeAsync(number);
        var code = await NewestCodeAsync(accounts.Cluster, number);
        var wrong = await Task.WhenAll(Enumerable.Range(0, OneTimeCode.Tries).Select(_ => browser.TryCodeAsync(sent, Other(code))));
        Assert.All(wrong, answer => answer.IsRefused(422, "accounts.code-wrong"));
        (await browser.TryCodeAsync(sent, code)).IsRefused(422, "accounts.code-wrong");
        Assert.Equal(0, await accounts.Cluster.WithDbAsync(db => db.Set<OneTimeCode>().Where(one => one.Id == sent.ChallengeId).Select(one => one.TriesLeft).SingleAsync()));
    }

    [Fact]
    public async Task Is_over_after_ten_minutes()
    {
        var number = AccountCluster.NewNumber();
        using var browser = NewBrowser();
        var sent = await browser.AskCodeAsync(number);
        Assert.Equal(600, sent.ExpiresInSeconds);
        var code = await NewestCodeAsync(accounts.Cluster, number);
        accounts.Time.By += OneTimeCode.Life;
        try
        {
            (await browser.TryCodeAsync(sent, code)).IsRefused(422, "accounts.code-wrong");
        }
        finally
        {
            accounts.Time.By -= OneTimeCode.Life;
        }
    }

    [Fact]
    public async Task Says_the_same_of_wrong_used_up_and_never_given_codes()
    {
        var (number, other) = (AccountCluster.NewNumber(), AccountCluster.NewNumber());
        using var browser = NewBrowser();
        var (sent, foreign) = (await browser.AskCodeAsync(number), await browser.AskCodeAsync(other));
        var code = await NewestCodeAsync(accounts.Cluster, number);
        var answers = new[]
        {
            await browser.TryCodeAsync(sent, Other(code)), await browser.TryCodeAsync(sent, null), await browser.TryCodeAsync(sent, ""), await browser.TryCodeAsync(sent, new string('1', 10_000)),
            await browser.TryCodeAsync(sent with { ChallengeId = Guid.CreateVersion7() }, code), await browser.TryCodeAsync(sent with { ChallengeId = Guid.Empty }, code),
            await browser.TryCodeAsync(foreign, code == await NewestCodeAsync(accounts.Cluster, other) ? Other(code) : code),
        };
        Assert.Single(answers.Select(Comparable).Distinct());
        answers[0].IsRefused(422, "accounts.code-wrong");
    }

    [Fact]
    public async Task Asks_for_a_name_the_first_time_and_keeps_the_code_meanwhile()
    {
        var number = AccountCluster.NewNumber();
        using var browser = NewBrowser();
        var sent = await browser.AskCodeAsync(number);
        var code = await NewestCodeAsync(accounts.Cluster, number);
        (await browser.TryCodeAsync(sent, code, null)).IsRefused(422, "accounts.name-needed");
        (await browser.TryCodeAsync(sent, code, " \t")).IsRefused(422, "accounts.name-needed");
        foreach (var bad in new[] { "李\n海生", "李\u202e生", "李\u0000生", new string('名', 81) })
            (await browser.TryCodeAsync(sent, code, bad)).IsRefused(422, "accounts.name-invalid");
        Assert.Equal("𠮷田 太郎", (await browser.TryCodeAsync(sent, code, " 𠮷田 太郎 ")).As<MeView>().DisplayName);
    }

    [Fact]
    public async Task Makes_one_account_when_two_codes_to_one_new_number_are_entered_at_once()
    {
        var number = AccountCluster.NewNumber();
        using var first = NewBrowser();
        using var second = NewBrowser();
        var (one, two) = (await first.AskCodeAsync(number), await second.AskCodeAsync(number));
        var codes = await CodesAsync(accounts.Cluster, number);
        var people = await Task.WhenAll(first.TryCodeAsync(one, codes[0]), second.TryCodeAsync(two, codes[1]));
        Assert.Single(people.Select(answer => answer.As<MeView>().PersonId).Distinct());
    }

    [Theory]
    [InlineData("o'brien+odr@example.org")]
    [InlineData("李海生@example.org")]
    [InlineData("a!#$%&*/=?^_`{|}~b@example.org")]
    public async Task Takes_every_contact_that_it_sends_a_code_to(string contact)
    {
        using var browser = NewBrowser();
        var asked = await browser.PostAsync("api/accounts/code", new SendCodeRequest(contact, null));
        if (asked.Status == 422) asked.IsRefused(422, "accounts.contact-invalid");
        else Assert.Equal(200, (await browser.TryCodeAsync(asked.As<CodeSentView>(), await NewestCodeAsync(accounts.Cluster, contact))).Status);
    }

    [Fact]
    public async Task Keeps_of_the_code_a_slow_hash_only()
    {
        var number = AccountCluster.NewNumber();
        using var browser = NewBrowser();
        var sent = await browser.AskCodeAsync(number);
        var kept = await accounts.Cluster.WithDbAsync(db => db.Set<OneTimeCode>().AsNoTracking().SingleAsync(one => one.Id == sent.ChallengeId));
        var code = await NewestCodeAsync(accounts.Cluster, number);
        Assert.Equal(32, kept.Hash.Length);
        Assert.DoesNotContain(code, System.Text.Encoding.UTF8.GetString(kept.Hash), StringComparison.Ordinal);
        Assert.NotEqual(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(code)), kept.Hash);
    }
}
