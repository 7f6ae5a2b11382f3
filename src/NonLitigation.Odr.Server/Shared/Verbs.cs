using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Persistence.Schema;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Server.Shared;

/// <summary>What the program does instead of serving; each returns the exit code.</summary>
public static class Verbs
{
    public static async Task<int> MigrateAsync(WebApplication app)
    {
        var options = new DbContextOptionsBuilder<OdrDb>();
        options.UseOdr(OdrDatabase.OwnerConnection(app.Configuration));
        await using var db = new OdrDb(options.Options);
        await SchemaScripts.MigrateAsync(db);
        return 0;
    }

    public static async Task<int> ServeAsync(WebApplication app)
    {
        try
        {
            await app.RunAsync();
            return Environment.ExitCode;
        }
        catch (UnsafeStartException refused)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            return SafeStart.Refused;
        }
    }

    public static async Task<int> CheckAsync(WebApplication app)
    {
        var refusals = await app.Services.GetRequiredService<SafeStart>().LookAsync(CancellationToken.None);
        await Console.Out.WriteLineAsync(refusals.Count == 0 ? "nothing keeps it from serving" : new UnsafeStartException(refusals).Message);
        return refusals.Count == 0 ? 0 : SafeStart.Refused;
    }

    public static async Task<int> SeedAsync(WebApplication app, string[] args)
    {
        if (!args.Contains("--demo"))
        {
            await Console.Error.WriteLineAsync("seed knows demo data only: seed --demo");
            return 2;
        }
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OdrDb>();
        foreach (var seed in scope.ServiceProvider.GetServices<IDemoSeed>().OrderBy(s => s.Order)) await seed.SeedAsync(db, CancellationToken.None);
        return 0;
    }
}
