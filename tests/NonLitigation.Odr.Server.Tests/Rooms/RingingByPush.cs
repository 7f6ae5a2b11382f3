using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using NonLitigation.Odr.Contracts.Accounts;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Domain.Accounts;
using NonLitigation.Odr.Server.Shared;
using NonLitigation.Odr.Server.Tests.Accounts;
using NonLitigation.Odr.Server.Tests.Negotiation;
using NonLitigation.Odr.Server.Tests.Settlements;
using NonLitigation.Odr.Server.Tests.Shared;

namespace NonLitigation.Odr.Server.Tests.Rooms;

/// <summary>What awaits somebody unseen rings at the devices where he asked for it: once, outside his quiet hours, and tells nothing.</summary>
public sealed class RingingByPush : IAsyncLifetime
{
    private const string Endpoint = "https://push.test/send/";
    private readonly FakePushHost _push = new();
    private OdrCluster _cluster = null!;

    public async ValueTask InitializeAsync() => _cluster = await OdrCluster.StartAsync(2, adjust: builder =>
    {
        RoomCluster.Quick(builder);
        builder.Configuration["Odr:Push:Hosts:0"] = "push.test";
        builder.Configuration["Odr:Push:After"] = "00:00:00.500";
        builder.Configuration["Odr:Push:Sweep"] = "00:00:00.200";
        builder.Services.PostConfigureAll<HttpClientFactoryOptions>(options => options.HttpMessageHandlerBuilderActions.Add(made =>
        {
            if (made.Name == nameof(Application.Accounts.IPushCarrier)) made.PrimaryHandler = _push;
        }));
    });

    public async ValueTask DisposeAsync()
    {
        await _cluster.DisposeAsync();
        _push.Dispose();
    }

    [Fact]
    public async Task Rings_once_until_he_has_looked_and_says_nothing_of_the_dispute()
    {
        await using var stage = await SettlementStage.OpenAsync(_cluster);
        var room = await stage.SitAsync();
        using var browser = new PushBrowser(Endpoint + "li");
        await TurnOnAsync(stage.Li, browser.Request("en"));
        await stage.Zhou.PostAsync(room, "canarywords");
        await UntilAsync(() => !_push.Caught.IsEmpty);
        await stage.Zhou.PostAsync(room, "canarywords again");
        await Task.Delay(1_500);
        var one = Assert.Single(_push.Caught);

        Assert.Equal("en", browser.Read(one.Content));
        Assert.Equal(16 + 5 + 65 + 64 + 16, one.Content.Length); // always the same
        Assert.Equal(("aes128gcm", "3600", "new"), (one.Headers["Content-Encoding"], one.Headers["TTL"], one.Headers["Topic"]));
        Assert.StartsWith("vapid t=", one.Headers["Authorization"], StringComparison.Ordinal);
        var whole = one.To + string.Join(' ', one.Headers.Values);
        foreach (var secret in new[] { "canarywords", room.ToString(), stage.Case.Number, stage.Case.Id.ToString() }) Assert.DoesNotContain(secret, whole, StringComparison.OrdinalIgnoreCase);

        // He looks; then something else is new.
        var entries = (await stage.Li.AskAsync<EntriesPage>($"api/rooms/{room}/entries")).Entries;
        await stage.Li.ActAsync(nameof(IRoomHub.MarkRead), new MarkReadRequest(room, entries[^1].Sequence));
        await stage.Zhou.PostAsync(room, "one more");
        await UntilAsync(() => _push.Caught.Count > 1);
    }

    [Theory]
    [InlineData(HttpStatusCode.Gone)]
    [InlineData(HttpStatusCode.NotFound)]
    public async Task Keeps_quiet_hours_and_forgets_a_device_that_is_gone(HttpStatusCode says)
    {
        await using var stage = await SettlementStage.OpenAsync(_cluster);
        var room = await stage.SitAsync();
        var hour = DateTimeOffset.UtcNow.ToOffset(TimeSpan.FromHours(8)).Hour;
        using var quiet = new PushBrowser(Endpoint + "quiet");
        using var gone = new PushBrowser(Endpoint + "gone");
        _push.Answers["gone"] = says;
        await TurnOnAsync(stage.Li, quiet.Request("zh", hour, (hour + 2) % 24));
        await TurnOnAsync(stage.Li, gone.Request());
        await stage.Zhou.PostAsync(room, "canarywords");
        await UntilAsync(async () => await DevicesAsync() == 1);
        Assert.Equal([Endpoint + "gone"], _push.Caught.Select(one => one.To.AbsoluteUri).Distinct());
    }

