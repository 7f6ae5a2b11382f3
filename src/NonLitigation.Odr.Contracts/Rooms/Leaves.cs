namespace NonLitigation.Odr.Contracts.Rooms;

/// <param name="Id">UUIDv7 made by the page; a repeat changes nothing.</param>
/// <param name="FirstDay">Whole days of China, both included.</param>
public sealed record TakeLeaveRequest(Guid Id, DateOnly FirstDay, DateOnly LastDay);

/// <param name="Clashes">Sittings of the mediator that are fixed or proposed on these days: to be moved, called off, or the case handed over.</param>
public sealed record LeaveView(Guid Id, DateOnly FirstDay, DateOnly LastDay, IReadOnlyList<OwnSittingView> Clashes);
