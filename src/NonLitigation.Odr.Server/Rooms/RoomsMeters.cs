using System.Diagnostics.Metrics;
using NonLitigation.Odr.Persistence.Rooms;

namespace NonLitigation.Odr.Server.Rooms;

/// <summary>What this node has open, for the figures.</summary>
public sealed class RoomsMeters : IHostedService
{
    public RoomsMeters(IMeterFactory meters, RoomFeeds feeds, RedisLink redis)
    {
        var meter = meters.Create(EngineMeters.Name);
        meter.CreateObservableGauge("odr.sockets", () => feeds.Pages.Count(), "{socket}", "Open pages of this node");
        meter.CreateObservableGauge("odr.rooms.open", () => feeds.Rooms.Count, "{room}", "Rooms that somebody at this node has open");
        meter.CreateObservableGauge("odr.redis.up", () => redis.Connected ? 1 : 0, "1", "Whether this node can ring and hear the bell");
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
