using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Domain.Law;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Law;

/// <param name="Faults">One sentence for each file that was left out.</param>
public sealed record StatutesImported(int Statutes, int Articles, IReadOnlyList<string> Faults);

/// <summary>
/// Takes over a folder of statute texts (<see cref="StatuteFile"/>). A version that is there already is replaced by what the file says now; other versions
/// stay. Cards that were sent keep their words: they stand in the transcript themselves.
/// </summary>
public static class ImportStatutes
{
    public static async Task<StatutesImported> HandleAsync(OdrDb db, string folder, DateTimeOffset now, CancellationToken cancellation)
    {
        var (faults, statutes, count) = (new List<string>(), 0, 0);
        var files = Directory.EnumerateFiles(folder).Where(file => Path.GetExtension(file).ToLowerInvariant() is ".md" or ".txt").Order(StringComparer.Ordinal);
        foreach (var file in files)
        {
            try
            {
                var articles = StatuteFile.Read(Path.GetFileName(file), await File.ReadAllTextAsync(file, cancellation), now);
                await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
                var (title, version) = (articles[0].Statute, articles[0].VersionOf);
                await db.Set<StatuteArticle>().Where(a => a.Statute == title && a.VersionOf == version).ExecuteDeleteAsync(cancellation);
                db.AddRange(articles);
                await db.SaveChangesAsync(cancellation);
                await transaction.CommitAsync(cancellation);
                db.ChangeTracker.Clear();
                (statutes, count) = (statutes + 1, count + articles.Count);
            }
            catch (FormatException unreadable)
            {
                faults.Add(unreadable.Message);
            }
        }
        return new(statutes, count, faults);
    }
}
