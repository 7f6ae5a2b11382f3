using System.Xml.Linq;
using NonLitigation.Odr.Architecture.Tests.Shared;

namespace NonLitigation.Odr.Architecture.Tests.Projects;

public sealed class TheProjectArrows
{
    private static readonly Dictionary<string, string[]> Declared = new()
    {
        ["Domain"] = [], ["Contracts"] = [],
        ["Persistence"] = ["Domain"], ["Documents"] = ["Domain"],
        ["Application"] = ["Domain", "Contracts", "Persistence", "Documents"],
        ["Server"] = ["Application", "Contracts", "Persistence"],
        ["Verifier"] = ["Domain", "Documents"], ["Simulator"] = ["Contracts"],
    };

    [Fact]
    public void Are_the_declared_ones()
    {
        var projects = Repository.Files.Where(file => file.StartsWith("src/", StringComparison.Ordinal) && file.EndsWith(".csproj", StringComparison.Ordinal)).ToList();
        Assert.Equal(Declared.Keys.Order(), projects.Select(NameOf).Order());
        foreach (var project in projects)
            Assert.Equal(Declared[NameOf(project)].Order(), Arrows(File.ReadAllText(Repository.Path(project))).Order());
    }

    [Fact]
    public void Are_found_wrong_where_one_is_planted() =>
        Assert.Equal(["Server"], Arrows("""<Project><ItemGroup><ProjectReference Include="../NonLitigation.Odr.Server/NonLitigation.Odr.Server.csproj" /></ItemGroup></Project>""").Except(Declared["Domain"]));

    [Fact]
    public void Are_the_only_ones_in_use() =>
        Assert.Contains("<DisableTransitiveProjectReferences>true</DisableTransitiveProjectReferences>", File.ReadAllText(Repository.Path("Directory.Build.props")), StringComparison.Ordinal);

    [Fact]
    public void Leave_the_rules_and_the_wire_without_any_package()
    {
        foreach (var project in new[] { "Domain", "Contracts" })
            Assert.Empty(XDocument.Load(Repository.Path($"src/NonLitigation.Odr.{project}/NonLitigation.Odr.{project}.csproj")).Descendants()
                .Where(element => element.Name.LocalName is "PackageReference" or "FrameworkReference" or "Reference"));
    }

    private static IEnumerable<string> Arrows(string project) =>
        XDocument.Parse(project).Descendants("ProjectReference").Select(reference => NameOf(reference.Attribute("Include")!.Value));

    private static string NameOf(string path) => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')).Split('.')[^1];
}
