using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NonLitigation.Odr.Contracts.Accounts;
using NonLitigation.Odr.Domain.Accounts;
using NonLitigation.Odr.Server.Shared;
using NonLitigation.Odr.Server.Tests.Cases;
using NonLitigation.Odr.Server.Tests.Shared;

namespace NonLitigation.Odr.Server.Tests.Accounts;

/// <summary>Failure-mode row K10: nobody learns which numbers are known, and nobody can make the service send without end.</summary>
public sealed class AskingForACode(AccountCluster accounts) : IClassFixture<AccountCluster>
{
    [Fact]
    public async Task Gets_the_same_answer_for_a_known_and_an_unknown_number_after_the_same_work()
    {
        var (known, unknown) = (AccountCluster.NewNumber(), AccountCluster.NewNumber());
        using (var member = new Browser(accounts.Cluster)) await member.EnterAsync(known);
        using var http = new HttpClient { BaseAddress = accounts.Cluster.Addresses[0] };
        var (one, two) = (await AskAsync(http, known), await AskAsync(http, unknown));
        Assert.Equal(one.Headers, two.Headers);
        Assert.Equal(Browser.Comparable(one.Answer).Replace(known[^4..], "", StringComparison.Ordinal), Browser.Comparable(two.Answer).Replace(unknown[^4..], "", StringComparison.Ordinal));
        // By design, not by measurement: the same statements run, so there is nothing whose time could tell.
        var (forKnown, forUnknown) = (await QueryLog.OfAsync(http, Request(known)), await QueryLog.OfAsync(http, Request(unknown)));
        Assert.Equal(forKnown, forUnknown);
        Assert.DoesNotContain(forKnown, text => text.Contains("AspNetUsers", StringComparison.Ordinal));
        Assert.NotEmpty(forKnown);
    }

