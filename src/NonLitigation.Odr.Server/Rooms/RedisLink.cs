using StackExchange.Redis;

namespace NonLitigation.Odr.Server.Rooms;

/// <summary>
/// The node's connection to Redis, or none when <c>ConnectionStrings:Redis</c> is empty. Commands fail at once while it is down
/// instead of queueing: everything in Redis is renewed or asked again anyway.
/// </summary>
public sealed partial class RedisLink(IConfiguration configuration, TimeProvider time, ILogger<RedisLink> logger) : IAsyncDisposable
{
    private readonly object _gate = new();
    private Task<ConnectionMultiplexer?>? _connecting;
    private long _upSince;

    public bool Configured => configuration.GetConnectionString("Redis") is { Length: > 0 };

    public bool Connected => Now?.IsConnected == true;

    /// <summary>Null until the first attempt to reach Redis is over, whether it succeeded or not.</summary>
    private ConnectionMultiplexer? Now => _connecting is { IsCompletedSuccessfully: true } over ? over.Result : null;

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
        // Somebody waits for the first attempt: the first connection to a node that starts without Redis. The later ones go on in the background.
        options.ConnectTimeout = 2_000;
        options.ConnectRetry = 1;
        options.SyncTimeout = options.AsyncTimeout = 2_000;
        options.KeepAlive = 5;
        options.ReconnectRetryPolicy = new LinearRetry(1_000);
        options.ClientName = "odr";
        return options;
    }

    /// <summary>
    /// Null without Redis. Ends also while Redis is down, after <c>ConnectTimeout</c>; it comes back by itself. Never blocks: while the
    /// first attempt lasts, every thread of the node may ask.
    /// </summary>
    private Task<ConnectionMultiplexer?> ConnectionAsync()
    {
        if (!Configured) return Task.FromResult<ConnectionMultiplexer?>(null);
        lock (_gate) return _connecting ??= Task.Run(ConnectAsync);
    }

    /// <summary>Asks Redis for something that may be lost.</summary>
    /// <exception cref="RedisException">When it is away, however the client puts it.</exception>
    /// <exception cref="TimeoutException">When it does not answer, or the first attempt to reach it takes longer than anybody should wait.</exception>
    public async Task<T> AskAsync<T>(Func<IDatabase, Task<T>> question)
    {
        try
        {
            return await question((Now ?? await ConnectionAsync().WaitAsync(TimeSpan.FromSeconds(1)))!.GetDatabase());
        }
        catch (Exception torn) when (IsBreak(torn) && torn is not (RedisException or TimeoutException))
        {
            throw new RedisConnectionException(ConnectionFailureType.SocketFailure, torn.Message, torn);
        }
    }

    /// <summary>
    /// What the Redis client throws when it has lost Redis. When a connection is taken down at the very moment of its use these are also exceptions
    /// of its pipes ("Reading is not allowed after reader was completed") and cancellations that nobody asked for, which look like ours.
    /// </summary>
    public static bool IsBreak(Exception failure) =>
        failure is RedisException or TimeoutException or InvalidOperationException or OperationCanceledException or IOException or System.Net.Sockets.SocketException;

    private async Task<ConnectionMultiplexer?> ConnectAsync()
    {
        _upSince = time.GetTimestamp();
        var connection = await ConnectionMultiplexer.ConnectAsync(Settings(configuration.GetConnectionString("Redis")!));
        connection.ConnectionFailed += (_, _) => Volatile.Write(ref _upSince, time.GetTimestamp());
        connection.ConnectionRestored += (_, e) =>
        {
            Volatile.Write(ref _upSince, time.GetTimestamp());
            Restored?.Invoke();
        };
        return connection;
    }

    /// <summary>Hears a channel in order. Waits until Redis can be reached; once subscribed, the link subscribes again by itself after each break.</summary>
    /// <returns>Whether it listens; false without Redis or when stopped before.</returns>
    public async Task<bool> ListenAsync(RedisChannel channel, Action<string?> heard, CancellationToken stopping)
    {
        if (await ConnectionAsync() is not { } connection) return false;
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                while (!Connected) await Task.Delay(500, stopping);
                var queue = await connection.GetSubscriber().SubscribeAsync(channel);
                queue.OnMessage(message => heard(message.Message));
                return true;
            }
            catch (Exception passing) when (IsBreak(passing))
            {
                LogNotListening(logger, passing.Message);
            }
        }
        return false;
    }

    /// <summary>Says something to every node, or to nobody while Redis is away.</summary>
    public void Say(RedisChannel channel, string text)
    {
        try
        {
            if (Connected) Now!.GetSubscriber().Publish(channel, text, CommandFlags.FireAndForget);
        }
        catch (Exception unheard) when (IsBreak(unheard))
        {
            LogUnheard(logger, unheard.Message);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_connecting is { } connecting) await Task.WhenAny(connecting);
        if (Now is { } connection) await connection.DisposeAsync();
    }

    [LoggerMessage(LogLevel.Information, "Redis took no word for the other nodes: {Reason}")]
    private static partial void LogUnheard(ILogger logger, string reason);

    [LoggerMessage(LogLevel.Information, "Redis cannot be heard yet: {Reason}")]
    private static partial void LogNotListening(ILogger logger, string reason);
}
