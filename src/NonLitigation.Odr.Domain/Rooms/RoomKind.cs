namespace NonLitigation.Odr.Domain.Rooms;

public enum RoomKind { Joint, Caucus, Panel, Council, Butler, Practice }

/// <summary>State of a room's current sitting.</summary>
public enum SessionState { Scheduled, Lobby, Open, Adjourned, Closed }

/// <summary>A person's place in a room.</summary>
public enum Standing { Invited, Waiting, Admitted, Removed }

/// <remarks>Co-mediator: a colleague whom the presiding mediator asked into the panel; he speaks there and presides over nothing. Interpreter, expert, companion (relative, friend, neighbour) and observer are guests: nobody's side, never asked, never signing.</remarks>
public enum RoomRole { Mediator, Applicant, Respondent, Butler, Enterprise, Observer, System, Interpreter, Expert, Companion, CoMediator }
