using Microsoft.AspNetCore.Http.Connections;

namespace NonLitigation.Odr.Simulator.Shared;

/// <param name="Url">The service's public address; also the Origin that its browsers would send.</param>
/// <param name="NodeUrls">Addresses of single nodes, when people are to sit on different ones; empty: everybody uses Url.</param>
/// <param name="Nodes">How many nodes stand behind Url; with more than one, people take turns by the balancer's cookie.</param>
/// <param name="Rolling">With Faults: nodes are not killed but restarted one after another, so nobody has to send anything twice.</param>
/// <param name="Transport">The only one that people's lines may use; all of them: whichever is best.</param>
/// <param name="Faults">Say FAULT-POINT in the middle of the joint session and go on talking through what breaks.</param>
/// <param name="Rooms">Of a chaos run.</param>
/// <param name="Rate">Messages a second of each person in it, while he talks.</param>
internal sealed record DemoOptions(
    string Scenario, Uri Url, IReadOnlyList<Uri> NodeUrls, int Nodes, DirectoryInfo Out, bool Faults, bool Rolling, HttpTransportType Transport, int Seed, int Rooms, double Rate)
{
    public const string Usage = """
        odr-simulator union-wages|family|butler|chaos --url URL [--node-url URL]... [--nodes N] [--out DIR] [--faults [--rolling]] [--transport WebSockets|ServerSentEvents|LongPolling] [--seed N] [--rooms N] [--rate N]
        odr-simulator check DIR [LATE]     LATE: milliseconds in which each message has to reach everybody. Compares the notebooks and record.csv that a chaos run left in DIR
        Plays a scenario with made-up people through the public wire of a running service in Development.
        """;

    /// <summary>The addresses a person tries, his own node first.</summary>
    public IReadOnlyList<Uri> AddressesFor(int person) =>
        NodeUrls.Count == 0 ? [Url] : [.. Enumerable.Range(0, NodeUrls.Count).Select(i => NodeUrls[(person + i) % NodeUrls.Count])];

    /// <summary>What the cookie <c>odr_node</c> says for a person; null leaves the choice to the balancer.</summary>
    public string? NodeFor(int person) => Nodes < 2 ? null : $"node-{1 + person % Nodes}";

    public static DemoOptions? Parse(string[] args)
    {
        string? scenario = null;
        Uri? url = null;
        List<Uri> nodes = [];
        var count = 1;
        var output = "demo-out";
        var (faults, rolling, rooms, rate) = (false, false, 1, 1.0);
        var transport = HttpTransports.All;
        var seed = 20250724;
        for (var i = 0; i < args.Length; i++)
        {
            string? Value() => i + 1 < args.Length ? args[++i] : null;
            switch (args[i])
            {
                case "--url" when Uri.TryCreate(Value(), UriKind.Absolute, out var address): url = address; break;
                case "--node-url" when Uri.TryCreate(Value(), UriKind.Absolute, out var address): nodes.Add(address); break;
                case "--nodes" when int.TryParse(Value(), out var number) && number > 0: count = number; break;
                case "--out" when Value() is { } directory: output = directory; break;
                case "--seed" when int.TryParse(Value(), out var number): seed = number; break;
                case "--rooms" when int.TryParse(Value(), out var number) && number is > 0 and < 1_000: rooms = number; break;
                case "--rate" when double.TryParse(Value(), System.Globalization.CultureInfo.InvariantCulture, out var number) && number is > 0 and <= 100: rate = number; break;
                case "--faults": faults = true; break;
                case "--rolling": rolling = true; break;
                case "--transport" when Enum.TryParse(Value(), out HttpTransportType one) && Enum.IsDefined(one): transport = one; break;
                case var word when scenario is null && !word.StartsWith('-'): scenario = word; break;
                default: return null;
            }
        }

        return scenario is null || url is null ? null : new(scenario, url, nodes, count, new DirectoryInfo(output), faults, rolling, transport, seed, rooms, rate);
    }
}
