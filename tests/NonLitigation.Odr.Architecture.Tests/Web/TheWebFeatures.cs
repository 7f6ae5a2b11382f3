using System.Text.RegularExpressions;
using NonLitigation.Odr.Architecture.Tests.Features;
using NonLitigation.Odr.Architecture.Tests.Shared;

namespace NonLitigation.Odr.Architecture.Tests.Web;

public sealed partial class TheWebFeatures
{
    private const string Root = "web-client/src/";

    private static IEnumerable<string> Sources => Repository.Files.Where(file => file.StartsWith(Root, StringComparison.Ordinal) && (file.EndsWith(".ts", StringComparison.Ordinal) || file.EndsWith(".tsx", StringComparison.Ordinal)));

    [Fact]
    public void Look_only_downward()
    {
        Assert.True(Sources.Count() > 30);
        Assert.Empty(Sources.SelectMany(file => Faults(file, File.ReadAllText(Repository.Path(file)))));
    }

    [Theory]
    [InlineData("features/cases/page.tsx", "import { Room } from '@/features/rooms'", false)]
    [InlineData("features/cases/page.tsx", "const page = lazy(() => import('../settlements/sign-page'))", false)]
    [InlineData("features/rooms/pane.tsx", "export { useCase } from '../cases/use-case'", true)]
    [InlineData("features/rooms/pane.tsx", "import { row } from './message-row'", true)]
    [InlineData("ui/button.tsx", "import { useCase } from '@/features/cases/use-case'", false)]
    [InlineData("realtime/engine.ts", "import { page } from '../app/routes'", false)]
    [InlineData("app/routes.tsx", "import { RoomPage } from '@/features/rooms'", true)]
    [InlineData("features/console/pane.tsx", "import { Room } from '@/features/rooms'", false)]
    public void Are_found_looking_up(string file, string text, bool holds) => Assert.Equal(holds, !Faults(Root + file, text).Any());

    /// <summary>Lib, ui, realtime and contracts are below every feature; app is above them all.</summary>
    private static IEnumerable<string> Faults(string file, string text)
    {
        var from = PartOf(file[Root.Length..]);
        foreach (Match match in Import().Matches(text))
        {
            if (Resolve(file, match.Groups[1].Value) is not { } target) continue;
            var to = PartOf(target);
            var holds = from == "app" || (to != "app" && DeclaredOrder.Allows(from, to));
            if (!holds) yield return $"{file}: {match.Groups[1].Value}";
        }
    }

    private static string PartOf(string path)
    {
        var parts = path.Split('/');
        return parts[0] switch { "features" => parts[1], "lib" or "ui" or "realtime" or "contracts" => "Shared", _ => "app" };
    }

    /// <summary>Path below src; null for a package.</summary>
    private static string? Resolve(string file, string import)
    {
        if (import.StartsWith("@/", StringComparison.Ordinal)) return import[2..];
        if (!import.StartsWith('.')) return null;
        var root = Path.GetFullPath("/" + Root);
        var path = Path.GetFullPath(Path.Combine("/", Path.GetDirectoryName(file)!, import));
        return path.StartsWith(root, StringComparison.Ordinal) ? path[root.Length..] : null;
    }

    [GeneratedRegex("""(?:from\s+|import\s*\(\s*|import\s+)['"]([^'"]+)['"]""")]
    private static partial Regex Import();
}
