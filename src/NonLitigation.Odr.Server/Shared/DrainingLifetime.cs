using System.Runtime.InteropServices;

namespace NonLitigation.Odr.Server.Shared;

/// <summary>
/// SIGTERM (and Ctrl-C) drains first and stops then; a second one stops at once. The host's own console lifetime would close every socket
/// the moment the signal comes.
/// </summary>
public sealed partial class DrainingLifetime(Drain drain, IHostApplicationLifetime lifetime, ILogger<DrainingLifetime> logger) : IHostLifetime, IDisposable
{
    private readonly List<PosixSignalRegistration> _signals = [];
    private int _asked;

    public Task WaitForStartAsync(CancellationToken cancellationToken)
    {
        foreach (var signal in new[] { PosixSignal.SIGTERM, PosixSignal.SIGINT, PosixSignal.SIGQUIT }) _signals.Add(PosixSignalRegistration.Create(signal, Asked));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _signals.ForEach(signal => signal.Dispose());

    private void Asked(PosixSignalContext context)
    {
        context.Cancel = true;
        if (Interlocked.Increment(ref _asked) > 1) lifetime.StopApplication();
        else _ = LeaveAsync();
    }

    private async Task LeaveAsync()
    {
        LogLeaving(logger);
        try
        {
            await drain.RunAsync();
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            LogNotDrained(logger, failure);
        }
        lifetime.StopApplication();
    }

    [LoggerMessage(LogLevel.Information, "Leaving: no new lines, open ones are asked to go to another node")]
    private static partial void LogLeaving(ILogger logger);

    [LoggerMessage(LogLevel.Error, "Draining failed; stopping at once")]
    private static partial void LogNotDrained(ILogger logger, Exception exception);
}
