using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.SignalR;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Server.Tests.Accounts;
using NonLitigation.Odr.Server.Tests.Shared;

namespace NonLitigation.Odr.Server.Tests.Rooms;

/// <summary>Failure-mode row K9: who asks too much hinders himself and nobody else.</summary>
public sealed class FloodingTheHub : IAsyncLifetime
{
    private OdrCluster _cluster = null!;

    public async ValueTask InitializeAsync() => _cluster = await OdrCluster.StartAsync(adjust: builder =>
    {
        RoomCluster.Quick(builder);
        Limit(builder, ("Enabled", "true"), ("Sockets", "4"), ("Connection:Burst", "100"), ("Connection:PerSecond", "5"), ("Person:Burst", "150"), ("Person:PerSecond", "5"), ("RefusalsBeforeClosing", "8"));
    });

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();

    [Fact]
    public async Task Is_refused_with_the_time_to_wait_and_works_again_after_it()
    {
        await using var stage = await RoomStage.OpenAsync(_cluster);
        var refused = await FloodAsync(stage.Respondent, stage.Id);
        Assert.Equal("rooms.too-fast", refused.GetProperty("code").GetString());
        var wait = refused.GetProperty("retryAfterMs").GetInt32();
        Assert.InRange(wait, 1, 2_500);
        await Task.Delay(wait + 250);
        Assert.True((await stage.Respondent.PostAsync(stage.Id, "之后照常")).Sequence > 0);
    }

    [Fact]
    public async Task Counts_all_pages_of_a_person_together()
    {
        await using var stage = await RoomStage.OpenAsync(_cluster);
        await using var second = await TestPage.OpenAsync(_cluster, stage.Room.Respondent);
        for (var at = 0; at < 9; at++) await stage.Respondent.PostAsync(stage.Id, $"{at}"); // 90 of the connection's 100
        var refusals = 0;
        for (var at = 0; at < 9; at++)
        {
            try
            {
                await second.PostAsync(stage.Id, $"第二页 {at}");
            }
            catch (HubException)
            {
                refusals++;
            }
        }
        Assert.True(refusals > 0, "180 would fit into two connections, not into one person's 150");
    }

    [Fact]
    public async Task Closes_the_line_of_whoever_does_not_stop_and_leaves_others_as_quick_as_they_were()
    {
        await using var stage = await RoomStage.OpenAsync(_cluster);
        var alone = await RoundTripsAsync(stage);
        var cookie = await TestSignIn.CookieAsync(_cluster, stage.Room.Respondent);
        await using var flooder = await RawPage.OpenAsync(_cluster, cookie);
        using var stop = new CancellationTokenSource();
        var flood = Task.Run(async () =>
        {
            var sent = 0;
            try
            {
                for (; !stop.IsCancellationRequested; sent++)
                    await flooder.SendAsync(JsonSerializer.Serialize(new { type = 1, invocationId = $"{sent}", target = "PostMessage", arguments = new[] { new { roomId = stage.Id, clientMessageId = Guid.CreateVersion7(), text = "洪水" } } }));
            }
            catch (Exception closed) when (closed is System.Net.WebSockets.WebSocketException or OperationCanceledException or ObjectDisposedException)
            {
                return sent;
            }
            return -1;
        });
        var during = await RoundTripsAsync(stage);
        var ended = await Task.WhenAny(flood, Task.Delay(45_000)) == flood;
        await stop.CancelAsync();
        Assert.True(ended && await flood > 8, "the flooder's line is closed");
        // A figure for two shared processors, not for the target machine: the flood must not be felt as a stall.
        Assert.True(during < alone * 3 + 50, $"median {alone:F1} ms alone, {during:F1} ms beside a flood");
    }

    [Fact]
    public async Task Refuses_the_newest_of_too_many_sockets_and_keeps_the_others()
    {
        await using var stage = await RoomStage.OpenAsync(_cluster);
        var pages = new List<TestPage>();
        for (var at = 0; at < 3; at++) pages.Add(await TestPage.OpenAsync(_cluster, stage.Room.Applicant)); // with the stage's own: four
        await using (var fifth = await TestPage.OpenAsync(_cluster, stage.Room.Applicant)) await fifth.Closed.WaitAsync(TimeSpan.FromSeconds(5));
        foreach (var page in pages) await page.HeadsAsync();
        await pages[0].DisposeAsync();
        await Task.Delay(300);
        await using var again = await TestPage.OpenAsync(_cluster, stage.Room.Applicant);
        await again.HeadsAsync();
        foreach (var page in pages[1..]) await page.DisposeAsync();
    }

    [Fact]
    public async Task Over_HTTP_gets_429_with_the_time_to_wait_and_others_are_served()
    {
        await using var cluster = await OdrCluster.StartAsync(adjust: builder => Limit(builder, ("Enabled", "true"), ("Requests:Burst", "30"), ("Requests:PerSecond", "5")));
        using var flooder = new Browser(cluster);
        await flooder.EnterAsync(AccountCluster.NewNumber());
        using var other = new Browser(cluster);
        await other.EnterAsync(AccountCluster.NewNumber());
        var answer = await flooder.GetAsync("api/rooms");
        for (var at = 0; at < 60 && answer.Status != 429; at++) answer = await flooder.GetAsync("api/rooms");
        answer.IsRefused(429, "shared.too-many-requests");
        Assert.Equal(200, (await other.GetAsync("api/rooms")).Status);
    }

    private static void Limit(WebApplicationBuilder builder, params (string Name, string Value)[] settings)
    {
        foreach (var (name, value) in settings) builder.Configuration[$"Odr:Limits:{name}"] = value;
    }

    private static async Task<JsonElement> FloodAsync(TestPage page, Guid room)
    {
        for (var at = 0; at < 200; at++)
        {
            try
            {
                await page.PostAsync(room, at.ToString(CultureInfo.InvariantCulture));
            }
            catch (HubException refused)
            {
                return JsonDocument.Parse(refused.Message[refused.Message.IndexOf('{', StringComparison.Ordinal)..]).RootElement;
            }
        }
        throw new InvalidOperationException("200 messages in a row were taken");
    }

    /// <returns>Median, ms, of calls of two people who are not flooding.</returns>
    private static async Task<double> RoundTripsAsync(RoomStage stage)
    {
        var times = new List<double>();
        for (var at = 0; at < 8; at++)
        {
            foreach (var page in new[] { stage.Mediator, stage.Applicant })
            {
                var clock = Stopwatch.StartNew();
                await page.HeadsAsync();
                times.Add(clock.Elapsed.TotalMilliseconds);
            }
            await Task.Delay(100);
        }
        times.Sort();
        return times[times.Count / 2];
    }
}
