using System.Text.RegularExpressions;
using NonLitigation.Odr.Architecture.Tests.Shared;

namespace NonLitigation.Odr.Architecture.Tests.Deployment;

/// <summary>Whether a setting, as an environment variable, is read by the service and explained in <c>docs/operations.md</c>.</summary>
internal static partial class ServiceSettings
{
    private static readonly IReadOnlyList<string> Sources = [.. Repository.Files.Where(file => file.StartsWith("src/", StringComparison.Ordinal) && file.EndsWith(".cs", StringComparison.Ordinal)).Select(file => File.ReadAllText(Repository.Path(file)))];
    private static readonly string Manual = File.ReadAllText(Repository.Path("docs/operations.md"));

    /// <summary>Its whole name is in the source, or its section is there and its last word is a text in the same file or a property of the type the section is bound to.</summary>
    public static bool Reads(string variable)
    {
        var key = Index().Replace(variable.Replace("__", ":", StringComparison.Ordinal), "");
        if (Sources.Any(text => text.Contains($"\"{key}\"", StringComparison.Ordinal))) return true;
        var (section, word) = (key[..key.LastIndexOf(':')], key[(key.LastIndexOf(':') + 1)..]);
        return Sources.Where(text => text.Contains($"\"{section}\"", StringComparison.Ordinal) || text.Contains($"\"{section}:{{", StringComparison.Ordinal)).Any(text =>
            text.Contains($"\"{word}\"", StringComparison.Ordinal) || Bound(text, section).Any(type => Declares(type, word)));
    }

    /// <summary>Named in full, or as <c>…Word</c> or <c>Word</c> in backticks where its section is named with an ellipsis.</summary>
    public static bool Explains(string variable)
    {
        var at = Index().Replace(variable.Replace("__", ":", StringComparison.Ordinal), "").Replace(":", "__", StringComparison.Ordinal);
        var (section, word) = (at[..at.LastIndexOf("__", StringComparison.Ordinal)], at[(at.LastIndexOf("__", StringComparison.Ordinal) + 2)..]);
        return Manual.Contains(at, StringComparison.Ordinal)
            || (Manual.Contains($"{section}__", StringComparison.Ordinal) && (Manual.Contains($"`…{word}", StringComparison.Ordinal) || Manual.Contains($"`{word}`", StringComparison.Ordinal)));
    }

    private static IEnumerable<string> Bound(string text, string section) =>
        Binding().Matches(text).Where(match => match.Groups[2].Value == section).Select(match => match.Groups[1].Value)
            .Concat(Getting().Matches(text).Where(match => match.Groups[1].Value == section).Select(match => match.Groups[2].Value));

    private static bool Declares(string type, string word) =>
        Sources.Any(text => Regex.IsMatch(text, $@"\b(?:class|record) {type}\b") && Regex.IsMatch(text, $@"\b{word}\b(?: \{{ get|[,)=]| =)"));

    [GeneratedRegex(@":\d+$")]
    private static partial Regex Index();

    [GeneratedRegex("""(?:AddOptions|Configure)<(\w+)>\((?:\)\.BindConfiguration\(|[\w.]+\.GetSection\()"([\w:]+)"\)""")]
    private static partial Regex Binding();

    [GeneratedRegex("""GetSection\("([\w:]+)"\)\.Get<(\w+)>""")]
    private static partial Regex Getting();
}
