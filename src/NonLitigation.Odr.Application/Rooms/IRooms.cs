using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Rooms;

/// <summary>What other features do with rooms. Each works inside the transaction that <paramref name="db"/> has open, or in one of its own.</summary>
public interface IRooms
{
    /// <summary>The standing private room of an enterprise and its butlers: always open, no lobby.</summary>
    Task<Guid> CreateButlerRoomAsync(OdrDb db, Guid enterpriseId, string name, string nameEn, IReadOnlyList<RoomMember> members, CancellationToken cancellation);

    /// <summary>Puts a person on the roster; nothing happens when he is there.</summary>
    Task AddMemberAsync(OdrDb db, Guid roomId, RoomMember member, CancellationToken cancellation);

    /// <summary>Ends a person's right at once, in open sockets too.</summary>
    Task RemoveMemberAsync(OdrDb db, Guid roomId, Guid personId, string reason, CancellationToken cancellation);

    Task<Guid?> JointRoomOfAsync(OdrDb db, Guid caseId, CancellationToken cancellation);
}
