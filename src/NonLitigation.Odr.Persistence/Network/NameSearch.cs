using System.Linq.Expressions;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NonLitigation.Odr.Persistence.Network;

/// <summary>
/// Searching in the middle of Chinese names by an index. A name's characters stand beside it as an array with a GIN index; whoever
/// searches 和平 gets the names that have both characters, and of these those where they stand together.
/// </summary>
public static class NameSearch
{
    private const string Letters = "NameLetters";

    internal static void HasLetters<T>(this EntityTypeBuilder<T> builder) where T : class
    {
        builder.Property<string[]>(Letters).HasComputedColumnSql("string_to_array(lower(name collate \"C\"), NULL)", stored: true);
        builder.HasIndex(Letters).HasMethod("gin");
    }

    /// <param name="name">The property <c>Name</c>.</param>
    public static IQueryable<T> Named<T>(this IQueryable<T> query, string? search, Expression<Func<T, string>> name) where T : class
    {
        var text = search?.Trim() ?? "";
        if (text.Length == 0) return query;
        var letters = text.EnumerateRunes().Select(rune => Rune.IsLetter(rune) && rune.IsAscii ? Rune.ToLowerInvariant(rune).ToString() : rune.ToString()).Distinct().ToList();
        var pattern = $"%{Escaped(text)}%";
        return query.Where(one => letters.All(letter => EF.Property<string[]>(one, Letters).Contains(letter)))
            .Where(Like(name, pattern));
    }

    private static Expression<Func<T, bool>> Like<T>(Expression<Func<T, string>> name, string pattern)
    {
        Expression<Func<string, bool>> like = text => EF.Functions.ILike(text, pattern, "\\");
        return Expression.Lambda<Func<T, bool>>(new Instead(like.Parameters[0], name.Body).Visit(like.Body), name.Parameters);
    }

    private static string Escaped(string search) =>
        search.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal);

    private sealed class Instead(ParameterExpression parameter, Expression value) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == parameter ? value : node;
    }
}
