using System.Text.RegularExpressions;

namespace NonLitigation.Odr.Architecture.Tests.Protocol;

/// <summary>
/// What <c>docs/protocol.md</c> names, read by the rules that stand at its top. A path in backticks follows its methods (<c>GET</c>, <c>GET, POST</c>); without a method it has
/// those of the path before it in the same paragraph or row. <c>…/x</c> goes on from the nearest path above it that ends in <c>/…</c>. <c>{anything}</c> is one part;
/// <c>a|b</c> in a part is each of both. In a list of refusals, joined by ·, a code without a dot has the feature of the one before it.
/// </summary>
public static partial class ProtocolText
{
    /// <param name="Path">Parameters as <c>{}</c>, without a search.</param>
    public sealed record Operation(string Method, string Path)
    {
        public override string ToString() => $"{Method} {Path}";
    }

    public static string Plain(string path) => Parameter().Replace(path.Split('?')[0].TrimEnd('/'), "{}");

    /// <exception cref="FormatException">A path that goes on from none, or that has no method.</exception>
    public static IReadOnlyList<Operation> Operations(string text)
    {
        var found = new List<Operation>();
        string? stem = null;
        foreach (var paragraph in Paragraphs(text))
        {
            string[] methods = [];
            foreach (var span in Spans(paragraph).Select(span => Routed().Match(span.Value)).Where(match => match.Success))
            {
                var path = span.Groups["path"].Value;
                if (span.Groups["methods"].Value is { Length: > 0 } named) methods = named.Split(", ");
                if (path.StartsWith('…')) path = (stem ?? throw new FormatException($"{path} goes on from no path")) + path[1..];
                if (path.EndsWith("/…", StringComparison.Ordinal)) path = stem = path[..^2];
                else if (methods.Length == 0) throw new FormatException($"{path} has no method");
                else found.AddRange(from one in Each(path) from method in methods select new Operation(method, Plain(one)));
            }
        }
        return found;
    }

    /// <param name="features">What a code may begin with; other words with a dot are none.</param>
    public static IReadOnlyList<string> Refusals(string text, IReadOnlySet<string> features)
    {
        var found = new List<string>();
        foreach (var paragraph in Paragraphs(text))
        {
            var (feature, end) = ("", 0);
            foreach (var span in Spans(paragraph))
            {
                var (word, between) = (span.Value, paragraph[end..span.Index]);
                end = span.Index + span.Length;
                if (word.Split('.') is [var first, _, ..] && features.Contains(first) && Code().IsMatch(word)) (feature, _) = (first, word);
                else if (feature.Length > 0 && Joint().IsMatch(between) && Short().IsMatch(word)) word = $"{feature}.{word}";
                else feature = "";
                if (feature.Length > 0) found.Add(word);
            }
        }
        return found;
    }

    /// <summary>Every word in backticks, as it stands.</summary>
    public static IReadOnlySet<string> Words(string text) => Paragraphs(text).SelectMany(Spans).Select(span => span.Value).ToHashSet();

    /// <summary>The part below a heading, without that of the next one.</summary>
    public static string Below(string text, string heading)
    {
        var from = text.IndexOf(heading + "\n", StringComparison.Ordinal);
        if (from < 0) throw new FormatException($"no heading {heading}");
        var to = text.IndexOf("\n#", from + heading.Length, StringComparison.Ordinal);
        return to < 0 ? text[from..] : text[from..to];
    }

    private static IEnumerable<string> Paragraphs(string text) =>
        Fence().Replace(text, "").Split("\n\n").SelectMany(part => part.StartsWith('|') ? part.Split('\n') : [part.ReplaceLineEndings(" ")]);

    private static IEnumerable<Capture> Spans(string paragraph) => Backticks().Matches(paragraph).Select(match => match.Groups[1]);

    private static IEnumerable<string> Each(string path) => path.Split('/').Aggregate<string, IEnumerable<string>>(
        [], (begun, part) => begun.DefaultIfEmpty().SelectMany(one => part.Split('|').Select(choice => one is null ? choice : $"{one}/{choice}")).ToList());

    [GeneratedRegex("^(?:(?<methods>(?:GET|POST|PUT|DELETE)(?:, (?:GET|POST|PUT|DELETE))*) )?(?<path>(?:/api/|…/)\\S*)$")]
    private static partial Regex Routed();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Backticks();

    [GeneratedRegex("^```.*?^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"\{[^{}/]*\}")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"^[a-z]+(?:\.[a-z0-9-]+)+$")]
    private static partial Regex Code();

    [GeneratedRegex("^[a-z0-9-]+(?:\\.[a-z0-9-]+)?$")]
    private static partial Regex Short();

    /// <summary>What stands between two codes of one list: a remark in brackets at most.</summary>
    [GeneratedRegex(@"^`?(?: \([^()]*\))?,? · `$")]
    private static partial Regex Joint();
}
