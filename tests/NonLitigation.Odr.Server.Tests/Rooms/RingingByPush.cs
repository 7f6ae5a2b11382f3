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

    [Fact]
    public async Task Keeps_quiet_hours_and_forgets_a_device_that_is_gone()
    {
        await using var stage = await SettlementStage.OpenAsync(_cluster);
        var room = await stage.SitAsync();
        var hour = DateTimeOffset.UtcNow.ToOffset(TimeSpan.FromHours(8)).Hour;
        using var quiet = new PushBrowser(Endpoint + "quiet");
        using var gone = new PushBrowser(Endpoint + "gone");
        _push.Answers["gone"] = HttpStatusCode.Gone;
        await TurnOnAsync(stage.Li, quiet.Request("zh", hour, (hour + 2) % 24));
        await TurnOnAsync(stage.Li, gone.Request());
        await stage.Zhou.PostAsync(room, "canarywords");
        await UntilAsync(async () => await DevicesAsync() == 1);
        Assert.Equal([Endpoint + "gone"], _push.Caught.Select(one => one.To.AbsoluteUri).Distinct());
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
