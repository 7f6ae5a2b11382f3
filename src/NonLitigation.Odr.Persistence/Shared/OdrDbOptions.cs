using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace NonLitigation.Odr.Persistence.Shared;

/// <summary>How every context of this service is set up: Npgsql, snake_case names.</summary>
public static class OdrDbOptions
{
    public static DbContextOptionsBuilder UseOdr(this DbContextOptionsBuilder options, string connectionString) =>
        options.UseNpgsql(connectionString).UseSnakeCaseNamingConvention();

    /// <summary>The running service: one pool of connections for EF Core and for plain commands.</summary>
    public static DbContextOptionsBuilder UseOdr(this DbContextOptionsBuilder options, NpgsqlDataSource source) =>
        options.UseNpgsql(source).UseSnakeCaseNamingConvention();
}
