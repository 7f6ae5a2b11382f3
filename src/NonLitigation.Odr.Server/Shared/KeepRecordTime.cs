using NonLitigation.Odr.Persistence.Shared;
using Npgsql;

namespace NonLitigation.Odr.Server.Shared;

/// <summary>Asks PostgreSQL for the time before this node serves, and every half minute.</summary>
public sealed partial class KeepRecordTime(RecordTime time, ILogger<KeepRecordTime> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(30), UntilKnown = TimeSpan.FromSeconds(1), Noticeable = TimeSpan.FromSeconds(2);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await AskAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(time.Known ? Every : UntilKnown, stoppingToken);
            await AskAsync(stoppingToken);
        }
    }

    private async Task AskAsync(CancellationToken cancellation)
    {
        try
        {
            await time.AskAsync(cancellation);
            if (time.Ahead.Duration() > Noticeable) LogWrong(logger, time.Ahead.TotalSeconds);
        }
        catch (Exception failure) when (failure is NpgsqlException or TimeoutException or InvalidOperationException)
        {
            LogLater(logger, failure);
        }
    }

    [LoggerMessage(LogLevel.Warning, "This machine's clock is {Seconds:F1} s ahead of PostgreSQL's; PostgreSQL's counts")]
    private static partial void LogWrong(ILogger logger, double seconds);

    [LoggerMessage(LogLevel.Debug, "PostgreSQL could not be asked for the time; the time known so far counts on")]
    private static partial void LogLater(ILogger logger, Exception failure);
}
