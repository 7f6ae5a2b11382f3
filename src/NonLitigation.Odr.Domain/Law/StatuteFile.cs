using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace NonLitigation.Odr.Domain.Law;

/// <summary>A statute as a text file: the title after <c>#</c>, other headings as chapters, each article a paragraph that begins with its number, its further paragraphs below. The version's day stands in the file's name: <c>人民调解法(2010-08-28).md</c>.</summary>
public static partial class StatuteFile
{
    public const int LongestArticle = 20_000;

    /// <returns>The articles in their order.</returns>
    /// <exception cref="FormatException">When the name has no day, or the text no title or no article, or one article twice.</exception>
    public static IReadOnlyList<StatuteArticle> Read(string fileName, string content, DateTimeOffset now)
    {
        if (VersionInName().Match(fileName) is not { Success: true } name || !DateOnly.TryParseExact(name.Groups[1].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var versionOf))
            throw new FormatException($"{fileName}: the name must end in the day of the version, as in 人民调解法(2010-08-28).md.");
        string? title = null;
        var (articles, label, text) = (new List<StatuteArticle>(), (string?)null, new StringBuilder());
        void Close()
        {
            if (label is null) return;
            var words = text.ToString().Trim();
            if (words.Length is 0 or > LongestArticle) throw new FormatException($"{fileName}: {label} is empty or longer than {LongestArticle} characters.");
            if (articles.Exists(one => one.Label == label)) throw new FormatException($"{fileName}: {label} stands there twice.");
            articles.Add(new(title!, versionOf, articles.Count + 1, label, words, now));
            (label, text) = (null, new());
        }
        foreach (var line in content.ReplaceLineEndings("\n").TrimStart('\uFEFF').Split('\n').Select(line => line.Trim().Trim('　')))
        {
            if (line.StartsWith('#'))
            {
                Close();
                title ??= line.TrimStart('#').Trim();
            }
            else if (ArticleBegins().Match(line) is { Success: true } begins)
            {
                Close();
                if (title is null) throw new FormatException($"{fileName}: the title (a line that begins with #) must stand before the first article.");
                label = begins.Groups[1].Value;
                text.Append(begins.Groups[2].Value).Append('\n');
            }
            else if (label is not null && line.Length > 0 && !line.StartsWith("<!--", StringComparison.Ordinal))
            {
                text.Append(line).Append('\n');
            }
        }
        Close();
        return articles.Count > 0 ? articles : throw new FormatException($"{fileName}: there is no article (a paragraph that begins with 第一条 and so on).");
    }

    /// <summary>29 as it is written in a label: 第二十九条. Null for what is no number of an article.</summary>
    public static string? LabelOf(string digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 10_000 ? $"第{Numeral(number)}条" : null;

    private static string Numeral(int number)
    {
        const string Digits = "零一二三四五六七八九";
        var (written, zero) = (new StringBuilder(), false);
        foreach (var (unit, word) in new[] { (1_000, "千"), (100, "百"), (10, "十"), (1, "") })
        {
            var digit = number / unit % 10;
            if (digit == 0)
            {
                zero = written.Length > 0;
                continue;
            }
            if (zero) written.Append('零');
            zero = false;
            if (!(digit == 1 && unit == 10 && written.Length == 0)) written.Append(Digits[digit]);
            written.Append(word);
        }
        return written.ToString();
    }

    [GeneratedRegex(@"[(（](\d{4}-\d{2}-\d{2})[)）]\.(md|txt)$", RegexOptions.IgnoreCase)]
    private static partial Regex VersionInName();

    [GeneratedRegex(@"^(第[零〇一二三四五六七八九十百千]+条(?:之[一二三四五六七八九十]+)?)[\s　]+(.*)$")]
    private static partial Regex ArticleBegins();
}
