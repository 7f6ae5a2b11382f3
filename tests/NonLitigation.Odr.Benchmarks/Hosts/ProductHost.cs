using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using NonLitigation.Odr.Server.Shared;

namespace NonLitigation.Odr.Benchmarks.Hosts;

/// <summary>The service itself, as it is shipped, with the stores of this run.</summary>
internal static class ProductHost
{
    public static async Task ServeAsync(string url)
    {
        await using var app = Build(url);
        app.MapGet("/bench/settle", Settling.Settle);
        await app.RunAsync();
    }

    public static WebApplication Build(string url) => OdrApplication.Build(["--environment=Development"], builder =>
    {
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["urls"] = url,
            ["ConnectionStrings:Odr"] = Stores.Postgres("odr_service"),
            ["ConnectionStrings:OdrOwner"] = Stores.Postgres("odr_owner"),
            ["ConnectionStrings:Redis"] = Stores.Redis,
            ["Odr:Web:Origins:0"] = url,
            ["Odr:Limits:Enabled"] = Environment.GetEnvironmentVariable("ODR_BENCH_LIMITS") ?? "false", // what is measured is the engine, not its patience, but for Disturbance
            ["Odr:Files:Directory"] = Path.Combine(Path.GetTempPath(), "odr-bench-files"),
            ["Odr:Keys:Directory"] = Path.Combine(Path.GetTempPath(), "odr-bench-keys"),
        });
    });
}
