using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NonLitigation.Odr.Domain.Accounts;
using NonLitigation.Odr.Persistence.Accounts;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Accounts;

/// <summary>
/// Deletes what no longer serves its purpose: codes and proofs after two days, ended sessions once no copy of their cookie could
/// be valid (个人信息保护法 19: the shortest necessary period). Any number of nodes may do it.
/// </summary>
public sealed partial class ForgetLapsed(IDbContextFactory<OdrDb> contexts, TimeProvider time, ILogger<ForgetLapsed> logger) : BackgroundService
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(2);
    private static readonly TimeSpan Round = TimeSpan.FromHours(1);

    /// <returns>How many rows went.</returns>
    public async Task<int> ForgetAsync(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var (codes, sessions) = (time.GetUtcNow() - Kept, time.GetUtcNow() - EndedSessions.Kept);
        return await db.Set<OneTimeCode>().Where(code => code.CreatedAt < codes).ExecuteDeleteAsync(cancellation)
            + await db.Set<ReauthenticationProof>().Where(proof => proof.CreatedAt < codes).ExecuteDeleteAsync(cancellation)
            + await db.Set<PasskeyCeremony>().Where(ceremony => ceremony.CreatedAt < codes).ExecuteDeleteAsync(cancellation)
            + await db.Set<EndedSession>().Where(session => session.EndedAt < sessions).ExecuteDeleteAsync(cancellation);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Round);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await ForgetAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is System.Data.Common.DbException or InvalidOperationException)
            {
                LogLater(logger, failure);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "Lapsed codes and sessions could not be deleted; tried again within the hour")]
    private static partial void LogLater(ILogger logger, Exception failure);
}
