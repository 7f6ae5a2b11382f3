using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NonLitigation.Odr.Application.Accounts;
using NonLitigation.Odr.Application.Rooms;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Persistence.Rooms;
using NonLitigation.Odr.Server.Shared;

namespace NonLitigation.Odr.Server.Rooms;

public static class RoomsWiring
{
    public static void AddRealTime(this IServiceCollection services)
    {
        services.AddRooms();
        services.AddSingleton<IStartCheck, RollbackCheck>();
        services.AddOptions<RoomsOptions>().BindConfiguration("Odr:Rooms");
        services.AddSingleton<HubLimits>().Configure<HubOptions>(hub => hub.AddFilter<HubLimits>());
        services.AddHostedService<RoomsMeters>();
        services.AddSingleton<DrainRooms>().AddSingleton<IDrainStep>(s => s.GetRequiredService<DrainRooms>()).AddSingleton<RecordReach>().AddHostedService<YieldWhenAlone>();
        services.AddSingleton<OpenLines>().AddSingleton<RedisNames>().AddSingleton<RedisLink>().AddSingleton<RoomFeeds>().AddSingleton<MissedArrivals>().AddSingleton<PageWriter>().AddSingleton<RoomPusher>();
        services.AddSingleton<RoomReader>().AddSingleton<IBell>(s => s.GetRequiredService<RoomReader>()).AddHostedService(s => s.GetRequiredService<RoomReader>());
        services.AddSingleton<RoomSignals>().AddSingleton<IRoomSignals>(s => s.GetRequiredService<RoomSignals>())
            .AddSingleton<INudges>(s => s.GetRequiredService<RoomSignals>()).AddHostedService(s => s.GetRequiredService<RoomSignals>());
        services.TryAddSingleton<IPresenceStore>(s => s.GetRequiredService<RedisLink>().Configured
            ? ActivatorUtilities.CreateInstance<RedisPresence>(s) : ActivatorUtilities.CreateInstance<OwnPresence>(s));
        services.AddSingleton<ICallSigns>(s => s.GetRequiredService<RedisLink>().Configured ? ActivatorUtilities.CreateInstance<RedisCalls>(s) : ActivatorUtilities.CreateInstance<OwnCalls>(s))
            .AddSingleton<ICallSeats>(s => s.GetRequiredService<ICallSigns>()).AddSingleton<RoomCalls>().AddHostedService(s => s.GetRequiredService<RoomCalls>());
        services.AddSingleton<OpenSockets>().AddSingleton<IConnections>(s => s.GetRequiredService<OpenSockets>()).AddHostedService(s => s.GetRequiredService<OpenSockets>());
        services.AddSingleton<RoomPresence>().AddHostedService(s => s.GetRequiredService<RoomPresence>());
        services.AddSingleton<HubLifetimeManager<RoomHub>, OwnLines>();
    }
}
