using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NonLitigation.Odr.Application.Rooms;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Server.Tests.Shared;

namespace NonLitigation.Odr.Server.Tests.Rooms;

public sealed class FillingACall
{
    [Fact]
    public async Task Is_refused_beyond_the_limit_and_the_relay_gets_a_name_that_ends()
    {
        await using var cluster = await OdrCluster.StartAsync(adjust: builder =>
        {
            RoomCluster.Quick(builder);
            builder.Configuration["Odr:Call:Most"] = "2";
            builder.Configuration["Odr:Call:StunUrls:0"] = "stun:turn.example.cn:3478";
            builder.Configuration["Odr:Call:TurnUrls:0"] = "turn:turn.example.cn:3478?transport=udp";
            builder.Configuration["Odr:Call:TurnSecret"] = "north";
            builder.Configuration["Odr:Call:RelayOnly"] = "true";
        });
        await using var stage = await RoomStage.OpenAsync(cluster);
        await stage.Mediator.ActAsync(nameof(IRoomHub.OpenCall), new OpenCallRequest(stage.Id));
        var ticket = await JoinAsync(stage.Mediator, stage.Id);
        await JoinAsync(stage.Applicant, stage.Id);
        Assert.Equal("rooms.call-full", await TestPage.RefusalAsync(() => JoinAsync(stage.Respondent, stage.Id)));
        Assert.Equal(2, (await cluster.Services.GetRequiredService<ICallSeats>().OfAsync(stage.Id)).Count);

        Assert.True(ticket.RelayOnly);
        Assert.Equal(2, ticket.Servers.Count);
        Assert.Null(ticket.Servers[0].Credential);
        var relay = ticket.Servers[1];
        var until = DateTimeOffset.FromUnixTimeSeconds(long.Parse(relay.UserName!.Split(':')[0], System.Globalization.CultureInfo.InvariantCulture));
        Assert.InRange(until - DateTimeOffset.UtcNow, TimeSpan.FromMinutes(115), TimeSpan.FromMinutes(121));
        Assert.DoesNotContain(stage.Room.Mediator.ToString("N"), relay.UserName, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(Convert.ToBase64String(CryptographicOperations.HmacData(HashAlgorithmName.SHA1, "north"u8, System.Text.Encoding.UTF8.GetBytes(relay.UserName))), relay.Credential);
    }

    [Theory]
    [InlineData("TurnLife", "00:59:00", "at least an hour")]
    [InlineData("RelayOnly", "true", "needs Odr:Call:TurnUrls")]
    [InlineData("TurnUrls:0", "turn:turn.example.cn:3478", "needs Odr:Call:TurnSecret")]
    public void Is_not_begun_with_settings_that_leave_pages_without_a_way(string name, string value, string says)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Odr:Call:" + name, value)]).Build();
        Assert.Contains(says, Assert.Throws<InvalidOperationException>(() => CallOptions.Read(configuration, TimeProvider.System)).Message, StringComparison.Ordinal);
    }

    /// <summary>With the limits of a real service.</summary>
    [Fact]
    public async Task Fits_into_what_one_person_may_ask_for()
    {
        await using var cluster = await OdrCluster.StartAsync(2, adjust: builder =>
        {
            RoomCluster.Quick(builder);
            builder.Configuration["Odr:Limits:Enabled"] = "true";
        });
        await using var stage = await RoomStage.OpenAsync(cluster);
        await stage.Mediator.ActAsync(nameof(IRoomHub.OpenCall), new OpenCallRequest(stage.Id));
        var (mine, theirs) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await stage.Mediator.AskAsync<CallTicketView>(nameof(IRoomHub.JoinCall), new JoinCallRequest(stage.Id, mine, false, true, true));
        await stage.Applicant.AskAsync<CallTicketView>(nameof(IRoomHub.JoinCall), new JoinCallRequest(stage.Id, theirs, false, true, true));
        // Five others at once: to each a description and ten batches of candidates, within a moment; then words.
        for (var at = 0; at < 55; at++) await stage.Mediator.ActAsync(nameof(IRoomHub.SendCallSignal), new SendCallSignalRequest(stage.Id, mine, stage.Room.Applicant, theirs, new string('x', at == 0 ? 20_000 : 500)));
        await stage.Mediator.PostAsync(stage.Id, "文字照常");
        await stage.Applicant.UntilAsync(page => page.Events<CallSignalView>(nameof(IRoomClient.CallSignalled)).Count() == 55);
    }

