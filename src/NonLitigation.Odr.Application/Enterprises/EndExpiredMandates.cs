using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NonLitigation.Odr.Domain.Enterprises;
using NonLitigation.Odr.Domain.Law;

namespace NonLitigation.Odr.Application.Enterprises;

/// <summary>
/// Ends mandates whose last day is over, in open pages too. Looks every <c>Odr:Enterprises:SweepEvery</c> (half a minute) and at the
/// end of each day in China; any number of nodes may look. Endpoints ask for the day themselves and wait for nobody.
/// </summary>
public sealed partial class EndExpiredMandates(IServiceScopeFactory scopes, IConfiguration configuration, TimeProvider time, ILogger<EndExpiredMandates> logger) : BackgroundService
{
    private readonly TimeSpan _every = configuration.GetValue("Odr:Enterprises:SweepEvery", TimeSpan.FromSeconds(30));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (Exception broken) when (broken is not OutOfMemoryException && !stoppingToken.IsCancellationRequested)
            {
                RoundFailed(broken);
            }
            await Task.Delay(Pause(), time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task SweepAsync(CancellationToken cancellation)
    {
        foreach (var enterprise in await OverdueAsync(cancellation))
        {
            try
            {
                await EndAsync(enterprise, cancellation);
            }
            catch (Exception broken) when (broken is not (OutOfMemoryException or OperationCanceledException))
            {
                NotEnded(enterprise, broken);
            }
        }
    }

    private async Task<List<Guid>> OverdueAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var today = Deadline.DayOf(time.GetUtcNow());
        return await scope.ServiceProvider.GetRequiredService<EnterpriseChange>().Db.Set<Mandate>().Where(one => one.EndedAt == null && one.ValidTo < today)
            .Select(one => one.EnterpriseId).Distinct().OrderBy(id => id).ToListAsync(cancellation);
    }

    private async Task EndAsync(Guid enterpriseId, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var change = scope.ServiceProvider.GetRequiredService<EnterpriseChange>();
        await using var transaction = await change.Db.Database.BeginTransactionAsync(cancellation);
        var enterprise = await change.FollowAsync(enterpriseId, (one, now) => one.EndExpired(now), cancellation);
        await transaction.CommitAsync(cancellation);
        if (enterprise is not null) await change.TellAsync(enterprise);
    }

    private TimeSpan Pause()
    {
        var china = time.GetUtcNow().ToOffset(Deadline.ChinaOffset);
        var tomorrow = china.Date.AddDays(1) - china.DateTime + TimeSpan.FromMilliseconds(20);
        return tomorrow < _every ? tomorrow : _every;
    }

    [LoggerMessage(LogLevel.Error, "Looking for expired mandates failed; tried again shortly")]
    private partial void RoundFailed(Exception broken);

    [LoggerMessage(LogLevel.Error, "Expired mandates of enterprise {Enterprise} could not be ended; tried again shortly")]
    private partial void NotEnded(Guid enterprise, Exception broken);
}
