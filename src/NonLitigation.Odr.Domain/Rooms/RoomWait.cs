namespace NonLitigation.Odr.Domain.Rooms;

/// <summary>
/// Somebody sits in a room's lobby, or has written what no mediator has read. It lasts until its cause is over; whoever is told of it is told once.
/// </summary>
public sealed class RoomWait
{
    private RoomWait() { }

    public Guid Id { get; private set; }
    public Guid RoomId { get; private set; }
    public Guid CaseId { get; private set; }
    /// <summary>Who sits in the lobby; null for words that nobody has read.</summary>
    public Guid? PersonId { get; private set; }
    public DateTimeOffset Since { get; private set; }
    /// <summary>The mediator has done something in the room since: whom he leaves in the lobby now, he leaves knowingly.</summary>
    public DateTimeOffset? AttendedAt { get; private set; }
    public DateTimeOffset? MediatorToldAt { get; private set; }
    public DateTimeOffset? OperatorsToldAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }

    public bool IsUnattended => EndedAt is null && AttendedAt is null;

    /// <param name="limit">How long one may go unheard.</param>
    /// <returns>Whether the mediator is to be told now.</returns>
    public bool TellsMediator(DateTimeOffset now, TimeSpan limit) => IsUnattended && MediatorToldAt is null && OperatorsToldAt is null && Since + limit <= now;

    /// <summary>After as long again his organisation is told.</summary>
    public bool TellsOperators(DateTimeOffset now, TimeSpan limit) => IsUnattended && OperatorsToldAt is null && Since + (limit * 2) <= now;

    public void MediatorWasTold(DateTimeOffset now) => MediatorToldAt ??= now;

    public void OperatorsWereTold(DateTimeOffset now) => OperatorsToldAt ??= now;
}
