using System.Net;
using NonLitigation.Odr.Server.Tests.Shared;

namespace NonLitigation.Odr.Server.Tests.Rooms;

/// <summary>Failure-mode row R5: a node cut off from PostgreSQL while another one reaches it.</summary>
public sealed class LosingTheRecordAlone : IAsyncLifetime
{
    private OdrCluster _cluster = null!;

    public async ValueTask InitializeAsync() => _cluster = await OdrCluster.StartAsync(adjust: RoomCluster.Quick);

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();

    [Fact]
    public async Task Sends_its_people_to_the_others_within_seconds_and_takes_them_again_when_it_is_whole()
    {
        await using var stage = await RoomStage.OpenAsync(_cluster);
        await using var wire = new SilentWire(TestStores.Service(_cluster.Database).ConnectionString);
        await using var page = await PageBehindAsync(wire, stage);
        Assert.True((await page.PostAsync(stage.Id, "还连着")).Sequence > 0);
        Assert.NotEqual(HttpStatusCode.ServiceUnavailable, await OpeningAsync(1));

        wire.FallSilent();
        await page.UntilAsync(one => one.Draining);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await OpeningAsync(1));
        Assert.NotEqual(HttpStatusCode.ServiceUnavailable, await OpeningAsync(0));
        Assert.False(stage.Mediator.Draining);
        await using var moved = await TestPage.OpenAsync(_cluster, stage.Room.Applicant);
        await moved.EnterAsync(stage.Id);
        Assert.True((await moved.PostAsync(stage.Id, "换了一个节点")).Sequence > 0);

        wire.Carry();
        await UntilAsync(async () => await OpeningAsync(1) != HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task Keeps_them_when_no_other_node_reaches_it_either()
    {
        await using var stage = await RoomStage.OpenAsync(_cluster);
        await using var wire = new SilentWire(TestStores.Service(_cluster.Database).ConnectionString);
        await using var page = await PageBehindAsync(wire, stage);
        await _cluster.Nodes[0].StopAsync();
        await Task.Delay(TimeSpan.FromSeconds(3)); // its last word in Redis lapses

        wire.FallSilent();
        await Task.Delay(TimeSpan.FromSeconds(7));
        Assert.False(page.Draining);
        Assert.NotEqual(HttpStatusCode.ServiceUnavailable, await OpeningAsync(1));
        wire.Carry();
    }

    /// <summary>The applicant in the room, at one more node, whose way to PostgreSQL this wire is.</summary>
    private async Task<TestPage> PageBehindAsync(SilentWire wire, RoomStage stage)
    {
        await _cluster.AddNodeAsync(adjust: builder =>
        {
            RoomCluster.Quick(builder);
            builder.Configuration["ConnectionStrings:Odr"] = wire.Connection;
        });
        var page = await TestPage.OpenAsync(_cluster, stage.Room.Applicant, 1);
        await page.EnterAsync(stage.Id);
        return page;
    }

    /// <summary>What a node answers to somebody, not signed in, who would open a line.</summary>
    private async Task<HttpStatusCode> OpeningAsync(int node)
    {
        using var http = new HttpClient { BaseAddress = _cluster.Addresses[node] };
        using var answer = await http.PostAsync(new Uri("hubs/rooms/negotiate?negotiateVersion=1", UriKind.Relative), null);
        return answer.StatusCode;
    }

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        for (var end = DateTime.UtcNow.AddSeconds(15); !await holds(); await Task.Delay(100)) Assert.True(DateTime.UtcNow < end, "not within 15 s");
    }
}
