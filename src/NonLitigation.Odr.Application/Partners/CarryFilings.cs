using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NonLitigation.Odr.Application.Settlements;
using NonLitigation.Odr.Domain.Settlements;

namespace NonLitigation.Odr.Application.Partners;

/// <summary>
/// Carries complete joint applications to the court and brings its answers back. Each step commits before the next begins and is claimed by one node with a
/// lease: whichever dies in between, the step is done again, and the idempotency key sees to it that the court has one filing.
/// </summary>
public sealed partial class CarryFilings(IServiceScopeFactory scopes, ConfirmationWork work, CourtConnection court, ILogger<CarryFilings> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (court.State != CourtLink.None && await StepAsync(stoppingToken))
                {
                }
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                LogLater(logger, fault);
            }
            await work.WaitAsync(TimeSpan.FromSeconds(2), stoppingToken);
        }
    }

    /// <returns>Whether there was anything to do.</returns>
    private async Task<bool> StepAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var made = await scope.ServiceProvider.GetRequiredService<MakeFiling>().NextAsync(cancellation);
        return await scope.ServiceProvider.GetRequiredService<SendFiling>().NextAsync(cancellation) || made;
    }

    [LoggerMessage(LogLevel.Warning, "Looking for applications to carry to the court failed; tried again shortly")]
    private static partial void LogLater(ILogger logger, Exception fault);
}
