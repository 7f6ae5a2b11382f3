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

/// <summary>
/// Sends what may be lost, one after the other behind everybody's back: typing, read positions, presence, personal nudges. Who may hear it is decided
/// once, where it happens; each node hands it to the pages that these people have there.
/// </summary>
public sealed partial class RoomSignals(
    PageWriter pages, RoomFeeds feeds, RoomNews news, ICallSeats seats, RedisLink redis, RedisNames names, IOptions<RoomsOptions> options, ILogger<RoomSignals> logger)
    : BackgroundService, IRoomSignals, INudges
{
    private readonly Guid _node = Guid.NewGuid();
    private readonly Channel<Func<Task>> _queue = Channel.CreateBounded<Func<Task>>(new BoundedChannelOptions(4_096) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    public void ReadPositionMoved(ReadPositionView position) => Queue(() => ToRoomAsync(position.RoomId, Signal.ReadPositionMoved(position)));

    public void TypingChanged(TypingView typing) => Queue(async () =>
    {
        if (await IsNewsAsync(typing)) await ToWhoHearsAsync(typing);
    });

    public void PresenceChanged(PresenceView presence) => Queue(() => ToRoomAsync(presence.RoomId, Signal.PresenceChanged(presence)));

    public void CallChanged(Guid room) => Queue(async () =>
    {
        foreach (var now in await news.NowAsync([room], CancellationToken.None))
        {
            var all = await seats.OfAsync(room);
            foreach (var ended in all.Where(seat => !now.MayStayInCall(seat.PersonId))) await seats.DropAsync(room, ended.PersonId, ended.Seat);
            ToPeople([.. now.Admitted], Signal.CallChanged(now.View(all)));
        }
    });

    public void CallSignalled(Guid toPerson, CallSignalView signal) => Queue(() =>
    {
        ToPeople([toPerson], Signal.CallSignalled(signal));
        return Task.CompletedTask;
    });

    public Task ChangedAsync(IEnumerable<Guid> personIds, ChangeTopic topic, Guid id)
    {
        var people = personIds.Distinct().ToList();
        Queue(() =>
        {
            ToPeople(people, Signal.Changed(topic, id));
            return Task.CompletedTask;
        });
        return Task.CompletedTask;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        _ = redis.ListenAsync(names.Signals, Heard, stoppingToken);
        await foreach (var send in _queue.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await send();
            }
            catch (Exception lost) when (RedisLink.IsBreak(lost) || lost is NpgsqlException || RefusalTranslation.Describe(lost) is not null)
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
    private async Task ToRoomAsync(Guid room, Signal signal)
    {
        foreach (var now in await news.NowAsync([room], CancellationToken.None)) ToPeople([.. now.Admitted], signal);
    }

    private async Task ToWhoHearsAsync(TypingView typing)
    {
        foreach (var now in await news.NowAsync([typing.RoomId], CancellationToken.None)) ToPeople([.. now.HearTyping(typing.PersonId).Where(p => p != typing.PersonId)], Signal.TypingChanged(typing));
    }

    private void ToPeople(List<Guid> people, Signal signal)
    {
        if (people.Count == 0) return;
        Hand(people, signal);
        redis.Say(names.Signals, SignalText.Write(_node, people, signal));
    }

    private void Heard(string? text)
    {
        if (SignalText.Read(text) is { } said && said.Node != _node) Hand(said.People, said.ToSignal());
    }

    private void Hand(IReadOnlyList<Guid> people, Signal signal)
    {
        SerializedHubMessage? frame = null;
        foreach (var page in people.SelectMany(feeds.PagesOf)) pages.Send(page, frame ??= RoomFrames.Of(signal));
    }

    [LoggerMessage(LogLevel.Information, "A signal was lost")]
    private static partial void LogLost(ILogger logger, Exception exception);
}
