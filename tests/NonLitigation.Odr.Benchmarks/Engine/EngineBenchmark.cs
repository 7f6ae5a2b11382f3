using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using NonLitigation.Odr.Benchmarks.Hosts;

namespace NonLitigation.Odr.Benchmarks.Engine;

/// <summary>
/// The product against a bare SignalR + Redis hub and against the naive way, in one run and interleaved, so that whatever else the machine does hits all
/// alike. Each figure is a median over the rounds.
/// </summary>
internal static class EngineBenchmark
{
    private static readonly string[] Names = ["bare", "product", "naive"];

    public static async Task<int> RunAsync(string[] options)
    {
        var figures = new Figures(options.Contains("--json"));
        var plan = options.Contains("--quick") ? Plan.Quick : Plan.Full;
        await MakeNaiveTableAsync();
        await using var people = new People();
        foreach (var part in Parts(options)) await part(plan, people, figures);
        return 0;
    }

    private static IEnumerable<Func<Plan, People, Figures, Task>> Parts(string[] options)
    {
        var named = options.Where(o => !o.StartsWith("--", StringComparison.Ordinal)).ToList();
        (string Name, Func<Plan, People, Figures, Task> Run)[] all =
            [("latency", LatencyAsync), ("throughput", (p, w, f) => ThroughputAsync(p, w, f, 1)), ("two-nodes", (p, w, f) => ThroughputAsync(p, w, f, 2)), ("large-rooms", LargeRoomsAsync), ("memory", MemoryAsync),
                ("rooms", Scale.RoomsAsync), ("archive", Scale.ArchiveAsync), ("disturbance", Disturbance.RunAsync)];
        return all.Where(part => named.Count == 0 ? part.Name != "archive" : named.Contains(part.Name)).Select(part => part.Run);
    }

    /// <summary>200 rooms of three, each person one message a second, on two nodes.</summary>
    private static async Task LatencyAsync(Plan plan, People people, Figures figures)
    {
        await using var commits = new Commits();
        await commits.PrepareAsync();
        await WithAllAsync(people, Names, nodes: 2, plan.Rooms, members: 3, async contenders =>
        {
            var rate = plan.Rooms * 3;
            var times = contenders.ToDictionary(c => c.Name, _ => new List<IReadOnlyList<double>>());
            var commit = new List<IReadOnlyList<double>>();
            for (var round = 0; round < plan.Rounds; round++)
            {
                foreach (var contender in contenders) times[contender.Name].Add(await Loads.OpenAsync(contender, plan.OpenLoop));
                commit.Add(await commits.RunAsync(rate, plan.OpenLoop / 2));
            }
            foreach (var share in new[] { 0.5, 0.99 })
            {
                double Of(IEnumerable<IReadOnlyList<double>> rounds) => Figures.Median(rounds.Select(r => Figures.Percentile(r, share)));
                var sum = Of(times["bare"]) + Of(commit);
                figures.Add($"open loop, {rate}/s, 2 nodes: bare hub p{share * 100:0}", Of(times["bare"]), "ms");
                figures.Add($"open loop, {rate}/s: PostgreSQL commit p{share * 100:0}", Of(commit), "ms");
                figures.Add($"open loop, {rate}/s, 2 nodes: product p{share * 100:0} against bare + commit", Of(times["product"]), "ms", sum);
                figures.Add($"open loop, {rate}/s, 2 nodes: naive p{share * 100:0} against bare + commit", Of(times["naive"]), "ms", sum);
            }
            foreach (var contender in contenders)
            {
                var all = times[contender.Name].SelectMany(t => t).ToList();
                figures.Add($"open loop: {contender.Name}, over 100 ms of {all.Count}", all.Count(t => t > 100), "messages");
                figures.Add($"open loop: {contender.Name}, longest", all.Max(), "ms");
            }
        });
    }

    private static Task ThroughputAsync(Plan plan, People people, Figures figures, int nodes) => WithAllAsync(people, [.. Names, .. nodes == 1 ? ["naive-pooled"] : Array.Empty<string>(), Contender.SocketIo], nodes, 64, members: 3, async contenders =>
    {
        var rates = contenders.ToDictionary(c => c.Name, _ => new List<double>());
        var times = contenders.ToDictionary(c => c.Name, _ => new List<Spent>());
        var (commits, batches) = (new List<double>(), new List<double>());
        foreach (var contender in contenders) await Loads.ClosedAsync(contender, plan.WarmUp);
        for (var round = 0; round < plan.Rounds; round++)
        {
            if (nodes == 1) commits.Add(await Pgbench.RunAsync(plan.ClosedLoop / 2));
            foreach (var contender in contenders)
            {
                var (before, commitsBefore) = (Spent.By(contender), await Commits.CountAsync());
                rates[contender.Name].Add(await Loads.ClosedAsync(contender, plan.ClosedLoop));
                var messages = Math.Max(1, contender.Flights.Done.Count);
                times[contender.Name].Add(Spent.By(contender).Since(before, messages));
                if (contender.Name == "product") batches.Add(messages / (double)Math.Max(1, await Commits.CountAsync() - commitsBefore));
            }
        }
        var (bare, product, naive) = (Figures.Median(rates["bare"]), Figures.Median(rates["product"]), Figures.Median(rates["naive"]));
        figures.Add($"closed loop, 64 × 3, {nodes} node(s): product against bare", product, "messages/s", bare);
        figures.Add($"closed loop, 64 × 3, {nodes} node(s): product against naive", product, "messages/s", naive);
        if (nodes == 1) figures.Add("closed loop, 64 × 3, 1 node(s): product against naive with pooled contexts", product, "messages/s", Figures.Median(rates["naive-pooled"]));
        figures.Add($"closed loop, 64 × 3, {nodes} node(s): socket.io + Redis + insert against bare", Figures.Median(rates[Contender.SocketIo]), "messages/s", bare);
        if (nodes == 1) figures.Add("closed loop, 64 × 3, 1 node(s): product against pgbench, 64 clients", product, "messages/s", Figures.Median(commits));
        figures.Add($"closed loop, {nodes} node(s): product, messages a commit", Figures.Median(batches), "messages");
        double Microseconds(string name, Func<Spent, double> of) => Figures.Median(times[name].Select(of));
        figures.Add($"closed loop, {nodes} node(s): PostgreSQL time a message against naive", Microseconds("product", t => t.Postgres), "µs", Microseconds("naive", t => t.Postgres));
        figures.Processor($"closed loop, {nodes} node(s)", "a message", times);
    });

