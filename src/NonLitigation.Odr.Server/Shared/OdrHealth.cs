using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using NonLitigation.Odr.Application.Shared;
using Npgsql;

namespace NonLitigation.Odr.Server.Shared;

/// <summary>
/// <c>/health/live</c>: the process answers. <c>/health/ready</c>: it can reach the record. Redis is not asked: without it
/// delivery is later, nothing is lost, and a balancer that took every node away would make it worse.
/// </summary>
public sealed class OdrHealth(NpgsqlDataSource source) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var command = source.CreateCommand("select 1");
            await command.ExecuteScalarAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (NpgsqlException exception)
        {
            return HealthCheckResult.Unhealthy("PostgreSQL does not answer", exception);
        }
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        var open = new ShowsAttribute(SecuredObject.Public);
        routes.MapHealthChecks("/health/live", new() { Predicate = _ => false }).AllowAnonymous().WithMetadata(open);
        routes.MapHealthChecks("/health/ready", new HealthCheckOptions()).AllowAnonymous().WithMetadata(open);
    }
}