    [Fact]
    public async Task Sends_no_more_to_one_contact_than_the_budget_however_many_ask_at_once()
    {
        var number = AccountCluster.NewNumber();
        using var browser = new Browser(accounts.Cluster);
        var answers = await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => browser.PostAsync("api/accounts/code", new SendCodeRequest(number, null))));
        Assert.Single(answers.Select(Browser.Comparable).Distinct());
        Assert.All(answers, answer => answer.As<CodeSentView>());
        Assert.Equal(6, (await Browser.CodesAsync(accounts.Cluster, number)).Count);
    }

    [Fact]
    public async Task Beyond_the_budget_leaves_nothing_that_could_be_guessed()
    {
        var number = AccountCluster.NewNumber();
        using var browser = new Browser(accounts.Cluster);
        CodeSentView last = null!;
        for (var at = 0; at < 8; at++) last = await browser.AskCodeAsync(number);
        Assert.False(await accounts.Cluster.WithDbAsync(db => db.Set<OneTimeCode>().AnyAsync(one => one.Id == last.ChallengeId)));
        (await browser.TryCodeAsync(last, "123456")).IsRefused(422, "accounts.code-wrong");
        // Five tries for each of six codes are all that ten minutes give.
        Assert.Equal(6 * OneTimeCode.Tries, await accounts.Cluster.WithDbAsync(db => db.Set<OneTimeCode>().Where(one => one.Contact == number).SumAsync(one => one.TriesLeft)));
    }

    [Fact]
    public async Task Has_a_limit_for_a_day_too()
    {
        var number = AccountCluster.NewNumber();
        using var browser = new Browser(accounts.Cluster);
        var moved = accounts.Time.By;
        try
        {
            for (var at = 0; at < 60; at++)
            {
                await browser.AskCodeAsync(number);
                accounts.Time.By += TimeSpan.FromMinutes(3);
            }
        }
        finally
        {
            accounts.Time.By = moved;
        }
        Assert.Equal(40, (await Browser.CodesAsync(accounts.Cluster, number)).Count);
    }

    [Fact]
    public async Task Of_a_signed_in_person_is_not_kept_from_him_by_strangers_who_ask_for_his_number()
    {
        var number = AccountCluster.NewNumber();
        using var member = new Browser(accounts.Cluster);
        await member.EnterAsync(number);
        using var stranger = new Browser(accounts.Cluster);
        for (var at = 0; at < 10; at++) await stranger.AskCodeAsync(number);
        var before = (await Browser.CodesAsync(accounts.Cluster, number)).Count;
        (await member.PostAsync("api/accounts/reauthenticate/code")).As<CodeSentView>();
        Assert.Equal(before + 1, (await Browser.CodesAsync(accounts.Cluster, number)).Count);
    }

    [Fact]
    public async Task Has_a_limit_for_each_address_and_one_for_all()
    {
        await using var cluster = await OdrCluster.StartAsync(adjust: builder =>
        {
            builder.Configuration["Odr:Accounts:CodesPerAddress"] = "5";
            builder.Configuration["Odr:Accounts:CodesInAll"] = "12";
        });
        using var http = new HttpClient { BaseAddress = cluster.Addresses[0] };
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => AskAsync(http, AccountCluster.NewNumber(), "203.0.113.1")));
        Assert.Equal(5, await SentAsync(cluster));
        // What the client writes into the header itself does not count: the last hop's word does.
        await Task.WhenAll(Enumerable.Range(0, 20).Select(at => AskAsync(http, AccountCluster.NewNumber(), $"198.51.100.{at}, 203.0.113.1")));
        Assert.Equal(5, await SentAsync(cluster));
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(at => AskAsync(http, AccountCluster.NewNumber(), $"203.0.113.{at + 10}")));
        Assert.Equal(12, await SentAsync(cluster));
        Assert.All(answers, one => Assert.Equal(200, one.Answer.Status));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("139000000011")]
    [InlineData("a@b")]
    [InlineData("李海生")]
    [InlineData("13900000001; drop table one_time_codes")]
    public async Task Needs_a_contact_that_can_be_reached(string? contact)
    {
        using var browser = new Browser(accounts.Cluster);
        (await browser.PostAsync("api/accounts/code", new SendCodeRequest(contact, null))).IsRefused(422, "accounts.contact-invalid");
    }

    [Fact]
    public async Task Leaves_codes_for_two_days_and_no_longer()
    {
        var number = AccountCluster.NewNumber();
        using var browser = new Browser(accounts.Cluster);
        await browser.AskCodeAsync(number);
        var moved = accounts.Time.By;
        var forget = accounts.Cluster.Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>().OfType<Application.Accounts.ForgetLapsed>().Single();
        try
        {
            accounts.Time.By = moved + TimeSpan.FromHours(47);
            await forget.ForgetAsync(default);
            Assert.True(await accounts.Cluster.WithDbAsync(db => db.Set<OneTimeCode>().AnyAsync(one => one.Contact == number)));
            accounts.Time.By = moved + TimeSpan.FromHours(49);
            await forget.ForgetAsync(default);
            Assert.False(await accounts.Cluster.WithDbAsync(db => db.Set<OneTimeCode>().AnyAsync(one => one.Contact == number)));
        }
        finally
        {
            accounts.Time.By = moved;
        }
    }

    private static HttpRequestMessage Request(string contact) => new(HttpMethod.Post, new Uri("api/accounts/code", UriKind.Relative)) { Content = JsonContent.Create(new SendCodeRequest(contact, null), options: OdrJson.Options) };

    private static async Task<(Answer Answer, List<string> Headers)> AskAsync(HttpClient http, string contact, string? from = null)
    {
        using var request = Request(contact);
        if (from is not null) request.Headers.Add("X-Forwarded-For", from);
        using var response = await http.SendAsync(request);
        return (new((int)response.StatusCode, await response.Content.ReadAsStringAsync()), [.. response.Headers.Concat(response.Content.Headers).Select(one => one.Key == "Date" ? "Date" : $"{one.Key}: {string.Join(',', one.Value)}")]);
    }

    private static Task<int> SentAsync(OdrCluster cluster) => cluster.WithDbAsync(db => db.Set<DeliveryMessage>().CountAsync());
}
