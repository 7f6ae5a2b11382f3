using System.Collections.Concurrent;
using StackExchange.Redis;

namespace NonLitigation.Odr.Server.Rooms;

/// <summary>A person's page in a room.</summary>
public readonly record struct Sign(Guid Room, Guid Person, string ConnectionId);

/// <summary>Signs of life with an expiry, seen by every node.</summary>
public interface IPresenceStore
{
    /// <summary>How long it has been complete without a break; before that, who is missing here may be missing by mistake.</summary>
    TimeSpan CompleteFor { get; }

    Task KeepAsync(IReadOnlyCollection<Sign> signs, TimeSpan life);

    Task DropAsync(Sign sign);

    Task<ILookup<Guid, Guid>> PresentAsync(IReadOnlyCollection<Guid> rooms);
}

/// <summary>In Redis, for any number of nodes.</summary>
public sealed class RedisPresence(RedisLink redis, RedisNames names, TimeProvider time) : IPresenceStore
{
    public TimeSpan CompleteFor => redis.UpFor;

    public Task KeepAsync(IReadOnlyCollection<Sign> signs, TimeSpan life) => redis.AskAsync(async store =>
    {
        var lapses = (time.GetUtcNow() + life).ToUnixTimeMilliseconds();
        var batch = store.CreateBatch();
        var sent = new List<Task>();
        foreach (var room in signs.GroupBy(s => s.Room))
        {
            sent.Add(batch.SortedSetAddAsync(names.Presence(room.Key), [.. room.Select(s => new SortedSetEntry(Value(s), lapses))]));
            sent.Add(batch.KeyExpireAsync(names.Presence(room.Key), life * 4));
        }
        batch.Execute();
        await Task.WhenAll(sent);
        return sent.Count;
    });

    public Task DropAsync(Sign sign) => redis.AskAsync(store => store.SortedSetRemoveAsync(names.Presence(sign.Room), Value(sign)));

    public Task<ILookup<Guid, Guid>> PresentAsync(IReadOnlyCollection<Guid> rooms) => redis.AskAsync(async store =>
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        var batch = store.CreateBatch();
        var asked = rooms.Select(r => (Room: r, Members: batch.SortedSetRangeByScoreAsync(names.Presence(r), now))).ToList();
        batch.Execute();
        await Task.WhenAll(asked.Select(a => a.Members));
        return asked.SelectMany(a => a.Members.Result.Select(m => (a.Room, Person: Guid.ParseExact(((string)m!)[..32], "N")))).Distinct().ToLookup(p => p.Room, p => p.Person);
    });

    private static string Value(Sign sign) => $"{sign.Person:N}:{sign.ConnectionId}";
}

/// <summary>One node without Redis.</summary>
public sealed class OwnPresence(TimeProvider time) : IPresenceStore
{
    private readonly ConcurrentDictionary<Sign, DateTimeOffset> _signs = new();
    private readonly long _since = time.GetTimestamp();

    public TimeSpan CompleteFor => time.GetElapsedTime(_since);

    public Task KeepAsync(IReadOnlyCollection<Sign> signs, TimeSpan life)
    {
        foreach (var sign in signs) _signs[sign] = time.GetUtcNow() + life;
        return Task.CompletedTask;
    }

    public Task DropAsync(Sign sign)
    {
        _signs.TryRemove(sign, out _);
        return Task.CompletedTask;
    }

    public Task<ILookup<Guid, Guid>> PresentAsync(IReadOnlyCollection<Guid> rooms)
    {
        var now = time.GetUtcNow();
        foreach (var (sign, lapses) in _signs) if (lapses < now) _signs.TryRemove(KeyValuePair.Create(sign, lapses));
        return Task.FromResult(_signs.Keys.Where(s => rooms.Contains(s.Room)).Select(s => (s.Room, s.Person)).Distinct().ToLookup(p => p.Room, p => p.Person));
    }
}
