using System.Text.RegularExpressions;
using NonLitigation.Odr.Architecture.Tests.Shared;

namespace NonLitigation.Odr.Architecture.Tests.Sources;

public sealed partial class TheSources
{
    private static readonly HashSet<string> EmptyWords = ["Manager", "Helper", "Helpers", "Util", "Utils", "Utility", "Info", "Base", "Common", "Dto"];
    private static readonly string[] Loose =
        [".editorconfig", ".gitignore", ".gitattributes", ".dockerignore", "Directory.Build.props", "Directory.Packages.props", "NonLitigation.Odr.sln", "README.md", "README.zh-CN.md", "LICENSE", "global.json"];
    private static readonly string[] Folders = [".ci", ".config", ".github", "docs", "scripts", "src", "tests", "web-client"];

    private static IEnumerable<string> Written => Repository.Files.Where(file => file.EndsWith(".cs", StringComparison.Ordinal) && !file.Contains("/Migrations/", StringComparison.Ordinal));

    [Fact]
    public void Name_types_by_what_they_are() =>
        Assert.Empty(Written.Where(file => !file.EndsWith("/TheSources.cs", StringComparison.Ordinal)).SelectMany(file => BadNames(File.ReadAllText(Repository.Path(file))).Select(name => $"{file}: {name}")));

    [Fact]
    public void Are_found_badly_named() =>
        Assert.Equal(["CaseManager", "MailService", "PartyDto", "RoomHelpers"], BadNames("public sealed class CaseManager; record PartyDto(int A); static class RoomHelpers {} class MailService {} class OdrDatabase {} class DirectServices {}").Order());

    [Fact]
    public void Stay_short()
    {
        var lines = Written.Where(file => file.StartsWith("src/", StringComparison.Ordinal)).ToDictionary(file => file, Lines);
        Assert.True(lines.Count > 100);
        Assert.Empty(lines.Where(file => file.Value > 300).Select(file => $"{file.Key}: {file.Value}"));
        Assert.Empty(lines.Where(file => file.Key.EndsWith("Hub.cs", StringComparison.Ordinal) && file.Value >= 120).Select(file => file.Key));
        Assert.Empty(lines.Where(file => file.Key.EndsWith("/Program.cs", StringComparison.Ordinal) && file.Value >= 80).Select(file => file.Key));
        var ordered = lines.Values.Order().ToList();
        Assert.InRange(ordered[ordered.Count / 2], 1, 60);
        Assert.InRange(ordered[ordered.Count * 9 / 10], 1, 120);
    }

    [Fact]
    public void Stay_short_in_the_web_client() =>
        Assert.Empty(Repository.Files.Where(file => file.StartsWith("web-client/src/", StringComparison.Ordinal) && file.EndsWith(".tsx", StringComparison.Ordinal) && Lines(file) > 300));

    [Fact]
    public void Import_no_project_namespace_for_everybody() =>
        Assert.Empty(Written.Where(file => GlobalUsing().IsMatch(File.ReadAllText(Repository.Path(file)))));

    [Fact]
    public void Have_one_namespace_for_each_feature_folder() =>
        Assert.Empty(Written.Where(file => !file.Contains("/Planted/", StringComparison.Ordinal)).Select(file => WrongNamespace(file, File.ReadAllText(Repository.Path(file)))).OfType<string>());

    [Theory]
    [InlineData("namespace NonLitigation.Odr.Domain.Rooms;", false)]
    [InlineData("namespace NonLitigation.Odr.Domain.Cases.Events;", false)]
    [InlineData("namespace NonLitigation.Odr.Domain.Cases;", true)]
    public void Are_found_in_the_wrong_namespace(string text, bool right) =>
        Assert.Equal(right, WrongNamespace("src/NonLitigation.Odr.Domain/Cases/Case.cs", text) is null);

    [Fact]
    public void Lie_where_the_house_has_a_place_for_them()
    {
        var top = Repository.Files.Select(file => file.Split('/')).ToList();
        Assert.Empty(top.Where(parts => parts.Length == 1).Select(parts => parts[0]).Except(Loose));
        Assert.Empty(top.Where(parts => parts.Length > 1).Select(parts => parts[0]).Distinct().Except(Folders));
        Assert.Empty(Repository.Files.Where(file => file.StartsWith("src/", StringComparison.Ordinal) && file.EndsWith(".cs", StringComparison.Ordinal) && file.Split('/').Length > 4 && !file.Contains("/Migrations/", StringComparison.Ordinal)));
    }

    private static IEnumerable<string> BadNames(string text) => TypeName().Matches(text).Select(match => match.Groups[1].Value)
        .Where(name => Words().Matches(name).Any(word => EmptyWords.Contains(word.Value)) || name.EndsWith("Service", StringComparison.Ordinal)).Distinct();

    private static string? WrongNamespace(string file, string text)
    {
        var declared = Namespace().Matches(text).Select(match => match.Groups[1].Value).Distinct().ToList();
        var parts = file.Split('/');
        var right = string.Join('.', parts[1..^1]);
        return declared.TrueForAll(one => one == right) ? null : $"{file}: {string.Join(", ", declared)} instead of {right}";
    }

    private static int Lines(string file) => File.ReadLines(Repository.Path(file)).Count();

    [GeneratedRegex(@"\b(?:class|struct|interface|enum|record(?:\s+struct|\s+class)?)\s+([A-Z]\w*)")]
    private static partial Regex TypeName();

    [GeneratedRegex("[A-Z][a-z0-9]*")]
    private static partial Regex Words();

    [GeneratedRegex(@"^\s*global\s+using\s+(?:static\s+)?NonLitigation", RegexOptions.Multiline)]
    private static partial Regex GlobalUsing();

    [GeneratedRegex(@"^\s*namespace\s+([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Namespace();
}
