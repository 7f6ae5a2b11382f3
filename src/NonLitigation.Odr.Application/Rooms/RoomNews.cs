using NonLitigation.Odr.Persistence.Rooms;

namespace NonLitigation.Odr.Application.Rooms;

/// <summary>What the push asks: news of many rooms and the rights of their people, in one round trip.</summary>
public sealed class RoomNews(RoomReading reading)
{
    public async Task<IReadOnlyList<RoomNow>> NowAsync(IReadOnlyCollection<Guid> rooms, CancellationToken cancellation) =>
        [.. (await reading.PulsesAsync(rooms, cancellation)).Select(p => new RoomNow(p))];

    /// <param name="after">For each room the last number pushed.</param>
    public async Task<(IReadOnlyList<RoomNow> Rooms, IReadOnlyList<PostedEntry> Entries)> SinceAsync(
        IReadOnlyDictionary<Guid, long> after, CancellationToken cancellation)
    {
        var (pulses, entries) = await reading.NewsAsync(after, cancellation);
        return ([.. pulses.Select(p => new RoomNow(p))], [.. entries.Select(e => new PostedEntry(e))]);
    }

    /// <summary>Everybody whom the record has in a room or in a lobby.</summary>
    public Task<IReadOnlyList<(Guid Room, Guid Person)>> HereAsync(CancellationToken cancellation) => reading.HereAsync(cancellation);
}
