using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Law;
using NonLitigation.Odr.Persistence.Shared;
using NonLitigation.Odr.Server.Shared;

namespace NonLitigation.Odr.Server.Law;

/// <summary>What those who run the service do with statutes, from the command line alone.</summary>
public static class LawVerbs
{
    /// <returns>0 when every file was taken over, 1 when some were not (each is named), 2 for wrong use.</returns>
    public static async Task<int> ImportAsync(WebApplication app, string[] args)
    {
        if (args is not ["import-statutes", var folder, ..] || !Directory.Exists(folder))
        {
            await Console.Error.WriteLineAsync("Usage: odr-server import-statutes FOLDER");
            return 2;
        }
        var options = new DbContextOptionsBuilder<OdrDb>();
        options.UseOdr(OdrDatabase.OwnerConnection(app.Configuration));
        await using var db = new OdrDb(options.Options);
        var imported = await ImportStatutes.HandleAsync(db, folder, TimeProvider.System.GetUtcNow(), CancellationToken.None);
        foreach (var fault in imported.Faults) await Console.Error.WriteLineAsync(fault);
        await Console.Out.WriteLineAsync($"{imported.Statutes} statutes, {imported.Articles} articles; {imported.Faults.Count} files left out");
        return imported.Faults.Count == 0 ? 0 : 1;
    }
}
