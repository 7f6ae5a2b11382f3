using NonLitigation.Odr.Contracts.Shared;

namespace NonLitigation.Odr.Contracts.Rooms;

/// <summary>Events of the hub. Entries come through MessagePosted alone; the rest may be lost without harm.</summary>
public interface IRoomClient
{
    /// <summary>A new entry of the transcript, of any kind; the sender gets it too.</summary>
    Task MessagePosted(EntryView entry);
    /// <summary>The caller's standing in a room changed (admitted, removed, session opened …): fetch the snapshot again.</summary>
    Task StandingChanged(Guid roomId);
    Task ReadPositionMoved(ReadPositionView position);
    Task PresenceChanged(PresenceView presence);
    Task TypingChanged(TypingView typing);
    Task LobbyChanged(LobbyView lobby);
    /// <summary>Heartbeat, every ten seconds and after each recovery: heads of the rooms this connection entered.</summary>
    Task HeadsMoved(HeadsView heads);
    /// <summary>Nothing more will come from this room to this person.</summary>
    Task AccessRevoked(Guid roomId);
    /// <summary>This node goes away: open a new line at a random moment within so many milliseconds; it will be answered by another node.</summary>
    Task NodeDraining(int withinMs);
    /// <summary>Who is in a room's call now; the whole of it each time.</summary>
    Task CallChanged(CallView call);
    /// <summary>From one page in a call to one other.</summary>
    Task CallSignalled(CallSignalView signal);
    /// <summary>A personal nudge: ask again for what is shown of this.</summary>
    Task Changed(ChangeTopic topic, Guid id);
}
