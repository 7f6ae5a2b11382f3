using System.Reflection;
using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Persistence.Schema;

/// <summary>
/// What EF Core cannot express: triggers, grants, checks. The embedded <c>*.sql</c> files of this folder, each safe to run
/// again, run in the order of their names after the migrations, by the owner of the tables.
/// </summary>
public static class SchemaScripts
{
    public static IReadOnlyList<(string Name, string Sql)> All { get; } = ReadAll();

    /// <summary>Brings a database to this version: migrations, then the scripts. Safe to repeat.</summary>
    public static async Task MigrateAsync(OdrDb db, CancellationToken cancellation = default)
    {
        await db.Database.MigrateAsync(cancellation);
        await db.Database.OpenConnectionAsync(cancellation);
        foreach (var (_, sql) in All)
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = sql;
            await command.ExecuteNonQueryAsync(cancellation);
        }
        await db.Database.CloseConnectionAsync();
    }

    private static List<(string, string)> ReadAll()
    {
        var assembly = typeof(SchemaScripts).Assembly;
        return [.. assembly.GetManifestResourceNames().Where(n => n.EndsWith(".sql", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).Select(n => (n, Read(assembly, n)))];
    }

    private static string Read(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
