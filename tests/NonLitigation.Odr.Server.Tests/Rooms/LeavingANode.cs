using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Server.Shared;
using NonLitigation.Odr.Server.Tests.Shared;

namespace NonLitigation.Odr.Server.Tests.Rooms;

/// <summary>Failure-mode row R7: a node goes while people talk, and no send fails.</summary>
public sealed class LeavingANode : IAsyncLifetime
{
    private OdrCluster _cluster = null!;

    public async ValueTask InitializeAsync() => _cluster = await OdrCluster.StartAsync(2, adjust: RoomCluster.Quick);

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();

    [Fact]
    public async Task Fails_no_send_of_people_who_heed_its_hint()
    {
        await using var stage = await RoomStage.OpenAsync(_cluster);
        var (talks, failures) = (new ConcurrentBag<Guid>(), new ConcurrentQueue<Exception>());
        using var over = new CancellationTokenSource();
        var people = new List<Mover>();
        foreach (var person in new[] { stage.Room.Mediator, stage.Room.Applicant, stage.Room.Respondent }) people.Add(await Mover.OpenAsync(_cluster, person, stage.Id));
        var talking = people.Select(one => Task.Run(async () =>
        {
            for (var at = 0; !over.IsCancellationRequested; at++)
            {
                var id = Guid.CreateVersion7();
                try
                {
                    await one.SayAsync(stage.Id, id, $"第 {at} 句");
                    talks.Add(id);
                }
                catch (Exception failure) when (failure is not OutOfMemoryException)
                {
                    failures.Enqueue(failure);
                }
                await Task.Delay(20);
            }
        })).ToList();
        await Task.Delay(500);
        var drain = _cluster.Nodes[0].Services.GetRequiredService<Drain>();
        var clock = System.Diagnostics.Stopwatch.StartNew();
        foreach (var page in new[] { stage.Mediator, stage.Respondent }) await page.BreakAsync(); // who goes by himself does not hold the node up
        await drain.RunAsync();
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(7), $"{clock.Elapsed}: gone as soon as everybody had moved");
        await _cluster.Nodes[0].StopAsync();
        await Task.Delay(500);
        await over.CancelAsync();
        await Task.WhenAll(talking);
        Assert.Empty(failures);
        Assert.All(people, one => Assert.Equal(1, one.Node));
        // What was confirmed stands in the record, once.
        await using var reader = await TestPage.OpenAsync(_cluster, stage.Room.Mediator, 1);
        var entries = new List<EntryView>();
        for (var page = await reader.ReadAsync(stage.Id); page.Entries.Count > 0; page = await reader.ReadAsync(stage.Id, entries[^1].Sequence)) entries.AddRange(page.Entries);
        Assert.Equal(talks.Order(), entries.Where(entry => entry.ClientMessageId is not null && entry.Kind == EntryKind.Message).Select(entry => entry.ClientMessageId!.Value).Order());
        foreach (var one in people) await one.DisposeAsync();
    }

    [Fact]
    public async Task Takes_no_new_line_and_is_not_ready_while_open_ones_go_on()
    {
        await using var stage = await RoomStage.OpenAsync(_cluster);
        using var http = new HttpClient { BaseAddress = _cluster.Addresses[0] };
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(new Uri("health/ready", UriKind.Relative))).StatusCode);
        var draining = _cluster.Nodes[0].Services.GetRequiredService<Drain>().RunAsync();
        await stage.Mediator.UntilAsync(page => page.Draining);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await http.GetAsync(new Uri("health/ready", UriKind.Relative))).StatusCode);
        using var negotiate = await http.PostAsync(new Uri("hubs/rooms/negotiate?negotiateVersion=1", UriKind.Relative), null);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, negotiate.StatusCode);
        Assert.True((await stage.Mediator.PostAsync(stage.Id, "还在这里")).Sequence > 0);
        await Assert.ThrowsAnyAsync<Exception>(() => TestPage.OpenAsync(_cluster, stage.Room.Mediator));
        // Whoever does not heed it is not waited for without end.
        await draining.WaitAsync(TimeSpan.FromSeconds(12));
    }

    /// <summary>A page that opens a line to the other node when it is asked to, and only then lets go of the old one.</summary>
    private sealed class Mover : IAsyncDisposable
    {
        private readonly OdrCluster _cluster;
        private readonly string _cookie;
        private readonly Guid _room;
        private HubConnection _hub = null!;
        private int _underWay;

        private Mover(OdrCluster cluster, string cookie, Guid room) => (_cluster, _cookie, _room) = (cluster, cookie, room);

        public int Node { get; private set; }

        public static async Task<Mover> OpenAsync(OdrCluster cluster, Guid person, Guid room)
        {
            var mover = new Mover(cluster, await TestSignIn.CookieAsync(cluster, person), room);
            mover._hub = await mover.ConnectAsync(0);
            return mover;
        }

        public async Task<MessageReceipt> SayAsync(Guid room, Guid id, string text)
        {
            Interlocked.Increment(ref _underWay);
            try
            {
                return await _hub.InvokeAsync<MessageReceipt>(nameof(IRoomHub.PostMessage), new PostMessageRequest(room, id, text, null));
            }
            finally
            {
                Interlocked.Decrement(ref _underWay);
            }
        }

        public ValueTask DisposeAsync() => _hub.DisposeAsync();

        private async Task<HubConnection> ConnectAsync(int node)
        {
            var hub = new HubConnectionBuilder().WithUrl(new Uri(_cluster.Addresses[node], "hubs/rooms"), HttpTransportType.WebSockets, http => http.Headers["Cookie"] = _cookie)
                .AddJsonProtocol(json => OdrJson.Apply(json.PayloadSerializerOptions)).Build();
            hub.On<int>(nameof(IRoomClient.NodeDraining), within => { _ = MoveAsync(within); });
            await hub.StartAsync();
            await hub.InvokeAsync<RoomSnapshot>(nameof(IRoomHub.EnterRoom), new EnterRoomRequest(_room, 1));
            return hub;
        }

        private async Task MoveAsync(int within)
        {
            await Task.Delay(Random.Shared.Next(within));
            var old = _hub;
            _hub = await ConnectAsync(1);
            Node = 1;
            // What is under way on the old line gets its answer.
            while (Volatile.Read(ref _underWay) > 0) await Task.Delay(5);
            await old.DisposeAsync();
        }
    }
}
