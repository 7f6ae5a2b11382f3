using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using NonLitigation.Odr.Contracts.Accounts;
using NonLitigation.Odr.Contracts.Cases;
using NonLitigation.Odr.Server.Tests.Cases;
using NonLitigation.Odr.Server.Tests.Rooms;
using NonLitigation.Odr.Server.Tests.Shared;
using NonLitigation.Odr.Server.Tests.Visibility;

namespace NonLitigation.Odr.Server.Tests.Accounts;

/// <summary>Failure-mode row K7: what lets somebody in stands in no URL and in no log, at whatever level.</summary>
public sealed class KeepingSecrets
{
    [Fact]
    public async Task Writes_no_link_code_password_cookie_or_credential_into_a_log()
    {
        using var log = new LogBook();
        await using var town = await CaseTown.BuildAsync(await OdrCluster.StartAsync(adjust: log.Keep));
        await town.FileAsync();
        var token = await town.TokenAsync("13900000002");
        using var browser = new Browser(town.Cluster);
        await browser.PostAsync("api/invitations/open", new OpenInvitationRequest(token));
        var sent = await browser.AskCodeAsync(null, token);
        var code = await Browser.NewestCodeAsync(town.Cluster, "13900000002");
        var me = (await browser.TryCodeAsync(sent, code, "周永顺", token)).As<MeView>();
        await browser.PostAsync("api/accounts/staff/sign-in", new StaffSignInRequest("wang", "Pass-word-of-wang"));
        using var phone = new SoftAuthenticator();
        var options = (await browser.PostAsync("api/accounts/passkeys/options/register")).As<PasskeyOptionsView>().OptionsJson;
        var credential = phone.Create(options, browser.Address);
        Assert.Equal(200, (await browser.PostAsync("api/accounts/passkeys/register", new CompletePasskeyRequest(credential, null))).Status);
        await using (var page = await TestPage.OpenAsync(town.Cluster, me.PersonId, 0, browser.Cookie)) await page.HeadsAsync();
        var cookie = browser.Cookie!["odr=".Length..];
        await browser.PostAsync("api/accounts/sign-out");

        Assert.True(log.Lines.Count > 500, "the service hardly logged anything, so nothing was shown");
        Assert.Contains(log.Lines, line => line.Contains("api/accounts/enter", StringComparison.Ordinal));
        Assert.Empty(log.Find(token, cookie, cookie[..60], "Pass-word-of-wang", System.Text.Json.Nodes.JsonNode.Parse(options)!["challenge"]!.ToString()));
        Assert.DoesNotContain(log.Lines, line => Regex.IsMatch(line, $"(?<![0-9a-fA-F-]){code}(?![0-9a-fA-F-])"));
        Assert.Empty(log.Find("13900000002", "周永顺", "出海三个月"));
    }

    [Fact]
    public async Task Has_no_route_that_takes_one()
    {
        await using var cluster = await OdrCluster.StartAsync();
        var parameters = VisibilityWalk.Endpoints(cluster.Services).OfType<RouteEndpoint>().SelectMany(one => one.RoutePattern.Parameters.Select(parameter => $"{one.RoutePattern.RawText} {parameter.Name}")).ToList();
        Assert.True(parameters.Count > 10);
        // The printed code of an outcome is public: it is on the paper.
        Assert.DoesNotContain(parameters.Except(["/api/verify/{code} code"]), one => Regex.IsMatch(one.Split(' ')[1], "token|code|secret|key|password|proof|link", RegexOptions.IgnoreCase));
        // The socket takes no token from its address either.
        using var http = new HttpClient { BaseAddress = cluster.Addresses[0] };
        using var browser = new Browser(cluster);
        await browser.EnterAsync(AccountCluster.NewNumber());
        var withToken = await http.PostAsync(new Uri($"hubs/rooms/negotiate?negotiateVersion=1&access_token={Uri.EscapeDataString(browser.Cookie!["odr=".Length..])}", UriKind.Relative), null);
        Assert.Equal(System.Net.HttpStatusCode.Unauthorized, withToken.StatusCode);
    }
}
