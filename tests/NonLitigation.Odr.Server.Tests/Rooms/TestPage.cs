using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Contracts.Shared;
using NonLitigation.Odr.Server.Shared;
using NonLitigation.Odr.Server.Tests.Shared;

namespace NonLitigation.Odr.Server.Tests.Rooms;

/// <summary>A person's open page: a real hub connection that notes all it is sent.</summary>
public sealed class TestPage : IAsyncDisposable
{
    private readonly HubConnection _hub;
    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private TestPage(HubConnection hub, HttpClient http, Guid person) => (_hub, Http, Person) = (hub, http, person);

    public Guid Person { get; }
    public HttpClient Http { get; }
    public ConcurrentQueue<EntryView> Posted { get; } = new();
    public ConcurrentQueue<(string Event, object Content)> Received { get; } = new();

    /// <summary>The node has asked this page to go.</summary>
    public bool Draining { get; private set; }

    /// <summary>Completed when the line is gone, whoever ended it.</summary>
    public Task Closed => _closed.Task;

    /// <param name="cookie">Of a real sign-in; null: one is made.</param>
    public static async Task<TestPage> OpenAsync(OdrCluster cluster, Guid person, int node = 0, string? cookie = null)
    {
        var address = cluster.Addresses[node % cluster.Addresses.Count];
        cookie ??= await TestSignIn.CookieAsync(cluster, person);
        var http = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = address };
        http.DefaultRequestHeaders.Add("Cookie", cookie);
        var hub = new HubConnectionBuilder().WithUrl(new Uri(address, "hubs/rooms"), HttpTransportType.WebSockets, o =>
        {
            o.Headers["Cookie"] = cookie;
            o.SkipNegotiation = true;
        }).AddJsonProtocol(j => OdrJson.Apply(j.PayloadSerializerOptions)).Build();
        var page = new TestPage(hub, http, person);
        page.Listen();
        await hub.StartAsync();
        return page;
    }

    public Task<RoomSnapshot> EnterAsync(Guid room) => _hub.InvokeAsync<RoomSnapshot>(nameof(IRoomHub.EnterRoom), new EnterRoomRequest(room, 1));

    public Task<MessageReceipt> PostAsync(Guid room, string text, Guid? id = null, long? replyTo = null) =>
        _hub.InvokeAsync<MessageReceipt>(nameof(IRoomHub.PostMessage), new PostMessageRequest(room, id ?? Guid.CreateVersion7(), text, replyTo));

    public Task<EntriesPage> ReadAsync(Guid room, long after = 0, int? limit = null) =>
        _hub.InvokeAsync<EntriesPage>(nameof(IRoomHub.ReadEntries), new ReadEntriesRequest(room, after, limit));

    public Task ActAsync(string method, object request) => _hub.InvokeAsync(method, request);

    public Task<T> AskAsync<T>(string method, object request) => _hub.InvokeAsync<T>(method, request);

    public Task<HeadsView> HeadsAsync() => _hub.InvokeAsync<HeadsView>(nameof(IRoomHub.ReadHeads));

    public Task AdmitAsync(Guid room, Guid person) => ActAsync(nameof(IRoomHub.Admit), new AdmitRequest(room, person));

    public Task OpenSessionAsync(Guid room) => ActAsync(nameof(IRoomHub.OpenSession), new OpenSessionRequest(room));

    /// <summary>The code with which the service refuses.</summary>
    public static async Task<string> RefusalAsync(Func<Task> act)
    {
        var refused = await Assert.ThrowsAsync<HubException>(act);
        var json = refused.Message[refused.Message.IndexOf('{', StringComparison.Ordinal)..];
        var view = JsonSerializer.Deserialize<RefusalView>(json, OdrJson.Options)!;
        Assert.NotEmpty(view.Zh);
        Assert.NotEmpty(view.En);
        return view.Code;
    }

    public async Task UntilAsync(Func<TestPage, bool> holds, double seconds = 10)
    {
        for (var end = DateTime.UtcNow.AddSeconds(seconds); !holds(this); await Task.Delay(20))
            Assert.True(DateTime.UtcNow < end, $"Not within {seconds} s; received: {string.Join(' ', Received.Select(r => r.Event))}; entries {string.Join(',', Posted.Select(p => p.Sequence))}");
    }

    public bool Has(long sequence) => Posted.Any(e => e.Sequence == sequence);

    public IEnumerable<T> Events<T>(string name) => Received.Where(r => r.Event == name).Select(r => (T)r.Content);

    public Task BreakAsync() => _hub.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await _hub.DisposeAsync();
        Http.Dispose();
    }

    private void Listen()
    {
        _hub.Closed += _ => { _closed.TrySetResult(); return Task.CompletedTask; };
        _hub.On<EntryView>(nameof(IRoomClient.MessagePosted), e => { Posted.Enqueue(e); Note(nameof(IRoomClient.MessagePosted), e); });
        _hub.On<Guid>(nameof(IRoomClient.StandingChanged), r => Note(nameof(IRoomClient.StandingChanged), r));
        _hub.On<ReadPositionView>(nameof(IRoomClient.ReadPositionMoved), p => Note(nameof(IRoomClient.ReadPositionMoved), p));
        _hub.On<PresenceView>(nameof(IRoomClient.PresenceChanged), p => Note(nameof(IRoomClient.PresenceChanged), p));
        _hub.On<TypingView>(nameof(IRoomClient.TypingChanged), t => Note(nameof(IRoomClient.TypingChanged), t));
        _hub.On<LobbyView>(nameof(IRoomClient.LobbyChanged), l => Note(nameof(IRoomClient.LobbyChanged), l));
        _hub.On<HeadsView>(nameof(IRoomClient.HeadsMoved), h => Note(nameof(IRoomClient.HeadsMoved), h));
        _hub.On<Guid>(nameof(IRoomClient.AccessRevoked), r => Note(nameof(IRoomClient.AccessRevoked), r));
        _hub.On<int>(nameof(IRoomClient.NodeDraining), _ => Draining = true);
        _hub.On<CallView>(nameof(IRoomClient.CallChanged), c => Note(nameof(IRoomClient.CallChanged), c));
        _hub.On<CallSignalView>(nameof(IRoomClient.CallSignalled), s => Note(nameof(IRoomClient.CallSignalled), s));
        _hub.On<ChangeTopic, Guid>(nameof(IRoomClient.Changed), (topic, id) => Note(nameof(IRoomClient.Changed), (topic, id)));
    }

    private void Note(string name, object content) => Received.Enqueue((name, content));
}
