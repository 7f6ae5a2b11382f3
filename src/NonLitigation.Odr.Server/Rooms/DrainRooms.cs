using Microsoft.AspNetCore.SignalR;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Server.Shared;

namespace NonLitigation.Odr.Server.Rooms;

/// <summary>Tells every open page of this node to open a line elsewhere and waits until they have gone.</summary>
public sealed class DrainRooms(IHubContext<RoomHub, IRoomClient> hub, RoomFeeds feeds) : IDrainStep
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    public async Task DrainAsync(TimeSpan spread, CancellationToken cancellation)
    {
        // Who was connecting when the fence came down shows up a moment later.
        var told = new HashSet<string>();
        while (!cancellation.IsCancellationRequested)
        {
            var pages = feeds.Pages.Select(page => page.ConnectionId).ToList();
            foreach (var page in pages.Where(told.Add)) _ = hub.Clients.Client(page).NodeDraining((int)spread.TotalMilliseconds);
            if (pages.Count == 0) return;
            await Task.Delay(Look, CancellationToken.None);
        }
    }
}
