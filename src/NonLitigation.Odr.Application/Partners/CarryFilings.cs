using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NonLitigation.Odr.Application.Settlements;
using NonLitigation.Odr.Domain.Settlements;

namespace NonLitigation.Odr.Application.Partners;

/// <summary>
/// Carries applications to court and notary and brings their answers back. Each step commits before the next begins and is claimed by one node with a
/// lease: whichever dies in between, the step is done again, and the idempotency key sees to it that there is one filing.
/// </summary>
public sealed partial class CarryFilings(IServiceScopeFactory scopes, ConfirmationWork work, CourtConnection court, NotaryConnection notary, ILogger<CarryFilings> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while ((court.State != CourtLink.None || notary.State != CourtLink.None) && await StepAsync(stoppingToken))
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
        // Without a court the parties take the joint application there themselves.
        var made = court.State != CourtLink.None && await scope.ServiceProvider.GetRequiredService<MakeFiling>().NextAsync(cancellation);
        made |= await scope.ServiceProvider.GetRequiredService<MakeRouteFiling>().NextAsync(cancellation);
        return await scope.ServiceProvider.GetRequiredService<SendFiling>().NextAsync(cancellation) || made;
    }

    [LoggerMessage(LogLevel.Warning, "Looking for applications to carry failed; tried again shortly")]
    private static partial void LogLater(ILogger logger, Exception fault);
}
