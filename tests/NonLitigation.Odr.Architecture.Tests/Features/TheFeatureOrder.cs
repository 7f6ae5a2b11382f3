using System.Reflection;

namespace NonLitigation.Odr.Architecture.Tests.Features;

public sealed class TheFeatureOrder
{
    /// <summary>Types of Shared that exist to put features together, with the reason; nothing else may look up.</summary>
    private static readonly Dictionary<string, string> Composition = new()
    {
        ["NonLitigation.Odr.Server.Shared.OdrApplication"] = "puts the service together",
        ["NonLitigation.Odr.Server.Shared.OdrDatabase"] = "sets up the one database context, with the bell that rings after a commit",
        ["NonLitigation.Odr.Persistence.Shared.OdrDb"] = "one context; Identity asks for the account type",
    };

    public static TheoryData<string> Projects => [.. new[] { "Domain", "Contracts", "Persistence", "Documents", "Application", "Server" }];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Holds_in_every_project(string project)
    {
        var assembly = Assembly.Load($"NonLitigation.Odr.{project}");
        var violations = Violations(assembly.Location, "NonLitigation.Odr", out var looked);
        Assert.True(looked > 20, $"Only {looked} references were looked at.");
        Assert.True(violations.Count == 0, string.Join("\n", violations));
    }

    [Fact]
    public void Is_found_broken_where_a_planted_feature_looks_up()
    {
        var violations = Violations(typeof(TheFeatureOrder).Assembly.Location, "Planted", out _);
        Assert.Contains(violations, one => one.StartsWith("Planted.Sample.Law.LooksUpInABody ", StringComparison.Ordinal));
        Assert.Contains(violations, one => one.StartsWith("Planted.Sample.Law.LooksUpInAnAttribute ", StringComparison.Ordinal));
        Assert.Contains(violations, one => one.StartsWith("Planted.Sample.Law.LooksUpInAGeneric ", StringComparison.Ordinal));
        Assert.DoesNotContain(violations, one => one.StartsWith("Planted.Sample.Rooms.", StringComparison.Ordinal));
    }

    [Fact]
    public void Has_no_exception_that_is_not_needed()
    {
        var needed = Projects.SelectMany(row => All(Assembly.Load($"NonLitigation.Odr.{row.Data}").Location, "NonLitigation.Odr"))
            .Where(one => !DeclaredOrder.Allows(one.From.Feature, one.To.Feature)).Select(one => one.From.Type).ToHashSet();
        Assert.Empty(Composition.Keys.Except(needed));
    }

    private static List<string> Violations(string path, string root, out int looked)
    {
        var all = All(path, root).ToList();
        looked = all.Count;
        return [.. all.Where(one => !DeclaredOrder.Allows(one.From.Feature, one.To.Feature) && !Composition.ContainsKey(one.From.Type))
            .Select(one => $"{one.From.Type} looks up to {one.To.Type}").Distinct().Order()];
    }

    private static IEnumerable<((string Type, string Feature) From, (string Type, string Feature) To)> All(string path, string root) =>
        from pair in TypeReferences.Of(path)
        let @from = Place(pair.From, root)
        let to = Place(pair.To, root)
        where @from is not null && to is not null
        select (@from.Value, to.Value);

    /// <summary>{root}.{project}.{feature}; null for anything else, such as generated migrations.</summary>
    private static (string Type, string Feature)? Place(Mono.Cecil.TypeReference type, string root)
    {
        var space = TypeReferences.NamespaceOf(type);
        if (!space.StartsWith(root + ".", StringComparison.Ordinal)) return null;
        var parts = space[(root.Length + 1)..].Split('.');
        if (parts.Length < 2 || parts[1] is "Migrations" or "Schema") return null;
        return ($"{space}.{TypeReferences.Outermost(type).Name}", parts[1]);
    }
}
