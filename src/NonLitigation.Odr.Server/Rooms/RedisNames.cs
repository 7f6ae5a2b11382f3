using StackExchange.Redis;

namespace NonLitigation.Odr.Server.Rooms;

/// <summary>Every name that this service uses in Redis. Nothing there carries content, nothing there must survive.</summary>
public sealed class RedisNames(IConfiguration configuration)
{
    private readonly string _prefix = configuration["Odr:Redis:Prefix"] is { Length: > 0 } prefix ? prefix : "odr";

    /// <summary>Rung after a commit; see <see cref="BellText"/>.</summary>
    public RedisChannel Bell => RedisChannel.Literal(_prefix + ":bell");

    /// <summary>Ids of persons whose sockets end now.</summary>
    public RedisChannel Dropped => RedisChannel.Literal(_prefix + ":dropped");

    /// <summary>Events that may be lost, for people at other nodes; see <see cref="SignalText"/>.</summary>
    public RedisChannel Signals => RedisChannel.Literal(_prefix + ":signals");

    /// <summary>Sorted set: <c>person:connection</c>, scored by the Unix time in ms at which the sign of life lapses.</summary>
    public RedisKey Presence(Guid room) => $"{_prefix}:presence:{room:N}";

    /// <summary>Hash: person to the seat in the room's call and what is heard and seen of it; see <see cref="SeatText"/>.</summary>
    public RedisKey Call(Guid room) => $"{_prefix}:call:{room:N}";

    /// <summary>The room in whose call a person is.</summary>
    public RedisKey CallOf(Guid person) => $"{_prefix}:call-of:{person:N}";

    /// <summary>Sorted set: <c>room:person:seat</c>, scored by the Unix time in ms at which the seat lapses.</summary>
    public RedisKey Seats => $"{_prefix}:call-seats";

    /// <summary>There while a person writes.</summary>
    public RedisKey Typing(Guid room, Guid person) => $"{_prefix}:typing:{room:N}:{person:N}";

    /// <summary>There while any node reaches PostgreSQL.</summary>
    public RedisKey RecordReached => $"{_prefix}:record-reached";
}
