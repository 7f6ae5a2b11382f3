using System.Diagnostics;
using NonLitigation.Odr.Contracts.Rooms;

namespace NonLitigation.Odr.Benchmarks.Engine;

/// <summary>The two ways of asking a server for work.</summary>
internal static class Loads
{
    private static readonly string Text = "我三月份的工资一直没有发，船东说要等卖了鱼才有钱，我想知道什么时候能给。";

    /// <summary>
    /// Open loop: every member of every room sends one message a second (or all together <paramref name="perSecond"/>), evenly spread, whether or
    /// not the server keeps up. A message's time counts from the moment it was meant to be sent.
    /// </summary>
    /// <returns>Milliseconds until all members had it, for each message.</returns>
    /// <exception cref="InvalidOperationException">Messages that never arrived, or were refused.</exception>
    public static async Task<IReadOnlyList<double>> OpenAsync(Contender contender, TimeSpan duration, int? perSecond = null)
    {
        var flights = contender.Recount();
        var (rooms, members) = (contender.Rooms.Count, contender.Rooms[0].Count);
        var rate = perSecond ?? rooms * members;
        var gap = Stopwatch.Frequency / (double)rate;
        var count = (int)(duration.TotalSeconds * rate);
        var posts = new List<Task>(count);
        await Task.Factory.StartNew(() =>
        {
            var start = Stopwatch.GetTimestamp();
            for (var n = 0; n < count; n++)
            {
                var due = start + (long)(n * gap);
                WaitUntil(due);
                posts.Add(Post(contender, flights, n % rooms, n / rooms % members, due));
            }
        }, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        await Task.WhenAll(posts).WaitAsync(TimeSpan.FromSeconds(60));
        return [.. flights.Done];
    }

    /// <summary>Closed loop: in every room one message is on its way at any time; the next is sent when everybody has it and its author his receipt.</summary>
    /// <returns>Messages a second that reached everybody.</returns>
    public static async Task<double> ClosedAsync(Contender contender, TimeSpan duration)
    {
        var flights = contender.Recount();
        var start = Stopwatch.GetTimestamp();
        var end = start + (long)(duration.TotalSeconds * Stopwatch.Frequency);
        await Task.WhenAll(Enumerable.Range(0, contender.Rooms.Count).Select(async room =>
        {
            for (var n = 0; Stopwatch.GetTimestamp() < end; n++) await Post(contender, flights, room, n % contender.Rooms[room].Count, Stopwatch.GetTimestamp());
        })).WaitAsync(duration + TimeSpan.FromSeconds(60));
        return flights.Done.Count / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static Task Post(Contender contender, Flights flights, int room, int member, long intended)
    {
        var id = Guid.CreateVersion7();
        var landed = flights.Start(id, intended, contender.Rooms[room].Count);
        return Task.WhenAll(contender.Rooms[room][member].AskAsync(nameof(IRoomHub.PostMessage), new PostMessageRequest(contender.RoomIds[room], id, Text, null)), landed);
    }

    /// <summary>Sleeps while there is time, and only then waits actively: exact to some microseconds at little cost.</summary>
    private static void WaitUntil(long due)
    {
        while (due - Stopwatch.GetTimestamp() is > 0 and var left)
        {
            if (left > Stopwatch.Frequency / 700) Thread.Sleep(1);
            else Thread.Yield();
        }
    }
}
