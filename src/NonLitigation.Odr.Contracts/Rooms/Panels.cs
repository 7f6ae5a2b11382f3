namespace NonLitigation.Odr.Contracts.Rooms;

/// <summary>The presiding mediator asks colleagues into the case's panel; the first request opens it.</summary>
/// <param name="MediatorIds">1 to 10 mediators of the organisation that has the case.</param>
public sealed record AskIntoPanelRequest(IReadOnlyList<Guid> MediatorIds);

/// <param name="InPanel">Sits in the panel now.</param>
public sealed record PanelColleagueView(Guid MediatorId, Guid PersonId, string Name, bool InPanel);

/// <param name="RoomId">Null while there is no panel.</param>
/// <param name="Colleagues">Who could be asked in or has been.</param>
public sealed record PanelView(Guid? RoomId, IReadOnlyList<PanelColleagueView> Colleagues);
