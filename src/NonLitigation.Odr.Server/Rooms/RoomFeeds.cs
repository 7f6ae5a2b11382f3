using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;

namespace NonLitigation.Odr.Server.Rooms;

/// <summary>An open page of a person at this node.</summary>
public sealed class OpenPage(string connectionId, Guid person, HubConnectionContext? line)
{
    public string ConnectionId { get; } = connectionId;
    public Guid Person { get; } = person;
    internal HubConnectionContext? Line { get; } = line;
    // Small ones: most people have one or two rooms open, and there may be thousands of people.
    public ConcurrentDictionary<Guid, byte> Rooms { get; } = new(1, 2);
    /// <summary>Messages handed to the connection and not yet taken by it.</summary>
    internal int InFlight;
}

/// <summary>A room that people at this node have entered.</summary>
public sealed class RoomFeed(Guid room)
{
    public Guid Room { get; } = room;
    private volatile OpenPage[] _pages = [];
    private long _pushed = -1;

    /// <summary>As they are at this moment: an array, because a push walks over it for each entry and a room changes seldom.</summary>
    public IReadOnlyList<OpenPage> Pages => _pages;

    /// <summary>Last number pushed; null until <see cref="StartAt"/>.</summary>
    internal long? Pushed => Volatile.Read(ref _pushed) is >= 0 and var pushed ? pushed : null;

    /// <summary>Where pushing begins. Set before the first page reads its snapshot: whatever is younger is pushed, whatever is older is in the snapshot.</summary>
    internal void StartAt(long head) => Interlocked.CompareExchange(ref _pushed, head, -1);

    /// <summary>Only the reader moves on.</summary>
    internal void MoveTo(long sequence) => Volatile.Write(ref _pushed, sequence);

    /// <summary>Under the lock of <see cref="RoomFeeds"/>, as is <see cref="Remove"/>.</summary>
    internal void Add(OpenPage page)
    {
        if (!_pages.Contains(page)) _pages = [.. _pages, page];
    }

    internal void Remove(string connectionId) => _pages = [.. _pages.Where(page => page.ConnectionId != connectionId)];

    /// <summary>Who waited when those who preside were last told. Only the reader touches it.</summary>
    internal HashSet<Guid> Lobby = [];
}

/// <summary>Who of this node's connections is in which room. Right is not kept here: it is asked at each push.</summary>
public sealed class RoomFeeds(OpenLines lines)
{
    private readonly ConcurrentDictionary<string, OpenPage> _pages = new();
    private readonly ConcurrentDictionary<Guid, OpenPage[]> _persons = new();
    private readonly ConcurrentDictionary<Guid, RoomFeed> _rooms = new();
    private readonly Lock _gate = new();

    public ICollection<Guid> Rooms => _rooms.Keys;
    public IEnumerable<OpenPage> Pages => _pages.Values;

    public RoomFeed? Of(Guid room) => _rooms.GetValueOrDefault(room);

    public IReadOnlyList<OpenPage> PagesOf(Guid person) => _persons.GetValueOrDefault(person, []);

    public OpenPage Connected(string connectionId, Guid person)
    {
        var page = _pages[connectionId] = new(connectionId, person, lines.Of(connectionId));
        lock (_gate) _persons[person] = [.. PagesOf(person), page];
        return page;
    }

    public void Enter(string connectionId, Guid room)
    {
        if (!_pages.TryGetValue(connectionId, out var page)) return;
        lock (_gate)
        {
            _rooms.GetOrAdd(room, r => new(r)).Add(page);
            page.Rooms[room] = 0;
        }
    }

    public void Leave(string connectionId, Guid room)
    {
        lock (_gate)
        {
            if (_pages.TryGetValue(connectionId, out var page)) page.Rooms.TryRemove(room, out _);
            if (!_rooms.TryGetValue(room, out var feed)) return;
            feed.Remove(connectionId);
            if (feed.Pages.Count == 0) _rooms.TryRemove(room, out _);
        }
    }

    public OpenPage? Disconnected(string connectionId)
    {
        if (!_pages.TryGetValue(connectionId, out var page)) return null;
        foreach (var room in page.Rooms.Keys.ToList())
        {
            Leave(connectionId, room);
            page.Rooms[room] = 0; // who asks afterwards learns which rooms he was in
        }
        _pages.TryRemove(connectionId, out _);
        lock (_gate)
        {
            if (PagesOf(page.Person).Where(p => p != page).ToArray() is { Length: > 0 } others) _persons[page.Person] = others;
            else _persons.TryRemove(page.Person, out _);
        }
        return page;
    }
}
