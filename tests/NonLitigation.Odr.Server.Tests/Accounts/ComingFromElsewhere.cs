using System.Net;
using System.Net.Http.Json;
using System.Net.WebSockets;
using NonLitigation.Odr.Server.Tests.Cases;
using NonLitigation.Odr.Server.Tests.Shared;

namespace NonLitigation.Odr.Server.Tests.Accounts;

/// <summary>Failure-mode row K7: a page of another site may do nothing with the visitor's cookie.</summary>
public sealed class ComingFromElsewhere : IAsyncLifetime
{
    private const string Friend = "https://odr.example";
    private OdrCluster _cluster = null!;
    private Visitor _li = null!;

    public async ValueTask InitializeAsync()
    {
        _cluster = await OdrCluster.StartAsync(adjust: builder => builder.Configuration["Odr:Web:Origins:0"] = Friend);
        _li = await Visitor.SignedInAsync(_cluster, "李海生");
    }

    public async ValueTask DisposeAsync()
    {
        _li.Dispose();
        await _cluster.DisposeAsync();
    }

    private static IEnumerable<string> Hostile(string host, int port) =>
    [
        "null", "http://evil.example", $"http://evil.example:{port}", $"https://{host}", $"ws://{host}", $"ftp://{host}", "http://127.0.0.1", $"http://127.0.0.1:{port + 1}", $"http://127.0.0.1:{port}0",
        $"http://localhost:{port}", $"http://127.1:{port}", $"http://2130706433:{port}", $"http://0x7f000001:{port}", $"http://[::1]:{port}", $"http://127.0.0.1.:{port}", $"http://127.0.0.1:0{port}",
        $"http://{host}.evil.example", $"http://evil.example.{host}", $"http://{host}@evil.example", $"http://evil.example@{host}", $"http://user:word@{host}", $"http://{host}/", $"http://{host}/path",
        $"http://{host}?x", $"http://{host}#x", $"http://{host} http://evil.example", $"http://{host},http://evil.example", $"http:/{host}", $"//{host}", host, "file://", $"file://{host}", "data:text/html,x",
        "about:blank", "chrome-extension://abcdefghijklmnop", "*", "http://odr.example", "https://odr.example:8443", "https://odr.example.evil.example", "https://www.odr.example", "https://odr.example/",
    ];

    [Fact]
    public async Task Opens_no_socket_and_changes_nothing()
    {
        var address = _cluster.Addresses[0];
        var hostile = Hostile(address.Authority, address.Port).ToList();
        Assert.True(hostile.Count >= 25 && hostile.Distinct().Count() == hostile.Count);
        foreach (var origin in hostile)
        {
            Assert.True(await UpgradeAsync(origin) == HttpStatusCode.Forbidden, $"socket from {origin}");
            foreach (var path in new[] { "hubs/rooms/negotiate?negotiateVersion=1", "api/cases", "api/accounts/sign-out", "api/accounts/code" })
            {
                var answer = await PostAsync(path, origin);
                Assert.True((answer.Status, answer.Code) == (403, "shared.other-origin"), $"{path} from {origin}: {answer.Status} {answer.Text}");
            }
        }
        Assert.Equal(200, (await _li.GetAsync("api/cases")).Status);
    }

    [Fact]
    public async Task Is_noticed_by_what_the_browser_says_when_there_is_no_origin()
    {
        foreach (var site in new[] { "cross-site", "same-site" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("api/cases", UriKind.Relative)) { Content = JsonContent.Create(new { }) };
            request.Headers.Add("Sec-Fetch-Site", site);
            Assert.Equal(HttpStatusCode.Forbidden, (await _li.Http.SendAsync(request)).StatusCode);
        }
    }

    [Fact]
    public async Task Is_refused_when_two_origins_are_named()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("api/cases", UriKind.Relative)) { Content = JsonContent.Create(new { }) };
        request.Headers.Add("Origin", [_cluster.Addresses[0].GetLeftPart(UriPartial.Authority), "http://evil.example"]);
        Assert.Equal(HttpStatusCode.Forbidden, (await _li.Http.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task Is_not_what_the_own_pages_and_those_on_the_list_do()
    {
        foreach (var origin in new[] { _cluster.Addresses[0].GetLeftPart(UriPartial.Authority), Friend, null })
        {
            Assert.Equal(HttpStatusCode.SwitchingProtocols, await UpgradeAsync(origin));
            Assert.Equal(422, (await PostAsync("api/cases", origin)).Status);
        }
        // Without a cookie the fence lets the request through and the sign-in stops it.
        Assert.Equal(HttpStatusCode.Unauthorized, await UpgradeAsync(null, withCookie: false));
    }

    private async Task<HttpStatusCode> UpgradeAsync(string? origin, bool withCookie = true)
    {
        using var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        if (origin is not null) socket.Options.SetRequestHeader("Origin", origin);
        if (withCookie) socket.Options.SetRequestHeader("Cookie", _li.Cookie);
        try
        {
            await socket.ConnectAsync(new UriBuilder(new Uri(_cluster.Addresses[0], "hubs/rooms")) { Scheme = "ws" }.Uri, default);
        }
        catch (WebSocketException)
        {
            Assert.NotEqual(WebSocketState.Open, socket.State);
        }
        return socket.HttpStatusCode;
    }

    private async Task<Answer> PostAsync(string path, string? origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = JsonContent.Create(new { }) };
        if (origin is not null) Assert.True(request.Headers.TryAddWithoutValidation("Origin", origin));
        using var answer = await _li.Http.SendAsync(request);
        return new((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
