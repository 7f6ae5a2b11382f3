using System.Threading.Channels;

namespace NonLitigation.Odr.Server.Rooms;

/// <summary>People whose page is open in a room while the record has them gone: their sign of life came late.</summary>
public sealed class MissedArrivals
{
    private readonly Channel<(Guid Room, Guid Person)> _queue = Channel.CreateBounded<(Guid, Guid)>(new BoundedChannelOptions(1_024) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Add(Guid room, Guid person) => _queue.Writer.TryWrite((room, person));

    public bool TryTake(out (Guid Room, Guid Person) missed) => _queue.Reader.TryRead(out missed);
}
