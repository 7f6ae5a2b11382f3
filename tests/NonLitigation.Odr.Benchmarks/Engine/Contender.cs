using System.Diagnostics;
using System.Globalization;
using NonLitigation.Odr.Benchmarks.Hosts;
using NonLitigation.Odr.Contracts.Rooms;

namespace NonLitigation.Odr.Benchmarks.Engine;

/// <summary>One of the servers compared: its processes, and rooms full of people who are connected to it, spread over its nodes.</summary>
internal sealed class Contender(string name, IReadOnlyList<Uri> nodes, IReadOnlyList<Process> processes) : IAsyncDisposable
{
    /// <summary>The contender that is a Node.js server.</summary>
    public const string SocketIo = "socketio";

    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(60) };
    private readonly List<Line> _lines = [];

    public string Name => name;
    public Uri FirstNode => nodes[0];
    public IEnumerable<int> Processes => processes.Select(p => p.Id);
    public Flights Flights { get; private set; } = new();
    public IReadOnlyList<IReadOnlyList<Line>> Rooms { get; private set; } = [];
    public IReadOnlyList<Guid> RoomIds { get; private set; } = [];

    /// <summary>Starts the server's processes and waits until each says that it is ready.</summary>
    /// <param name="limits">Whether the product limits how much a person may ask of it.</param>
    public static async Task<Contender> StartAsync(string name, int nodes, bool limits = false)
    {
        List<Uri> addresses = [];
        List<Process> processes = [];
        for (var i = 0; i < nodes; i++)
        {
            var address = new Uri($"http://127.0.0.1:{FreePort()}/");
            processes.Add(Process.Start(name == SocketIo ? Node(address) : Dotnet(name, address, limits))!);
            addresses.Add(address);
        }
        foreach (var (address, process) in addresses.Zip(processes)) await ReadyAsync(name, address, process);
        return new(name, addresses, processes);
    }

    private static ProcessStartInfo Dotnet(string name, Uri address, bool limits)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { UseShellExecute = false };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet") start.ArgumentList.Add(typeof(Contender).Assembly.Location);
        start.Environment["DOTNET_gcServer"] = "1"; // as every web application has it that is published as one, the product too
        start.Environment["ODR_BENCH_LIMITS"] = limits ? "true" : "false";
        foreach (var word in new[] { "serve", name, address.GetLeftPart(UriPartial.Authority) }) start.ArgumentList.Add(word);
        return start;
    }

    private static ProcessStartInfo Node(Uri address)
    {
        var owner = new Npgsql.NpgsqlConnectionStringBuilder(Stores.Postgres("odr_owner"));
        var start = new ProcessStartInfo("node", ["--expose-gc", Path.Combine(Stores.SocketIo, "server.mjs"), address.Port.ToString(CultureInfo.InvariantCulture)]) { UseShellExecute = false };
        start.Environment["ODR_BENCH_OWNER_URI"] = $"postgres://{owner.Username}:{owner.Password}@{owner.Host}:{owner.Port}/{owner.Database}";
        start.Environment["ODR_BENCH_REDIS_URI"] = Stores.RedisUri;
        return start;
    }

    /// <summary>Seats everybody: member <c>m</c> of a room is connected to node <c>m mod nodes</c>.</summary>
    /// <param name="cookies">Of each person of each room; null where nobody signs in.</param>
    public async Task SeatAsync(IReadOnlyList<Guid> rooms, int members, Func<int, int, string?> cookies)
    {
        await LeaveAsync();
        RoomIds = rooms;
        var seated = new IReadOnlyList<Line>[rooms.Count];
        await Parallel.ForAsync(0, rooms.Count, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (room, _) =>
        {
            var lines = new Line[members];
            for (var m = 0; m < members; m++)
            {
                lines[m] = await Line.OpenAsync(nodes[m % nodes.Count], name == SocketIo ? new SocketIoDialect() : new SignalRDialect(), cookies(room, m), id => Flights.Arrived(id));
                await lines[m].AskAsync(nameof(IRoomHub.EnterRoom), new EnterRoomRequest(rooms[room], null));
            }
            seated[room] = lines;
        });
        Rooms = seated;
        _lines.AddRange(seated.SelectMany(l => l));
    }

    /// <summary>Leaves out the rooms from this one on: their people stay connected and are not asked for anything.</summary>
    public void Without(int from) => (Rooms, RoomIds) = ([.. Rooms.Take(from)], [.. RoomIds.Take(from)]);

    /// <summary>A fresh count; earlier messages no longer matter.</summary>
    public Flights Recount() => Flights = new();

    /// <summary>Resident memory of all its processes, in bytes, after garbage was collected.</summary>
    public async Task<long> MemoryAsync()
    {
        long sum = 0;
        foreach (var node in nodes) sum += long.Parse(await Http.GetStringAsync(new Uri(node, "bench/settle")), CultureInfo.InvariantCulture);
        return sum;
    }

    public async Task LeaveAsync()
    {
        await Task.WhenAll(_lines.Select(async line => await line.DisposeAsync()));
        _lines.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        await LeaveAsync();
        foreach (var process in processes)
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
        }
    }

    private static async Task ReadyAsync(string name, Uri address, Process process)
    {
        for (var end = DateTime.UtcNow.AddSeconds(60); ; await Task.Delay(100))
        {
            if (process.HasExited || DateTime.UtcNow > end) throw new InvalidOperationException($"{name} did not become ready.");
            try
            {
                using var answer = await Http.GetAsync(new Uri(address, "health/ready"));
                if (answer.IsSuccessStatusCode) return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet: asked again until the time is over.
                continue;
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }
}
