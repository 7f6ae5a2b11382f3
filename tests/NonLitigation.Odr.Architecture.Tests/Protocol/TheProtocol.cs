using System.Text.Json;
using System.Text.RegularExpressions;
using NonLitigation.Odr.Architecture.Tests.Shared;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Contracts.Shared;

namespace NonLitigation.Odr.Architecture.Tests.Protocol;

/// <summary>Holds <c>docs/protocol.md</c> against the wire: nothing of it is missing there, and what is named there exists.</summary>
public sealed partial class TheProtocol
{
    private static readonly string Text = File.ReadAllText(Repository.Path("docs/protocol.md"));
    private static readonly HashSet<string> Codes = ReadCodes();

    [Fact]
    public void Names_every_operation()
    {
        var wire = Wire();
        Assert.True(wire.Count > 190);
        Assert.Empty(wire.Except(ProtocolText.Operations(Text)).Select(one => one.ToString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Names_no_operation_that_does_not_exist() =>
        Assert.Empty(ProtocolText.Operations(Text).Except(Wire()).Select(one => one.ToString()).Order(StringComparer.Ordinal));

    [Fact]
    public void Names_every_method_and_event_of_the_hub_and_no_other()
    {
        Assert.Equal(Names(typeof(IRoomHub)), FirstColumn("### Methods (client to server)"));
        Assert.Equal(Names(typeof(IRoomClient)), FirstColumn("### Events (server to client)"));
        Assert.Empty(Enum.GetNames<ChangeTopic>().Except(ProtocolText.Words(ProtocolText.Below(Text, "### Events (server to client)"))));
    }

    /// <summary>Without those of start-up and of the verbs, which nobody meets on the wire.</summary>
    [Fact]
    public void Names_every_refusal()
    {
        Assert.True(Codes.Count > 350);
        Assert.Empty(Codes.Where(code => !code.StartsWith("start.", StringComparison.Ordinal)).Except(Named()).Except(OffTheWire).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Names_no_refusal_that_does_not_exist() => Assert.Empty(Named().Except(Codes).Order(StringComparer.Ordinal));

    [Fact]
    public void Names_no_wire_type_that_does_not_exist() => Assert.Empty(ProtocolText.Words(Text).SelectMany(word => WireType().Matches(word)).Select(match => match.Value)
        .Except(typeof(IRoomHub).Assembly.GetExportedTypes().Select(type => type.Name)).Order(StringComparer.Ordinal));

    [Fact]
    public void Is_read_by_its_own_rules()
    {
        const string sample = "| `GET, POST /api/a/{id}` | x |\n| `POST …/b` | |\n\nUnder `/api/c/{id}/…`: `GET …/d?e=1`, `…/f|g`, then\n`PUT …/h/{k}`.";
        Assert.Throws<FormatException>(() => ProtocolText.Operations(sample));
        Assert.Equal(["GET /api/c/{}/d", "GET /api/c/{}/f", "GET /api/c/{}/g", "PUT /api/c/{}/h/{}"], ProtocolText.Operations(sample[sample.IndexOf("Under", StringComparison.Ordinal)..]).Select(one => one.ToString()));
        Assert.Throws<FormatException>(() => ProtocolText.Operations("`/api/a`"));
        Assert.Equal(["a.x", "a.y-z", "b.w"], ProtocolText.Refusals("`a.x` · `y-z` (so) · `b.w`, `not-one`, `c.v` · `u`", new HashSet<string> { "a", "b" }));
    }

    /// <summary>Those of a court's or notary's system, of a verb, and of steps that the service takes by itself or answers otherwise.</summary>
    private static readonly string[] OffTheWire =
        ["partners.key-id-reused", "partners.packet-unreadable", "partners.receipt-doubtful", "rooms.held-for-review", "rooms.no-entry-to-erase", "settlements.already-prepared", "settlements.not-all-signed"];

    private static IReadOnlyList<string> Named() => ProtocolText.Refusals(Text, Codes.Select(code => code.Split('.')[0]).ToHashSet());

    private static IEnumerable<string> Names(Type hub) => hub.GetMethods().Select(method => method.Name).Order(StringComparer.Ordinal);

    private static IEnumerable<string> FirstColumn(string heading) => ProtocolText.Below(Text, heading).Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal))
        .SelectMany(line => ProtocolText.Words(line.Split('|')[1])).Order(StringComparer.Ordinal);

    private static List<ProtocolText.Operation> Wire()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Repository.Path("web-client/src/contracts/openapi.json")));
        return [.. from path in document.RootElement.GetProperty("paths").EnumerateObject() from method in path.Value.EnumerateObject() select new ProtocolText.Operation(method.Name.ToUpperInvariant(), ProtocolText.Plain(path.Name))];
    }

    private static HashSet<string> ReadCodes() => [.. Repository.Files.Where(file => file.StartsWith("src/", StringComparison.Ordinal) && file.EndsWith(".cs", StringComparison.Ordinal))
        .SelectMany(file => Refusal().Matches(File.ReadAllText(Repository.Path(file)))).Select(match => match.Groups[1].Value)];

    /// <summary>A refusal has its code, then a sentence in Chinese and one in English.</summary>
    [GeneratedRegex("""\bnew(?:\s+Refusal(?:Reason|View))?\(\s*"([a-z]+(?:\.[a-z0-9-]+)+)"\s*,(?!\s*"[^"\p{IsCJKUnifiedIdeographs}]*")""")]
    private static partial Regex Refusal();

    [GeneratedRegex(@"\b[A-Z]\w+(?:Request|View|Snapshot)\b")]
    private static partial Regex WireType();
}
