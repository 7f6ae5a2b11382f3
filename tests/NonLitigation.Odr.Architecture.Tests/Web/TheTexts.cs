using System.Text.RegularExpressions;
using NonLitigation.Odr.Architecture.Tests.Shared;

namespace NonLitigation.Odr.Architecture.Tests.Web;

public sealed partial class TheTexts
{
    [Fact]
    public void Are_there_in_both_languages()
    {
        var chinese = Repository.Files.Where(file => file.StartsWith("web-client/src/", StringComparison.Ordinal) && file.EndsWith("i18n.zh.ts", StringComparison.Ordinal)).ToList();
        Assert.True(chinese.Count > 3);
        foreach (var file in chinese)
        {
            var english = file.Replace("i18n.zh.ts", "i18n.en.ts", StringComparison.Ordinal);
            var (zh, en) = (Keys(File.ReadAllText(Repository.Path(file))), Keys(File.ReadAllText(Repository.Path(english))));
            Assert.NotEmpty(zh);
            Assert.True(zh.SequenceEqual(en), $"{file}: {string.Join(", ", zh.Except(en))} / {string.Join(", ", en.Except(zh))}");
        }
    }

    [Fact]
    public void Are_found_missing() => Assert.NotEqual(Keys("export const a = { one: '一', two: { three: '三：x' } }"), Keys("export const a = { one: 'one', two: { } }"));

    /// <summary>Names of members, in order of the alphabet; texts are taken out first, so that a colon in one is no key.</summary>
    private static List<string> Keys(string text) =>
        [.. Key().Matches(Annotation().Replace(Comment().Replace(Text().Replace(text, match => IsKey(text, match) ? match.Value : "''"), ""), "")).Select(match => match.Groups[1].Value).Where(key => !Plural().IsMatch(key)).Order(StringComparer.Ordinal)];

    private static bool IsKey(string text, Match match) => text.AsSpan(match.Index + match.Length).TrimStart().StartsWith(":");

    [GeneratedRegex("""'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`(?:\\.|[^`\\])*`""")]
    private static partial Regex Text();

    [GeneratedRegex(@"//[^\n]*|/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex("""['"]?([\w.-]+)['"]?\s*:""")]
    private static partial Regex Key();

    [GeneratedRegex(@"(?:const|let)\s+\w+\s*:[^=]*=")]
    private static partial Regex Annotation();

    /// <summary>English has two forms where Chinese has one.</summary>
    [GeneratedRegex("_(?:one|other)$")]
    private static partial Regex Plural();
}
