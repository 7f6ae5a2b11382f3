using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace NonLitigation.Odr.Persistence.Shared;

/// <summary>How every context of this service is set up: Npgsql, snake_case names.</summary>
public static class OdrDbOptions
{
    public static DbContextOptionsBuilder UseOdr(this DbContextOptionsBuilder options, string connectionString) =>
        options.UseNpgsql(connectionString).UseSnakeCaseNamingConvention();

    /// <summary>
    /// The running service: one pool of connections for EF Core and for plain commands. The pool is not part of EF Core's options, which
    /// would build the model and compile every query anew for each pool: nodes in one process share them.
    /// </summary>
    public static DbContextOptionsBuilder UseOdr(this DbContextOptionsBuilder options, NpgsqlDataSource source) =>
        options.UseNpgsql().UseSnakeCaseNamingConvention().AddInterceptors(new FromPool(source));

    private sealed class FromPool(NpgsqlDataSource source) : DbConnectionInterceptor
    {
        public override InterceptionResult<DbConnection> ConnectionCreating(ConnectionCreatingEventData eventData, InterceptionResult<DbConnection> result) =>
            InterceptionResult<DbConnection>.SuppressWithResult(source.CreateConnection());
    }
}
