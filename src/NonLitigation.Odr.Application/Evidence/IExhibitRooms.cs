using NonLitigation.Odr.Domain.Evidence;
using NonLitigation.Odr.Domain.Shared;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Evidence;

/// <summary>What exhibits need of rooms; the feature above keeps them.</summary>
public interface IExhibitRooms
{
    /// <summary>Whether the person is in the audience of that entry and may read it now.</summary>
    Task<bool> MayReadAsync(Guid personId, Guid roomId, long sequence, CancellationToken cancellation);

    /// <exception cref="RefusalException">The person could not show anything in the room at this moment.</exception>
    Task RefuseAsync(Guid personId, Guid roomId, CancellationToken cancellation);

    /// <summary>Shows the exhibit in its room, in the transaction that <paramref name="db"/> has open: the entry has its SHA-256.</summary>
    /// <returns>The entry's number.</returns>
    Task<long> ShowAsync(OdrDb db, Exhibit exhibit, CancellationToken cancellation);
}
