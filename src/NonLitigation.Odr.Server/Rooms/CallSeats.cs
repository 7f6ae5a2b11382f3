using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using NonLitigation.Odr.Application.Rooms;
using StackExchange.Redis;

namespace NonLitigation.Odr.Server.Rooms;

/// <summary>A page that holds a seat in a call.</summary>
public readonly record struct SeatSign(Guid Room, Guid Person, Guid Seat);

/// <summary>The signs of life under <see cref="ICallSeats"/>.</summary>
public interface ICallSigns : ICallSeats
{
    /// <returns>Those that are no longer there, so that there is nothing to renew.</returns>
    Task<IReadOnlyList<SeatSign>> RenewAsync(IReadOnlyCollection<SeatSign> signs);

    /// <summary>Seats whose time is over; each is given to one asker alone.</summary>
    Task<IReadOnlyList<SeatSign>> TakeLapsedAsync();
}

/// <summary>In Redis, for any number of nodes: what is heard and seen in a hash for each room, the times of all seats in one sorted set.</summary>
public sealed class RedisCalls(RedisLink redis, RedisNames names, IOptions<RoomsOptions> options, TimeProvider time) : ICallSigns
{
    private TimeSpan Life => options.Value.PresenceLife;
    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    public Task<IReadOnlyList<CallSeat>> OfAsync(Guid room) => AskAsync<IReadOnlyList<CallSeat>>(async store =>
        [.. (await store.HashGetAllAsync(names.Call(room))).Select(field => SeatText.Read(field.Name!, field.Value!)).OfType<CallSeat>()]);

    public Task<Guid?> RoomOfAsync(Guid person) => AskAsync(async store =>
        Guid.TryParseExact(await store.StringGetAsync(names.CallOf(person)), "N", out var room) ? room : (Guid?)null);

    public Task PutAsync(Guid room, CallSeat seat) => AskAsync(async store =>
    {
        var before = (await OfAsync(room)).FirstOrDefault(one => one.PersonId == seat.PersonId);
        var batch = store.CreateTransaction();
        if (before is not null && before.Seat != seat.Seat) _ = batch.SortedSetRemoveAsync(names.Seats, SeatText.Sign(new(room, seat.PersonId, before.Seat)));
        _ = batch.HashSetAsync(names.Call(room), seat.PersonId.ToString("N"), SeatText.Write(seat));
        _ = batch.SortedSetAddAsync(names.Seats, SeatText.Sign(new(room, seat.PersonId, seat.Seat)), Now + (long)Life.TotalMilliseconds);
        _ = batch.StringSetAsync(names.CallOf(seat.PersonId), room.ToString("N"), Life * 4);
        _ = batch.KeyExpireAsync(names.Call(room), Life * 4);
        return await batch.ExecuteAsync();
    });

    public Task<bool> DropAsync(Guid room, Guid person, Guid seat) => AskAsync(store => EndAsync(store, new(room, person, seat)));

    public Task<IReadOnlyList<SeatSign>> RenewAsync(IReadOnlyCollection<SeatSign> signs) => AskAsync<IReadOnlyList<SeatSign>>(async store =>
    {
        var gone = new List<SeatSign>();
        foreach (var sign in signs)
        {
            if (await store.SortedSetScoreAsync(names.Seats, SeatText.Sign(sign)) is null)
            {
                gone.Add(sign);
                continue;
            }
            await store.SortedSetAddAsync(names.Seats, SeatText.Sign(sign), Now + (long)Life.TotalMilliseconds, SortedSetWhen.Exists);
            await Task.WhenAll(store.KeyExpireAsync(names.Call(sign.Room), Life * 4), store.KeyExpireAsync(names.CallOf(sign.Person), Life * 4));
        }
        return gone;
    });

    public Task<IReadOnlyList<SeatSign>> TakeLapsedAsync() => AskAsync<IReadOnlyList<SeatSign>>(async store =>
    {
        var mine = new List<SeatSign>();
        foreach (var lapsed in await store.SortedSetRangeByScoreAsync(names.Seats, 0, Now, take: 100))
            if (SeatText.ReadSign(lapsed!) is { } sign && await EndAsync(store, sign)) mine.Add(sign);
        return mine;
    });

