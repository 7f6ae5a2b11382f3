using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Simulator.Shared;

namespace NonLitigation.Odr.Simulator.People;

/// <summary>
/// A person's hub connection that behaves like the browser client: shows only the contiguous prefix of each room, pulls gaps,
/// sends again under the same id until there is an answer, and returns to its rooms after every break, on another node if need be.
/// </summary>
internal sealed class RoomConnection(ServiceHttp http, HttpTransportType transport) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<Guid, RoomRecord> _rooms = new();
    private readonly CancellationTokenSource _over = new();
    private HubConnection? _hub;
    private DateTime? _leaveAt;
    private int _returns;
    private int _repeats;
    private int _asking;
    private Task _keeping = Task.CompletedTask;

    /// <summary>How often the line broke and was made anew, and how often something was sent again because no answer came.</summary>
    public (int Returns, int Repeats) Trouble => (_returns, _repeats);

    public RoomRecord Room(Guid id) => _rooms.GetOrAdd(id, key => new RoomRecord(key));

    /// <summary>One line for all rooms; asked again it stays as it is.</summary>
    public async Task Connect()
    {
        if (_hub is not null)
        {
            return;
        }

        await Dial();
        _keeping = Keep();
    }

    public async Task<RoomSnapshot> Enter(Guid room)
    {
        var snapshot = await Ask<RoomSnapshot>(nameof(IRoomHub.EnterRoom), new EnterRoomRequest(room, 1));
        Room(room).Entered(snapshot);
        return snapshot;
    }

    /// <summary>Resolved only by an answer: a receipt, or a refusal that is thrown.</summary>
    public Task<MessageReceipt> Say(Guid room, string text, long? replyTo = null, Guid? id = null) =>
        Ask<MessageReceipt>(nameof(IRoomHub.PostMessage), new PostMessageRequest(room, id ?? Guid.CreateVersion7(), text, replyTo));

    /// <summary>Anything pushed that names a room, whoever it was meant for.</summary>
    public event Action<Guid>? Stray;

    public Task Act(string method, object request) => Ask<object?>(method, request);

    public async Task<T> Ask<T>(string method, object request)
    {
        for (var until = DateTime.UtcNow.AddSeconds(90); ;)
        {
            try
            {
                Interlocked.Increment(ref _asking);
                return await (_hub ?? throw new InvalidOperationException("connect first")).InvokeAsync<T>(method, request, _over.Token).WaitAsync(TimeSpan.FromSeconds(15));
            }
            catch (HubException refusal) when (WaitOf(refusal) is { } wait && DateTime.UtcNow < until)
            {
                Interlocked.Increment(ref _repeats);
                await Task.Delay(wait, _over.Token);
            }
            catch (HubException refusal) when (!Passing(refusal) || DateTime.UtcNow > until)
            {
                throw new ScenarioFailedException($"{method} was refused: {refusal.Message}");
            }
            catch (Exception broken) when (broken is not ScenarioFailedException && DateTime.UtcNow < until && !_over.IsCancellationRequested)
            {
                Interlocked.Increment(ref _repeats);
                await Task.Delay(400);
            }
            finally
            {
                Interlocked.Decrement(ref _asking);
            }
        }
    }

    /// <summary>The refusal's code, when the act is refused as it should be.</summary>
    public async Task<string?> RefusalOf(string method, object request)
    {
        try
        {
            await _hub!.InvokeAsync<object?>(method, request);
            return null;
        }
        catch (HubException refusal)
        {
            return refusal.Message;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        await _keeping;
        if (_hub is not null)
        {
            await _hub.DisposeAsync();
        }

        _over.Dispose();
    }

    /// <summary>Refusals that say nothing about the act itself (docs/protocol.md), and the mediator's line being down too.</summary>
    /// <summary>Also what the client makes of a line that the service closed under the call: that is no refusal.</summary>
    private static bool Passing(HubException refusal) => refusal.Message.StartsWith("The server closed the connection", StringComparison.Ordinal) ||
        new[] { "rooms.busy", "rooms.no-space", "shared.fault", "shared.unavailable", "rooms.mediator-absent" }.Any(code => refusal.Message.Contains($"\"{code}\"", StringComparison.Ordinal));

    /// <summary>How long the service asks to wait before the same is sent again; null for any other refusal.</summary>
    private static TimeSpan? WaitOf(HubException refusal)
    {
        var start = refusal.Message.IndexOf('{', StringComparison.Ordinal);
        if (start < 0)
        {
            return null;
        }

        using var view = JsonDocument.Parse(refusal.Message[start..]);
        return view.RootElement.TryGetProperty("retryAfterMs", out var wait) && wait.ValueKind == JsonValueKind.Number ? TimeSpan.FromMilliseconds(wait.GetInt32()) : null;
    }

    private async Task Dial()
    {
        var hub = new HubConnectionBuilder()
            .WithUrl(new Uri(http.Address, "/hubs/rooms"), options =>
            {
                options.Transports = transport;
                options.Cookies = http.Cookies;
                options.Headers["Origin"] = http.Origin;
            })
            .AddJsonProtocol(options => Wire.Configure(options.PayloadSerializerOptions))
            .Build();
        hub.ServerTimeout = TimeSpan.FromSeconds(30);
        hub.On<EntryView>(nameof(IRoomClient.MessagePosted), entry =>
        {
            Stray?.Invoke(entry.RoomId);
            Room(entry.RoomId).Posted(entry);
        });
        hub.On<TypingView>(nameof(IRoomClient.TypingChanged), typing => Stray?.Invoke(typing.RoomId));
        hub.On<PresenceView>(nameof(IRoomClient.PresenceChanged), presence => Stray?.Invoke(presence.RoomId));
        hub.On<HeadsView>(nameof(IRoomClient.HeadsMoved), heads => { foreach (var head in heads.Heads) { Room(head.RoomId).HeadIs(head.Head); } });
        hub.On<Guid>(nameof(IRoomClient.StandingChanged), room => Room(room).StandingMoved());
        hub.On<Guid>(nameof(IRoomClient.AccessRevoked), room => Room(room).Revoked());
        hub.On<int>(nameof(IRoomClient.NodeDraining), within => _leaveAt = DateTime.UtcNow.AddMilliseconds(Random.Shared.Next(within)));
        await hub.StartAsync(_over.Token);
        var (old, moved) = (_hub, _leaveAt is not null);
        (_hub, _leaveAt) = (hub, null);
        if (old is not null)
        {
            // What is under way on a line that still works gets its answer there.
            for (var until = DateTime.UtcNow.AddSeconds(moved ? 3 : 0); Volatile.Read(ref _asking) > 0 && DateTime.UtcNow < until;)
            {
                await Task.Delay(20);
            }

            await old.DisposeAsync();
        }
    }

    /// <summary>Twice a second: dial again when the line is down, enter again where asked, pull what is missing.</summary>
    private async Task Keep()
    {
        while (!_over.IsCancellationRequested)
        {
            try
            {
                // A node that goes away is left for another one before it ends the line.
                if (_hub!.State == HubConnectionState.Disconnected || DateTime.UtcNow >= _leaveAt)
                {
                    http.TryNextAddress();
                    await Dial();
                    _returns++;
                    foreach (var room in _rooms.Values.Where(room => room.IsEntered))
                    {
                        room.StandingMoved();
                    }
                }

                foreach (var room in _rooms.Values)
                {
                    await Refresh(room);
                }

                await Task.Delay(500, _over.Token);
            }
            catch (Exception broken) when (!_over.IsCancellationRequested && broken is not OutOfMemoryException)
            {
                await Task.Delay(500, CancellationToken.None);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task Refresh(RoomRecord room)
    {
        if (room.NeedsEntering)
        {
            room.Entered(await _hub!.InvokeAsync<RoomSnapshot>(nameof(IRoomHub.EnterRoom), new EnterRoomRequest(room.Id, 1), _over.Token));
        }

        while (room.MissingAfter is { } after)
        {
            var page = await _hub!.InvokeAsync<EntriesPage>(nameof(IRoomHub.ReadEntries), new ReadEntriesRequest(room.Id, after, 200), _over.Token);
            if (!room.Pulled(page))
            {
                return;
            }
        }
    }
}
