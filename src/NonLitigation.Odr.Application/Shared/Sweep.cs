using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Application.Shared;

/// <summary>
/// Looks every so often for what is due and does it, one after another and each for itself: one that fails is logged and tried again at the next round,
/// and keeps no other waiting. Every node looks; that each is done once is for the row locks of <see cref="DoAsync"/>.
/// </summary>
public abstract partial class Sweep(TimeSpan every, ILogger logger) : BackgroundService
{
    /// <summary>What is due now; of very much only some, for the next round is near.</summary>
    protected abstract Task<List<Guid>> DueAsync(CancellationToken cancellation);

    /// <summary>Does one, if it is still to be done.</summary>
    protected abstract Task DoAsync(Guid id, CancellationToken cancellation);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(every);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            List<Guid> due = [];
            await TryAsync(async () => due = await DueAsync(stoppingToken));
            foreach (var one in due) await TryAsync(() => DoAsync(one, stoppingToken));
        }
    }

    private async Task TryAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception failure) when (failure is DbException or DbUpdateException or InvalidOperationException or TimeoutException or RefusalException)
        {
            LogLater(logger, failure);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Something that is due could not be done; tried again at the next round")]
    private static partial void LogLater(ILogger logger, Exception failure);
}
