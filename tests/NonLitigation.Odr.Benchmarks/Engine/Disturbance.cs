using System.Net.WebSockets;
using System.Text;
using NonLitigation.Odr.Contracts.Rooms;

namespace NonLitigation.Odr.Benchmarks.Engine;

/// <summary>What others feel of one person who floods the hub, and of one who sends it nonsense; the limits are on, as shipped. Failure-mode rows K8, K9.</summary>
internal static class Disturbance
{
    private const int Rooms = 100, PerSecond = 300, FramesPerSecond = 1_000;

    public static async Task RunAsync(Plan plan, People people, Figures figures)
    {
        await using var contender = await Contender.StartAsync("product", 1, limits: true);
        await people.AddAsync(Rooms + 1, 3);
        await contender.SeatAsync(people.Rooms, 3, people.CookieOf);
        var quiet = people.Rooms[Rooms];
        contender.Without(Rooms); // the last room is the disturber's
        await Loads.OpenAsync(contender, plan.WarmUp, PerSecond);
        List<double> alone = [], flooded = [], fuzzed = [];
        var (frames, nonsense) = (0, 0);
        for (var round = 0; round < plan.Rounds; round++)
        {
            alone.Add(await P99Async(contender, plan));
            using (var over = new CancellationTokenSource())
            {
                var flood = DisturbAsync(contender, people.CookieOf(Rooms, 1), () => Encoding.UTF8.GetBytes($$"""{"type":1,"invocationId":"1","target":"PostMessage","arguments":[{"roomId":"{{quiet}}","clientMessageId":"{{Guid.CreateVersion7()}}","text":"洪水"}]}""" + "\u001e"), over.Token);
                flooded.Add(await P99Async(contender, plan));
                await over.CancelAsync();
                frames += await flood;
            }
            using (var over = new CancellationTokenSource())
            {
                var random = new Random(round);
                var fuzz = DisturbAsync(contender, people.CookieOf(Rooms, 2), () => Nonsense(random, quiet), over.Token);
                fuzzed.Add(await P99Async(contender, plan));
                await over.CancelAsync();
                nonsense += await fuzz;
            }
        }
        figures.Add($"others' p99 beside a flood of {FramesPerSecond} frames/s ({frames} sent) against without", Figures.Median(flooded), "ms", Figures.Median(alone));
        figures.Add($"others' p99 beside {FramesPerSecond} broken frames/s ({nonsense} sent) against without", Figures.Median(fuzzed), "ms", Figures.Median(alone));
    }

    private static async Task<double> P99Async(Contender contender, Plan plan) => Figures.Percentile(await Loads.OpenAsync(contender, plan.OpenLoop, PerSecond), 0.99);

    /// <summary>Sends frames at the given pace and comes back whenever the service has ended the line.</summary>
    private static async Task<int> DisturbAsync(Contender contender, string? cookie, Func<byte[]> frame, CancellationToken over)
    {
        var sent = 0;
        while (!over.IsCancellationRequested)
        {
            using var socket = new ClientWebSocket();
            try
            {
                socket.Options.SetRequestHeader("Cookie", cookie);
                await socket.ConnectAsync(new Uri(contender.FirstNode.AbsoluteUri.Replace("http", "ws", StringComparison.Ordinal) + "hubs/rooms"), over);
                await socket.SendAsync("{\"protocol\":\"json\",\"version\":1}\u001e"u8.ToArray(), WebSocketMessageType.Text, true, over);
                var reading = DrainAsync(socket, over);
                using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
                while (!reading.IsCompleted && await pace.WaitForNextTickAsync(over))
                    for (var i = 0; i < FramesPerSecond / 100 && socket.State == WebSocketState.Open; i++, sent++) await socket.SendAsync(frame(), WebSocketMessageType.Text, true, over);
            }
            catch (Exception ended) when (ended is WebSocketException or OperationCanceledException)
            {
                continue; // closed for what was sent, as it should be
            }
        }
        return sent;
    }

    private static async Task DrainAsync(ClientWebSocket socket, CancellationToken over)
    {
        var buffer = new byte[16_384];
        try
        {
            while ((await socket.ReceiveAsync(buffer.AsMemory(), over)).MessageType != WebSocketMessageType.Close) continue;
        }
        catch (Exception ended) when (ended is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            return;
        }
    }

    private static byte[] Nonsense(Random random, Guid room)
    {
        var frame = Encoding.UTF8.GetBytes($$"""{"type":1,"invocationId":"{{random.Next(9)}}","target":"{{new[] { nameof(IRoomHub.PostMessage), nameof(IRoomHub.ReadEntries), "Nothing", "" }[random.Next(4)]}}","arguments":[{"roomId":"{{room}}","after":{{random.NextInt64()}},"text":null}]}""" + "\u001e");
        for (var i = random.Next(6); i > 0; i--) frame[random.Next(frame.Length)] = (byte)random.Next(256);
        return frame;
    }
}
