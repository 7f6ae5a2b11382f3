using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Domain.Cases;

namespace NonLitigation.Odr.Architecture.Tests.Projects;

public sealed class TheWireEnums
{
    /// <summary>Said on the wire only, or called otherwise in the rules, where a test of that feature compares them.</summary>
    private static readonly string[] OnTheWireOnly = ["AccountRole", "ChangeTopic", "Verdict", "EntryKind", "ProposalAnswer", "FindingSeverity", "AgreementPart", "GuestState"];

    [Fact]
    public void Say_what_the_enums_of_the_rules_say()
    {
        var ours = typeof(Case).Assembly.GetExportedTypes().Where(type => type.IsEnum).ToLookup(type => type.Name);
        var wire = typeof(IRoomHub).Assembly.GetExportedTypes().Where(type => type.IsEnum).ToList();
        Assert.True(wire.Count > 15);
        Assert.Empty(wire.SelectMany(one => ours[one.Name].SelectMany(other => Differences(one, other))));
        Assert.Empty(wire.Where(one => !ours[one.Name].Any()).Select(one => one.Name).Except(OnTheWireOnly));
    }

    [Fact]
    public void Are_found_different_in_a_name_or_a_number()
    {
        Assert.Empty(Differences(typeof(Wire), typeof(Same)));
        Assert.NotEmpty(Differences(typeof(Wire), typeof(OtherName)));
        Assert.NotEmpty(Differences(typeof(Wire), typeof(OtherNumber)));
    }

    private static IEnumerable<string> Differences(Type wire, Type ours)
    {
        var (left, right) = (Values(wire), Values(ours));
        return left.Except(right).Concat(right.Except(left)).Select(value => $"{wire.FullName} and {ours.FullName} differ in {value}");
    }

    private static List<string> Values(Type type) => [.. Enum.GetNames(type).Select(name => $"{name} = {Convert.ToInt64(Enum.Parse(type, name), System.Globalization.CultureInfo.InvariantCulture)}")];

    private enum Wire { One, Two }
    private enum Same { One, Two }
    private enum OtherName { One, Deux }
    private enum OtherNumber { Two, One }
}
