using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Rooms;

/// <summary>One point of an agenda.</summary>
/// <param name="Minutes">What it should take; nothing is cut off when it takes longer.</param>
/// <param name="Speaker">Who speaks first, in words; null: everybody.</param>
/// <param name="StartedAt">By the record's time; null before.</param>
public sealed record AgendaItem(Guid Id, string Title, int Minutes, string? Speaker, DateTimeOffset? StartedAt = null, DateTimeOffset? EndedAt = null)
{
    public bool Runs => StartedAt is not null && EndedAt is null;
}

/// <summary>What the mediator means to go through in a room, in order. At most one point runs. Each setting, start and end stands in the room's record.</summary>
public sealed class RoomAgenda
{
    public const int Most = 20, LongestTitle = 80, LongestSpeaker = 40, LongestMinutes = 240;

    private RoomAgenda() { }

    public RoomAgenda(Guid room) => RoomId = room;

    public Guid RoomId { get; private set; }
    /// <summary>Grows with each change; what is written must be based on the one before.</summary>
    public int Version { get; private set; }
    public IReadOnlyList<AgendaItem> Items { get; private set; } = [];

    /// <summary>Writes the agenda anew. A point that has begun stays as it is, wherever it stands in the new order.</summary>
    /// <exception cref="RefusalException">Somebody else has changed it, a point is not fit, or one that has begun is gone.</exception>
    public void Write(int basedOn, IReadOnlyList<AgendaItem> items)
    {
        AgendaRules.Changed.When(basedOn != Version);
        AgendaRules.TooMany.When(items.Count > Most);
        AgendaRules.Same.When(items.Select(one => one.Id).Distinct().Count() != items.Count || items.Any(one => one.Id == Guid.Empty));
        List<AgendaItem> written = [.. items.Select(one => Items.FirstOrDefault(old => old.Id == one.Id && old.StartedAt is not null) ?? Checked(one))];
        AgendaRules.Begun.When(Items.Any(old => old.StartedAt is not null && written.All(one => one.Id != old.Id)));
        (Items, Version) = (written, Version + 1);
    }

    /// <returns>What ends by it, and what begins; both null when it runs already.</returns>
    public (AgendaItem? Ended, AgendaItem? Started) Start(Guid id, DateTimeOffset at)
    {
        var next = Find(id);
        if (next.Runs) return (null, null);
        AgendaRules.Over.When(next.EndedAt is not null);
        var running = Items.FirstOrDefault(one => one.Runs);
        var ended = running is null ? null : Put(running with { EndedAt = at });
        return (ended, Put(next with { StartedAt = at }));
    }

    /// <returns>What ended; null when it had.</returns>
    public AgendaItem? End(Guid id, DateTimeOffset at)
    {
        var item = Find(id);
        if (item.EndedAt is not null) return null;
        AgendaRules.NotBegun.When(!item.Runs);
        return Put(item with { EndedAt = at });
    }

    private AgendaItem Find(Guid id)
    {
        var item = Items.FirstOrDefault(one => one.Id == id);
        AgendaRules.NoSuchItem.When(item is null);
        return item;
    }

    private AgendaItem Put(AgendaItem item)
    {
        (Items, Version) = ([.. Items.Select(one => one.Id == item.Id ? item : one)], Version + 1);
        return item;
    }

    private static AgendaItem Checked(AgendaItem item)
    {
        var (title, speaker) = (item.Title?.Trim() ?? "", item.Speaker?.Trim());
        AgendaRules.Title.When(title.Length is 0 or > LongestTitle || !PlainText.IsClean(title, severalLines: false));
        AgendaRules.Speaker.When(speaker is not null && (speaker.Length > LongestSpeaker || !PlainText.IsClean(speaker, severalLines: false)));
        AgendaRules.Minutes.When(item.Minutes is < 1 or > LongestMinutes);
        return new(item.Id, title, item.Minutes, string.IsNullOrEmpty(speaker) ? null : speaker);
    }
}
