using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Persistence.Shared;
using Npgsql;

namespace NonLitigation.Odr.Server.Shared;

/// <summary>
/// <c>/health/live</c>: the process answers. <c>/health/ready</c>: it can reach the record, and the record is a sound one. Redis is not
/// asked: without it delivery is later, nothing is lost, and a balancer that took every node away would make it worse. The answer is JSON:
/// <c>status</c> (Healthy, Degraded: serves with the <c>notices</c> named, Unhealthy) and what is the matter.
/// </summary>
public sealed class OdrHealth(NpgsqlDataSource source, SafeStart start, Drain drain, DiskWatch disks, RecordTime time) : IHealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private Task _asking = Task.CompletedTask;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (drain.Begun) return HealthCheckResult.Unhealthy("This node is about to go");
        try
        {
            // Not cancelled: to cancel a command, Npgsql asks the very server that does not answer. One question waits, not one for each look.
            if (_asking.IsCompleted) _asking = AskAsync();
            await _asking.WaitAsync(Patience, cancellationToken);
            if (!start.Sound) return HealthCheckResult.Unhealthy("Whether it is safe to serve is not known yet");
            if (!time.Known) return HealthCheckResult.Unhealthy("What time it is by PostgreSQL is not known yet");
            return disks.Notices is { Count: > 0 } notices ? HealthCheckResult.Degraded(string.Join(' ', notices)) : HealthCheckResult.Healthy();
        }
        catch (Exception exception) when (exception is NpgsqlException or TimeoutException)
        {
            return HealthCheckResult.Unhealthy("PostgreSQL does not answer as it should", exception);
        }
    }

    private async Task AskAsync()
    {
        await using var command = source.CreateCommand("select 1");
        await command.ExecuteScalarAsync(CancellationToken.None);
    }

    private static Task WriteAsync(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(
        new { status = report.Status.ToString(), notices = report.Entries.Values.Select(entry => entry.Description).OfType<string>() }, context.RequestAborted);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var open = new ShowsAttribute(SecuredObject.Public);
        routes.MapHealthChecks("/health/live", new() { Predicate = _ => false }).AllowAnonymous().WithMetadata(open);
        routes.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = WriteAsync }).AllowAnonymous().WithMetadata(open);
    }
}
