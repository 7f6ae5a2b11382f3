using NonLitigation.Odr.Server.Shared;

namespace NonLitigation.Odr.Server.Rooms;

/// <summary>Tells every open page of this node to open a line elsewhere and waits until they have gone.</summary>
public sealed class DrainRooms(PageWriter pages, RoomFeeds feeds) : IDrainStep
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    public async Task DrainAsync(TimeSpan spread, CancellationToken cancellation)
    {
        // Who was connecting when the fence came down shows up a moment later.
        var told = new HashSet<string>();
        while (!cancellation.IsCancellationRequested)
        {
            if (Tell(spread, told) == 0) return;
            await Task.Delay(Look, CancellationToken.None);
        }
    }

    /// <summary>Asks every open page that is not among those <paramref name="told"/> already.</summary>
    /// <returns>How many are open.</returns>
    internal int Tell(TimeSpan spread, HashSet<string> told)
    {
        var open = feeds.Pages.ToList();
        foreach (var page in open.Where(page => !told.Contains(page.ConnectionId)))
            if (pages.Send(page, RoomFrames.NodeDraining((int)spread.TotalMilliseconds))) told.Add(page.ConnectionId);
        return open.Count;
    }
}
