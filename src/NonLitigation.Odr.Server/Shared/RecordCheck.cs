using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Contracts.Shared;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Server.Shared;

/// <summary>The tables are those of this version. That the record keeps its promises is asked when the connection for this is opened.</summary>
public sealed partial class RecordCheck(IDbContextFactory<OdrDb> databases, IConfiguration configuration, IHostEnvironment environment, ILogger<RecordCheck> logger) : IStartCheck
{
    /// <summary><c>Odr:Record:MayBeVolatile</c>: for the tests' PostgreSQL, which is quick and forgets.</summary>
    public static bool MayBeVolatile(IConfiguration configuration) => configuration.GetValue("Odr:Record:MayBeVolatile", false);

    public async Task<IReadOnlyList<RefusalView>> LookAsync(CancellationToken cancellation)
    {
        if (MayBeVolatile(configuration))
        {
            if (!environment.IsDevelopment()) return [StartRefusals.VolatileOutsideTests];
            LogVolatile(logger);
        }
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var applied = (await db.Database.GetAppliedMigrationsAsync(cancellation)).ToHashSet();
        var own = db.Database.GetMigrations().ToList();
        var refusals = new List<RefusalView>();
        if (own.Exists(one => !applied.Contains(one))) refusals.Add(StartRefusals.SchemaOlder);
        if (applied.Except(own).Any()) refusals.Add(StartRefusals.SchemaNewer);
        return refusals;
    }

    [LoggerMessage(LogLevel.Warning, "Odr:Record:MayBeVolatile is set: PostgreSQL may forget what was confirmed. For tests only")]
    private static partial void LogVolatile(ILogger logger);
}