    /// <summary>The one who takes it out of the sorted set has ended it.</summary>
    private async Task<bool> EndAsync(IDatabase store, SeatSign sign)
    {
        if (!await store.SortedSetRemoveAsync(names.Seats, SeatText.Sign(sign))) return false;
        if ((await OfAsync(sign.Room)).Any(seat => seat.PersonId == sign.Person && seat.Seat == sign.Seat)) await store.HashDeleteAsync(names.Call(sign.Room), sign.Person.ToString("N"));
        if (await RoomOfAsync(sign.Person) == sign.Room) await store.KeyDeleteAsync(names.CallOf(sign.Person));
        return true;
    }

    private async Task<T> AskAsync<T>(Func<IDatabase, Task<T>> question)
    {
        try
        {
            return await redis.AskAsync(question);
        }
        catch (Exception away) when (RedisLink.IsBreak(away))
        {
            throw CallViews.NotReachable(); // without Redis no call is set up; those that are go on from person to person
        }
    }
}

/// <summary>One node without Redis.</summary>
public sealed class OwnCalls(IOptions<RoomsOptions> options, TimeProvider time) : ICallSigns
{
    private readonly ConcurrentDictionary<(Guid Room, Guid Person), (CallSeat Seat, DateTimeOffset Lapses)> _seats = new();

    public Task<IReadOnlyList<CallSeat>> OfAsync(Guid room) => Task.FromResult<IReadOnlyList<CallSeat>>([.. _seats.Where(one => one.Key.Room == room).Select(one => one.Value.Seat)]);

    public Task<Guid?> RoomOfAsync(Guid person) => Task.FromResult(_seats.Keys.Where(key => key.Person == person).Select(key => (Guid?)key.Room).FirstOrDefault());

    public Task PutAsync(Guid room, CallSeat seat)
    {
        _seats[(room, seat.PersonId)] = (seat, time.GetUtcNow() + options.Value.PresenceLife);
        return Task.CompletedTask;
    }

    public Task<bool> DropAsync(Guid room, Guid person, Guid seat) => Task.FromResult(
        _seats.TryGetValue((room, person), out var kept) && kept.Seat.Seat == seat && _seats.TryRemove(KeyValuePair.Create((room, person), kept)));

    public Task<IReadOnlyList<SeatSign>> RenewAsync(IReadOnlyCollection<SeatSign> signs)
    {
        var gone = new List<SeatSign>();
        foreach (var sign in signs)
        {
            if (_seats.TryGetValue((sign.Room, sign.Person), out var kept) && kept.Seat.Seat == sign.Seat) _seats.TryUpdate((sign.Room, sign.Person), (kept.Seat, time.GetUtcNow() + options.Value.PresenceLife), kept);
            else gone.Add(sign);
        }
        return Task.FromResult<IReadOnlyList<SeatSign>>(gone);
    }

    public Task<IReadOnlyList<SeatSign>> TakeLapsedAsync()
    {
        var now = time.GetUtcNow();
        return Task.FromResult<IReadOnlyList<SeatSign>>([.. _seats.Where(one => one.Value.Lapses < now && _seats.TryRemove(one)).Select(one => new SeatSign(one.Key.Room, one.Key.Person, one.Value.Seat.Seat))]);
    }
}

/// <summary>A seat as Redis keeps it: ids and flags.</summary>
internal static class SeatText
{
    public static string Sign(SeatSign sign) => $"{sign.Room:N}:{sign.Person:N}:{sign.Seat:N}";

    public static SeatSign? ReadSign(string text) =>
        text.Split(':') is [var room, var person, var seat] && Guid.TryParseExact(room, "N", out var r) && Guid.TryParseExact(person, "N", out var p) && Guid.TryParseExact(seat, "N", out var s) ? new(r, p, s) : null;

    public static string Write(CallSeat seat) => $"{seat.Seat:N}{(seat.Audio ? 'a' : '-')}{(seat.Video ? 'v' : '-')}{(seat.Muted ? 'm' : '-')}";

    public static CallSeat? Read(string person, string text) =>
        text.Length == 35 && Guid.TryParseExact(person, "N", out var p) && Guid.TryParseExact(text[..32], "N", out var s) ? new(p, s, text[32] == 'a', text[33] == 'v', text[34] == 'm') : null;
}
