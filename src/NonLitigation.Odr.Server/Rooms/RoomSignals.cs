using System.Threading.Channels;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;
using NonLitigation.Odr.Application.Rooms;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Contracts.Shared;
using Npgsql;
using StackExchange.Redis;

namespace NonLitigation.Odr.Server.Rooms;

/// <summary>Sends what may be lost, one after the other behind everybody's back: typing, read positions, presence, personal nudges.</summary>
public sealed partial class RoomSignals(
    IHubContext<RoomHub, IRoomClient> hub, RoomFeeds feeds, RoomNews news, RedisLink redis, RedisNames names, IOptions<RoomsOptions> options, ILogger<RoomSignals> logger)
    : BackgroundService, IRoomSignals, INudges
{
    private readonly Channel<Func<Task>> _queue = Channel.CreateBounded<Func<Task>>(new BoundedChannelOptions(4_096) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    public void ReadPositionMoved(ReadPositionView position) => Queue(() => ToRoomAsync(position.RoomId, null, c => c.ReadPositionMoved(position)));

    public void TypingChanged(TypingView typing) => Queue(async () =>
    {
        if (await IsNewsAsync(typing)) await ToRoomAsync(typing.RoomId, typing.PersonId, c => c.TypingChanged(typing));
    });

    public void PresenceChanged(PresenceView presence) => Queue(() => ToRoomAsync(presence.RoomId, null, c => c.PresenceChanged(presence)));

    public Task ChangedAsync(IEnumerable<Guid> personIds, ChangeTopic topic, Guid id)
    {
        var people = personIds.Distinct().ToList();
        Queue(() => ToPeopleAsync(people, c => c.Changed(topic, id)));
        return Task.CompletedTask;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var send in _queue.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await send();
            }
            catch (Exception lost) when (RedisLink.IsBreak(lost) || lost is NpgsqlException)
            {
                LogLost(logger, lost);
            }
        }
    }

    private void Queue(Func<Task> send) => _queue.Writer.TryWrite(send);

    /// <summary>Redis keeps who writes, so that a person on two devices is announced once and stops once.</summary>
    private async Task<bool> IsNewsAsync(TypingView typing)
    {
        if (!redis.Connected) return true;
        var key = names.Typing(typing.RoomId, typing.PersonId);
        // Half of its life: whoever goes on writing is announced again before the first announcement fades.
        return await redis.AskAsync(store => typing.Typing ? store.StringSetAsync(key, 1, options.Value.TypingLife / 2, When.NotExists) : store.KeyDeleteAsync(key));
    }

    /// <summary>To those admitted to the room at this moment.</summary>
    private async Task ToRoomAsync(Guid room, Guid? except, Func<IRoomClient, Task> send)
    {
        foreach (var now in await news.NowAsync([room], CancellationToken.None)) await ToPeopleAsync([.. now.Admitted.Where(p => p != except)], send);
    }

    private async Task ToPeopleAsync(List<Guid> people, Func<IRoomClient, Task> send)
    {
        if (people.Count == 0) return;
        if (redis.Connected) await send(hub.Clients.Users(people.Select(p => p.ToString("D")).ToList()));
        else foreach (var page in people.SelectMany(feeds.PagesOf)) await send(hub.Clients.Client(page.ConnectionId));
    }

    [LoggerMessage(LogLevel.Information, "A signal was lost")]
    private static partial void LogLost(ILogger logger, Exception exception);
}
