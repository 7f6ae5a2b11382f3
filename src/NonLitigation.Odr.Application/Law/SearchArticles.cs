using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Contracts.Law;
using NonLitigation.Odr.Domain.Law;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Law;

/// <summary>
/// Articles that hold every word that is asked for, in their text, number or statute; of each statute the newest version alone. A number finds the article
/// of that number (29: 第二十九条).
/// </summary>
public sealed class SearchArticles(IDbContextFactory<OdrDb> contexts)
{
    private const int MostWords = 6, LongestQuery = 100, Most = 30;

    public async Task<ArticlesFoundView> Handle(string? query, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var all = db.Set<StatuteArticle>().AsNoTracking();
        var statutes = await all.Select(a => a.Statute).Distinct().CountAsync(cancellation);
        var words = (query ?? "").Trim();
        if (words.Length is 0 or > LongestQuery || statutes == 0) return new([], statutes);
        var found = all.Where(a => a.VersionOf == db.Set<StatuteArticle>().Where(b => b.Statute == a.Statute).Max(b => b.VersionOf));
        foreach (var word in words.Split((char[])[' ', '　'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(MostWords))
        {
            found = StatuteFile.LabelOf(word) is { } label
                ? found.Where(a => a.Label == label)
                : found.Where(a => a.Text.Contains(word) || a.Label.Contains(word) || a.Statute.Contains(word));
        }
        var articles = await found.OrderBy(a => a.Statute).ThenBy(a => a.Position).Take(Most).Select(a => new ArticleView(a.Id, a.Statute, a.VersionOf, a.Label, a.Text)).ToListAsync(cancellation);
        return new(articles, statutes);
    }
}
