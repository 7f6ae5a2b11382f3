using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NonLitigation.Odr.Server.Shared;

namespace NonLitigation.Odr.Benchmarks.Hosts;

/// <summary>
/// What one would write first: a hub with groups over SignalR's Redis backplane. Bare stores nothing, asks no right, numbers nothing; naive inserts each
/// message by EF Core, then broadcasts: with a context for each call, as everybody begins, or with pooled ones. Same wire shapes and protocol as the product, so that only the engine differs.
/// </summary>
internal static class BareHost
{
    /// <param name="name"><c>bare</c>, <c>naive</c> or <c>naive-pooled</c>.</param>
    public static async Task ServeAsync(string url, string name)
    {
        var builder = WebApplication.CreateBuilder(["--urls", url]);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddSignalR(hub => hub.MaximumParallelInvocationsPerClient = 1)
            .AddJsonProtocol(json => OdrJson.Apply(json.PayloadSerializerOptions))
            .AddStackExchangeRedis(Stores.Redis, redis => redis.Configuration.ChannelPrefix = StackExchange.Redis.RedisChannel.Literal(name));
        if (name == "naive") builder.Services.AddDbContext<NaiveDb>(Database);
        else builder.Services.AddDbContextPool<NaiveDb>(Database);
        await using var app = builder.Build();
        if (name != "bare") app.MapHub<NaiveHub>("/hubs/rooms");
        else app.MapHub<BareHub>("/hubs/rooms");
        app.MapGet("/health/ready", () => "ok");
        app.MapGet("/bench/settle", Settling.Settle);
        await app.RunAsync();
    }

    private static void Database(DbContextOptionsBuilder options) => options.UseNpgsql(Stores.Postgres("odr_owner"));
}