    [Fact]
    public async Task Is_not_possible_where_calls_are_off()
    {
        await using var cluster = await OdrCluster.StartAsync(adjust: builder =>
        {
            RoomCluster.Quick(builder);
            builder.Configuration["Odr:Call:Enabled"] = "false";
        });
        await using var stage = await RoomStage.OpenAsync(cluster);
        Assert.Equal("rooms.calls-off", await TestPage.RefusalAsync(() => stage.Mediator.ActAsync(nameof(IRoomHub.OpenCall), new OpenCallRequest(stage.Id))));
    }

    [Fact]
    public async Task Works_on_one_node_without_Redis()
    {
        await using var cluster = await OdrCluster.StartAsync(1, "", RoomCluster.Quick);
        await using var stage = await RoomStage.OpenAsync(cluster);
        await stage.Mediator.ActAsync(nameof(IRoomHub.OpenCall), new OpenCallRequest(stage.Id));
        await JoinAsync(stage.Mediator, stage.Id);
        var applicant = (await JoinAsync(stage.Applicant, stage.Id)).Call;
        Assert.Equal(2, applicant.Seats.Count);
        await stage.Applicant.BreakAsync();
        await stage.Mediator.UntilAsync(page => page.Events<CallView>(nameof(IRoomClient.CallChanged)).LastOrDefault() is { Seats.Count: 1 }, 15);
    }

    [Fact]
    public async Task Leaves_nothing_of_a_signal_in_logs_and_keeps_nothing_of_it_in_Redis()
    {
        await using var redis = new RedisServer();
        await redis.StartAsync();
        await using var monitor = await RedisMonitor.StartAsync(redis.Address);
        using var log = new LogBook();
        await using var cluster = await OdrCluster.StartAsync(2, redis.Address, builder =>
        {
            RoomCluster.Quick(builder);
            log.Keep(builder);
        });
        await using var stage = await RoomStage.OpenAsync(cluster);
        await stage.Mediator.ActAsync(nameof(IRoomHub.OpenCall), new OpenCallRequest(stage.Id));
        var (mine, theirs) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await stage.Mediator.AskAsync<CallTicketView>(nameof(IRoomHub.JoinCall), new JoinCallRequest(stage.Id, mine, false, true, true));
        await stage.Applicant.AskAsync<CallTicketView>(nameof(IRoomHub.JoinCall), new JoinCallRequest(stage.Id, theirs, false, true, true));
        await stage.Mediator.ActAsync(nameof(IRoomHub.SendCallSignal), new SendCallSignalRequest(stage.Id, mine, stage.Room.Applicant, theirs, "canary-of-a-signal"));
        await stage.Applicant.UntilAsync(page => page.Events<CallSignalView>(nameof(IRoomClient.CallSignalled)).Any());
        await Task.Delay(500);
        var commands = monitor.Seen.Split('\n').Where(line => line.Contains("canary-of-a-signal", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(commands); // it goes to the other node, and only so
        Assert.All(commands, line => Assert.Contains("\"PUBLISH\"", line, StringComparison.OrdinalIgnoreCase));
        Assert.Empty(log.Find("canary-of-a-signal").Take(3));
        Assert.True(log.Lines.Count > 50);
    }

    private static Task<CallTicketView> JoinAsync(TestPage page, Guid room) =>
        page.AskAsync<CallTicketView>(nameof(IRoomHub.JoinCall), new JoinCallRequest(room, Guid.CreateVersion7(), false, true, true));
}
