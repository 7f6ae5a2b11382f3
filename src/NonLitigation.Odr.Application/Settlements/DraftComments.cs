using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Contracts.Settlements;
using NonLitigation.Odr.Domain.Settlements;

namespace NonLitigation.Odr.Application.Settlements;

internal static class DraftComments
{
    /// <summary>What was said about versions that the reader may see, in the order in which it was said, with where each place stands now.</summary>
    public static async Task<IReadOnlyList<DraftCommentView>> ViewAsync(DraftHistory history, bool drafting, CancellationToken cancellation)
    {
        var (db, file, seen) = (history.Db, history.File, history.Versions.Select(v => v.Number).ToHashSet());
        var all = await db.Set<DraftComment>().AsNoTracking().Where(c => c.AgreementId == file.Agreement.Id).OrderBy(c => c.At).ThenBy(c => c.Id).ToListAsync(cancellation);
        var comments = all.Where(c => seen.Contains(c.Version)).ToList();
        if (comments.Count == 0) return [];
        var wanted = comments.Select(c => c.Version).Append(history.Latest).Distinct().ToList();
        var contents = await db.Set<AgreementVersion>().AsNoTracking().Where(v => v.AgreementId == file.Agreement.Id && wanted.Contains(v.Number)).ToDictionaryAsync(v => v.Number, v => v.Content, cancellation);
        var since = wanted.ToDictionary(number => number, number => AgreementDifference.Between(contents[number], contents[history.Latest]));
        return [.. comments.Select(c => View(c, file, drafting, since[c.Version]))];
    }

    /// <summary>The presiding mediator settles any, everybody his own.</summary>
    public static bool MayResolve(DraftComment comment, AgreementFile file) => file.Presides || comment.PersonId == file.Person;

    private static DraftCommentView View(DraftComment c, AgreementFile file, bool drafting, AgreementDifference since)
    {
        var (number, change) = c.PlaceNow(since);
        return new(
            c.Id, c.Version, (Contracts.Settlements.CommentPlace)c.Place, c.Number, c.Quote, c.Name, c.PersonId == file.Person, c.Text, c.At, c.ResolvedAt, c.ResolvedBy,
            drafting && c.ResolvedAt is null && MayResolve(c, file), number, (Contracts.Shared.ChangeKind)change);
    }
}