    /// <summary>As many rooms at once as the other closed loop has, and a few, in which little gathers for one commit.</summary>
    private static async Task LargeRoomsAsync(Plan plan, People people, Figures figures)
    {
        foreach (var rooms in new[] { 64, 10 }) await LargeRoomsAsync(plan, people, figures, rooms);
    }

    private static Task LargeRoomsAsync(Plan plan, People people, Figures figures, int rooms) => WithAllAsync(people, ["bare", "product"], nodes: 1, rooms, members: 30, async contenders =>
    {
        var rates = contenders.ToDictionary(c => c.Name, _ => new List<double>());
        var times = contenders.ToDictionary(c => c.Name, _ => new List<Spent>());
        var batches = new List<double>();
        foreach (var contender in contenders) await Loads.ClosedAsync(contender, plan.WarmUp);
        for (var round = 0; round < plan.Rounds; round++)
        {
            foreach (var contender in contenders)
            {
                var (before, commitsBefore) = (Spent.By(contender), await Commits.CountAsync());
                rates[contender.Name].Add(30 * await Loads.ClosedAsync(contender, plan.ClosedLoop));
                var messages = Math.Max(1, contender.Flights.Done.Count);
                times[contender.Name].Add(Spent.By(contender).Since(before, 30 * messages));
                if (contender.Name == "product") batches.Add(messages / (double)Math.Max(1, await Commits.CountAsync() - commitsBefore));
            }
        }
        figures.Add($"{rooms} rooms of 30: product, messages a commit", Figures.Median(batches), "messages");
        figures.Processor($"{rooms} rooms of 30", "a delivery", times);
        figures.Add($"{rooms} rooms of 30: product against bare", Figures.Median(rates["product"]), "deliveries/s", Figures.Median(rates["bare"]));
    });

    private static async Task MemoryAsync(Plan plan, People people, Figures figures)
    {
        Dictionary<string, double> each = [];
        foreach (var name in new[] { "bare", "product" })
        {
            await using var contender = await Contender.StartAsync(name, 1);
            await SeatAsync(people, contender, 1, 3); // the first people bring what is made once
            var before = await contender.MemoryAsync();
            await SeatAsync(people, contender, plan.IdleRooms, 3);
            each[name] = (await contender.MemoryAsync() - before) / 1024.0 / (plan.IdleRooms * 3);
        }
        figures.Add($"memory of an idle member, {plan.IdleRooms * 3} members: product against bare", each["product"], "KiB", each["bare"]);

        var members = plan.IdleRooms * 6;
        await using var crowded = await Contender.StartAsync("product", 1);
        await SeatAsync(people, crowded, plan.IdleRooms * 2, 3);
        figures.Add($"memory of a node with {members} idle members", await crowded.MemoryAsync() / 1024.0 / 1024, "MiB");
        var times = await Loads.OpenAsync(crowded, plan.ClosedLoop, perSecond: 50);
        figures.Add($"{members} members on a node, 50 messages/s: p50", Figures.Percentile(times, 0.5), "ms");
        figures.Add($"{members} members on a node, 50 messages/s: p99", Figures.Percentile(times, 0.99), "ms");
    }

    private static async Task WithAllAsync(People people, IReadOnlyList<string> names, int nodes, int rooms, int members, Func<IReadOnlyList<Contender>, Task> measure)
    {
        List<Contender> contenders = [];
        try
        {
            foreach (var name in names)
            {
                contenders.Add(await Contender.StartAsync(name, nodes));
                await SeatAsync(people, contenders[^1], rooms, members);
            }
            await measure(contenders);
        }
        finally
        {
            foreach (var contender in contenders) await contender.DisposeAsync();
        }
    }

    internal static async Task SeatAsync(People people, Contender contender, int rooms, int members)
    {
        if (contender.Name != "product")
        {
            await contender.SeatAsync([.. Enumerable.Range(0, rooms).Select(_ => Guid.CreateVersion7())], members, (_, _) => null);
            return;
        }
        await people.AddAsync(rooms, members);
        await contender.SeatAsync(people.Rooms, members, people.CookieOf);
    }

    private static async Task MakeNaiveTableAsync()
    {
        await using var naive = new NaiveDb(new DbContextOptionsBuilder<NaiveDb>().UseNpgsql(Stores.Postgres("odr_owner")).Options);
        await naive.GetService<IRelationalDatabaseCreator>().CreateTablesAsync();
    }
}
