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
            var open = feeds.Pages.ToList();
            foreach (var page in open.Where(page => !told.Contains(page.ConnectionId)))
                if (pages.Send(page, RoomFrames.NodeDraining((int)spread.TotalMilliseconds))) told.Add(page.ConnectionId);
            if (open.Count == 0) return;
            await Task.Delay(Look, CancellationToken.None);
        }
    }
}
