using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NonLitigation.Odr.Domain.Accounts;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Accounts;

/// <summary>Sends what waits in the outbox. Any number of nodes may run it: a row is locked by one of them.</summary>
public sealed partial class SendDeliveries(IServiceScopeFactory scopes, DeliveryBell bell, TimeProvider time, ILogger<SendDeliveries> logger) : BackgroundService
{
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await SendOneAsync(stoppingToken)) { }
                await bell.WaitAsync(Round, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception broken) when (broken is not OutOfMemoryException)
            {
                RoundFailed(broken);
                await Task.Delay(Round, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task<bool> SendOneAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OdrDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var message = await db.Set<DeliveryMessage>().FromSql($"""
            select * from deliveries where next_attempt_at <= {time.GetUtcNow()} order by next_attempt_at for update skip locked limit 1
            """).SingleOrDefaultAsync(cancellation);
        if (message is null) return false;
        var carrier = scope.ServiceProvider.GetServices<IDeliveryCarrier>().First(one => one.Channel == message.Channel.ToString());
        try
        {
            await carrier.CarryAsync(new OutgoingMessage(message.Id, message.To, message.TextZh, message.TextEn, message.Calendar), cancellation);
            message.Sent(time.GetUtcNow(), carrier.KeepsSecrets);
        }
        catch (Exception broken) when (broken is not (OutOfMemoryException or OperationCanceledException))
        {
            message.Failed(broken.Message, time.GetUtcNow());
            NotSent(message.Id, message.Attempts, broken);
        }

        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }

    [LoggerMessage(LogLevel.Error, "The round of deliveries failed")]
    private partial void RoundFailed(Exception broken);

    [LoggerMessage(LogLevel.Warning, "Delivery {Id} could not be sent, attempt {Attempt}")]
    private partial void NotSent(Guid id, int attempt, Exception broken);
}
