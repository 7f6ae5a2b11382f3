using NonLitigation.Odr.Contracts.Shared;
using Npgsql;

namespace NonLitigation.Odr.Server.Shared;

/// <summary>
/// Refuses to serve what is unsafe. While PostgreSQL is away a node comes up all the same, not ready, and looks again until it can be told:
/// then it becomes ready, or it ends. No connection is used unchecked in the meantime (<see cref="RecordPromises"/>).
/// </summary>
public sealed partial class SafeStart(IEnumerable<IStartCheck> checks, IHostApplicationLifetime lifetime, ILogger<SafeStart> logger) : IHostedLifecycleService, IDisposable
{
    /// <summary>The program's exit code when it refuses.</summary>
    public const int Refused = 3;

    private readonly CancellationTokenSource _stopping = new();
    private Task _looking = Task.CompletedTask;

    /// <summary>Everything has been looked at and nothing was wrong.</summary>
    public bool Sound { get; private set; }

    /// <returns>Everything that is wrong, one <c>start.record-away</c> among it when the record could not be asked.</returns>
    public async Task<IReadOnlyList<RefusalView>> LookAsync(CancellationToken cancellation)
    {
        var refusals = new List<RefusalView>();
        foreach (var check in checks)
        {
            try
            {
                refusals.AddRange(await check.LookAsync(cancellation));
            }
            catch (Exception failure) when (UnsafeRecordException.In(failure) is { } broken)
            {
                refusals.AddRange(broken.Refusals);
            }
            catch (Exception away) when (away is NpgsqlException or TimeoutException || away.InnerException is NpgsqlException)
            {
                LogAway(logger, away.Message);
                refusals.Add(StartRefusals.RecordAway);
            }
        }
        Sound = refusals.Count == 0;
        return [.. refusals.Distinct()];
    }

    /// <exception cref="UnsafeStartException">When anything is wrong but that the record is away.</exception>
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        var refusals = await LookAsync(cancellationToken);
        if (refusals.Where(refusal => refusal != StartRefusals.RecordAway).ToList() is { Count: > 0 } certain) throw new UnsafeStartException(certain);
        if (!Sound) _looking = LookAgainAsync();
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => _stopping.CancelAsync();

    public Task StopAsync(CancellationToken cancellationToken) => _looking;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _stopping.Dispose();

    private async Task LookAgainAsync()
    {
        try
        {
            while (!Sound)
            {
                await Task.Delay(TimeSpan.FromSeconds(1), _stopping.Token);
                var refusals = await LookAsync(_stopping.Token);
                if (!refusals.Any(refusal => refusal != StartRefusals.RecordAway)) continue;
                LogRefused(logger, new UnsafeStartException(refusals));
                Environment.ExitCode = Refused;
                lifetime.StopApplication();
                return;
            }
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            return;
        }
    }

    [LoggerMessage(LogLevel.Warning, "The record cannot be looked at yet: {Reason}")]
    private static partial void LogAway(ILogger logger, string reason);

    [LoggerMessage(LogLevel.Critical, "This node must not serve as it is set up")]
    private static partial void LogRefused(ILogger logger, Exception exception);
}
