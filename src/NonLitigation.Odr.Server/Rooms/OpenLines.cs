using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;

namespace NonLitigation.Odr.Server.Rooms;

/// <summary>This node's connections as SignalR holds them: what goes to many people is written once for all of them.</summary>
public sealed class OpenLines
{
    private readonly ConcurrentDictionary<string, HubConnectionContext> _lines = new();

    public HubConnectionContext? Of(string connectionId) => _lines.GetValueOrDefault(connectionId);

    internal void Add(HubConnectionContext line) => _lines[line.ConnectionId] = line;

    internal void Remove(HubConnectionContext line) => _lines.TryRemove(line.ConnectionId, out _);
}

/// <summary>
/// SignalR with the connections of this node alone. What other nodes' people must get goes to their node: entries by the bell, the rest by
/// <see cref="RoomSignals"/>. So a connection costs Redis nothing, and is taken while Redis is away.
/// </summary>
public sealed class OwnLines(ILogger<DefaultHubLifetimeManager<RoomHub>> logger, OpenLines lines) : DefaultHubLifetimeManager<RoomHub>(logger)
{
    public override Task OnConnectedAsync(HubConnectionContext connection)
    {
        lines.Add(connection);
        return base.OnConnectedAsync(connection);
    }

    public override Task OnDisconnectedAsync(HubConnectionContext connection)
    {
        lines.Remove(connection);
        return base.OnDisconnectedAsync(connection);
    }
}
