using NonLitigation.Odr.Application.Accounts;
using NonLitigation.Odr.Contracts.Shared;
using NonLitigation.Odr.Server.Shared;

namespace NonLitigation.Odr.Server.Accounts;

/// <summary>In Production codes and links really leave, and nothing keeps them for show.</summary>
public sealed class DeliveryCheck(IServiceScopeFactory scopes, IConfiguration configuration, IHostEnvironment environment) : IStartCheck
{
    public async Task<IReadOnlyList<RefusalView>> LookAsync(CancellationToken cancellation)
    {
        if (environment.IsDevelopment()) return [];
        await using var scope = scopes.CreateAsyncScope();
        if (configuration["Odr:Delivery"] == "outbox" || scope.ServiceProvider.GetServices<IDeliveryCarrier>().Any(carrier => carrier.KeepsSecrets)) return [StartRefusals.OutboxInProduction];
        return configuration["Odr:Sms:Gateway"] is { Length: > 0 } || configuration["Odr:Smtp:Host"] is { Length: > 0 } ? [] : [StartRefusals.NoCarrier];
    }
}
