using StackExchange.Redis;

namespace NonLitigation.Odr.Server.Rooms;

/// <summary>
/// The node's connection to Redis, or none when <c>ConnectionStrings:Redis</c> is empty. Commands fail at once while it is down
/// instead of queueing: everything in Redis is renewed or asked again anyway.
/// </summary>
public sealed partial class RedisLink(IConfiguration configuration, TimeProvider time, ILogger<RedisLink> logger) : IAsyncDisposable
{
    private readonly object _gate = new();
    private ConnectionMultiplexer? _connection;
    private long _upSince;

    public bool Configured => configuration.GetConnectionString("Redis") is { Length: > 0 };

    public bool Connected => _connection?.IsConnected == true;

    /// <summary>How long it has been up without a break; zero while it is down. Whoever relies on it asks at least every few seconds.</summary>
    public TimeSpan UpFor
    {
        get
        {
            if (!Connected) Volatile.Write(ref _upSince, time.GetTimestamp());
            return time.GetElapsedTime(Volatile.Read(ref _upSince));
        }
    }

    public event Action? Restored;

    public static ConfigurationOptions Settings(string address)
    {
        var options = ConfigurationOptions.Parse(address);
        options.AbortOnConnectFail = false;
        options.BacklogPolicy = BacklogPolicy.FailFast;
        options.ConnectTimeout = 5_000;
        options.SyncTimeout = options.AsyncTimeout = 2_000;
        options.KeepAlive = 5;
        options.ReconnectRetryPolicy = new LinearRetry(1_000);
        options.ClientName = "odr";
        return options;
    }

    /// <summary>Null without Redis. Returns also while it is down; it comes back by itself.</summary>
    public ConnectionMultiplexer? Connection()
    {
        if (!Configured) return null;
        lock (_gate)
        {
            if (_connection is not null) return _connection;
            _upSince = time.GetTimestamp();
            _connection = ConnectionMultiplexer.Connect(Settings(configuration.GetConnectionString("Redis")!));
            _connection.ConnectionFailed += (_, _) => Volatile.Write(ref _upSince, time.GetTimestamp());
            _connection.ConnectionRestored += (_, e) =>
            {
                Volatile.Write(ref _upSince, time.GetTimestamp());
                Restored?.Invoke();
            };
            return _connection;
        }
    }

    /// <summary>Hears a channel in order. Waits until Redis can be reached; once subscribed, the link subscribes again by itself after each break.</summary>
    /// <returns>Whether it listens; false without Redis or when stopped before.</returns>
    public async Task<bool> ListenAsync(RedisChannel channel, Action<string?> heard, CancellationToken stopping)
    {
        if (Connection() is not { } connection) return false;
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                while (!Connected) await Task.Delay(500, stopping);
                var queue = await connection.GetSubscriber().SubscribeAsync(channel);
                queue.OnMessage(message => heard(message.Message));
                return true;
            }
            catch (Exception passing) when (passing is RedisException or TimeoutException or OperationCanceledException)
            {
                LogNotListening(logger, passing.Message);
            }
        }
        return false;
    }

    /// <summary>Says something to every node, or to nobody while Redis is away.</summary>
    public void Say(RedisChannel channel, string text)
    {
        if (Connected) Connection()!.GetSubscriber().Publish(channel, text, CommandFlags.FireAndForget);
    }

    public async ValueTask DisposeAsync()
    {
        if (_connection is { } connection) await connection.DisposeAsync();
    }

    [LoggerMessage(LogLevel.Information, "Redis cannot be heard yet: {Reason}")]
    private static partial void LogNotListening(ILogger logger, string reason);
}
