using Microsoft.AspNetCore.Builder;
using NonLitigation.Odr.Server.Tests.Shared;

namespace NonLitigation.Odr.Server.Tests.Rooms;

/// <summary>A running service for one class of room tests; short times, so that lapses and heartbeats can be waited for.</summary>
public abstract class RoomCluster(int nodes) : IAsyncLifetime
{
    public OdrCluster Cluster { get; private set; } = null!;

    public static void Quick(WebApplicationBuilder builder)
    {
        builder.Configuration["Odr:Rooms:Heartbeat"] = "00:00:01";
        builder.Configuration["Odr:Rooms:Poll"] = "00:00:00.500";
        builder.Configuration["Odr:Rooms:PresenceLife"] = "00:00:02";
        builder.Configuration["Odr:Rooms:Grace"] = "00:00:01";
        builder.Configuration["Odr:Rooms:Sweep"] = "00:00:01";
    }

    public async ValueTask InitializeAsync() => Cluster = await OdrCluster.StartAsync(nodes, adjust: Quick);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Cluster.DisposeAsync();
    }
}

public sealed class OneNode() : RoomCluster(1);

public sealed class TwoNodes() : RoomCluster(2);
