using Microsoft.AspNetCore.SignalR;
using NonLitigation.Odr.Application.Rooms;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Persistence.Rooms;

namespace NonLitigation.Odr.Server.Rooms;

/// <summary>Hands entries to this node's connections: only to the audience of the record, only to whom the right is still given.</summary>
public sealed class RoomPusher(PageWriter writer, RoomFeeds feeds, MissedArrivals missed, IRoomSignals signals, TimeProvider time)
{
    /// <param name="entries">Ascending, all after the last one pushed.</param>
    public void Push(RoomFeed feed, RoomNow now, IReadOnlyList<PostedEntry> entries)
    {
        foreach (var page in feed.Pages) if (now.Of(page.Person) is Reach.None or Reach.Removed) Revoke(page, now);
        var pages = feed.Pages;
        List<PostedEntry> moved = [];
        foreach (var entry in entries)
        {
            if (entry.Sequence <= feed.Pushed) continue;
            EngineMeters.Delivery.Record((time.GetUtcNow() - entry.View.SentAt).TotalSeconds);
            SerializedHubMessage? written = null; // once for everybody, each protocol once
            foreach (var page in pages)
                if (now.MayRead(page.Person, entry)) writer.Send(page, written ??= RoomFrames.MessagePosted(entry.View));
            if (entry.MovesStanding) moved.Add(entry);
        }
        if (entries.Count > 0 && entries[^1].Sequence > feed.Pushed) feed.MoveTo(entries[^1].Sequence);
        // Before admission nothing shows that anything happens in the room: whoever waits hears of his own standing, and of the end.
        foreach (var page in moved.Count > 0 ? pages : [])
            if (now.Of(page.Person) == Reach.Admitted || moved.Any(entry => entry.ConcernsWhoWaits(page.Person))) writer.Send(page, RoomFrames.StandingChanged(feed.Room));
        if (moved.Exists(entry => entry.MovesCall)) signals.CallChanged(feed.Room);
        TellLobby(feed, now);
    }

    /// <summary>To each page the heads of the rooms it entered and may read.</summary>
    public void TellHeads(IReadOnlyList<RoomNow> rooms)
    {
        var byRoom = rooms.ToDictionary(r => r.RoomId);
        var at = time.GetUtcNow();
        foreach (var page in rooms.SelectMany(room => feeds.Of(room.RoomId)?.Pages ?? []).Distinct())
        {
            var heads = new List<HeadView>();
            foreach (var room in page.Rooms.Keys)
            {
                if (!byRoom.TryGetValue(room, out var now)) continue;
                if (now.Of(page.Person) == Reach.Admitted) heads.Add(new(room, now.HeadFor(page.Person)));
                if (now.Misses(page.Person)) missed.Add(room, page.Person);
            }
            if (heads.Count > 0) writer.Send(page, RoomFrames.HeadsMoved(new(heads, at)));
        }
    }

    private void TellLobby(RoomFeed feed, RoomNow now)
    {
        if (feed.Lobby.Count == 0 && !now.AnybodyWaits) return;
        var lobby = now.Lobby;
        if (feed.Lobby.SetEquals(lobby.Waiting.Select(m => m.PersonId))) return;
        var (frame, told) = (RoomFrames.LobbyChanged(lobby), true);
        foreach (var page in feed.Pages) if (now.Presides(page.Person)) told &= writer.Send(page, frame);
        if (told) feed.Lobby = [.. lobby.Waiting.Select(m => m.PersonId)]; // else again at the next look: no heartbeat would tell who waits
    }

    private void Revoke(OpenPage page, RoomNow now)
    {
        feeds.Leave(page.ConnectionId, now.RoomId);
        if (now.Of(page.Person) == Reach.Removed) writer.Send(page, RoomFrames.AccessRevoked(now.RoomId));
    }
}