    /// <summary>A browser names the address that the service calls: nothing inside, nothing that is not on the list, in no disguise.</summary>
    [Theory]
    [InlineData("http://push.test/send/a")]
    [InlineData("https://push.test:8443/send/a")]
    [InlineData("https://other.test/send/a")]
    [InlineData("https://push.test.other.test/send/a")]
    [InlineData("https://xpush.test/send/a")]
    [InlineData("https://push.test@10.0.0.1/send/a")]
    [InlineData("https://someone@push.test/send/a")]
    [InlineData("https://push.test/send/a#fragment")]
    [InlineData("https://127.0.0.1/send/a")]
    [InlineData("https://2130706433/send/a")]
    [InlineData("https://[::1]/send/a")]
    [InlineData("https://[::ffff:10.0.0.1]/send/a")]
    [InlineData("https://169.254.169.254/latest/meta-data")]
    [InlineData("https://localhost/send/a")]
    [InlineData("https://redis:6379/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("//push.test/send/a")]
    [InlineData("/send/a")]
    [InlineData("")]
    public async Task Is_never_at_an_address_that_is_not_a_push_services(string endpoint)
    {
        await using var stage = await SettlementStage.OpenAsync(_cluster);
        using var browser = new PushBrowser(endpoint);
        using var answer = await stage.Li.Http.PostAsJsonAsync(new Uri("api/accounts/push/devices", UriKind.Relative), browser.Request(), OdrJson.Options);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("accounts.push-endpoint-refused", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await DevicesAsync());
    }

    /// <summary>One that was taken while its host stood on the list is not called any more, and forgotten.</summary>
    [Fact]
    public async Task Stops_where_the_host_has_left_the_list_and_follows_no_redirect()
    {
        await using var stage = await SettlementStage.OpenAsync(_cluster);
        var room = await stage.SitAsync();
        using var browser = new PushBrowser(Endpoint + "li");
        await TurnOnAsync(stage.Li, browser.Request());
        await _cluster.WithDbAsync(db => db.Set<PushDevice>().ExecuteUpdateAsync(set => set.SetProperty(one => one.Endpoint, "https://10.0.0.1/send/li")));
        await stage.Zhou.PostAsync(room, "canarywords");
        await UntilAsync(async () => await DevicesAsync() == 0);
        Assert.Empty(_push.Caught);
        await using var other = await OdrCluster.StartAsync(adjust: RoomCluster.Quick);
        var way = other.Services.GetRequiredService<IHttpMessageHandlerFactory>().CreateHandler(nameof(Application.Accounts.IPushCarrier));
        while (way is DelegatingHandler { InnerHandler: { } inner }) way = inner;
        Assert.False(Assert.IsType<SocketsHttpHandler>(way).AllowAutoRedirect);
    }

    [Fact]
    public async Task Ends_with_the_sign_in_under_which_it_was_turned_on_and_with_no_other()
    {
        var number = AccountCluster.NewNumber();
        using var computer = new Browser(_cluster);
        using var phone = new Browser(_cluster, 1);
        await computer.EnterAsync(number);
        await phone.EnterAsync(number);
        using var here = new PushBrowser(Endpoint + "computer");
        using var there = new PushBrowser(Endpoint + "phone");
        Assert.Equal(204, (await computer.PostAsync("api/accounts/push/devices", here.Request())).Status);
        Assert.Equal(204, (await phone.PostAsync("api/accounts/push/devices", there.Request())).Status);
        Assert.Equal(204, (await computer.PostAsync("api/accounts/sign-out")).Status);
        Assert.Equal([Endpoint + "phone"], await _cluster.WithDbAsync(db => db.Set<PushDevice>().Select(one => one.Endpoint).ToListAsync()));
    }

    private static async Task TurnOnAsync(TestPage page, TurnOnPushRequest request)
    {
        using var answer = await page.Http.PostAsJsonAsync(new Uri("api/accounts/push/devices", UriKind.Relative), request, OdrJson.Options);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    private Task<int> DevicesAsync() => _cluster.WithDbAsync(db => db.Set<PushDevice>().CountAsync());

    private static async Task UntilAsync(Func<bool> there) => await UntilAsync(() => Task.FromResult(there()));

    private static async Task UntilAsync(Func<Task<bool>> there)
    {
        for (var tries = 0; !await there(); tries++)
        {
            Assert.True(tries < 200, "not within 20 s");
            await Task.Delay(100);
        }
    }
}
