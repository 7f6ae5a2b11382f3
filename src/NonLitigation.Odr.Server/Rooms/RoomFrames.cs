using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Contracts.Shared;

namespace NonLitigation.Odr.Server.Rooms;

/// <summary>The events of <see cref="IRoomClient"/> as frames: written once, however many pages they go to.</summary>
internal static class RoomFrames
{
    public static SerializedHubMessage MessagePosted(EntryView entry) => Of(nameof(IRoomClient.MessagePosted), entry);
    public static SerializedHubMessage StandingChanged(Guid room) => Of(nameof(IRoomClient.StandingChanged), room);
    public static SerializedHubMessage LobbyChanged(LobbyView lobby) => Of(nameof(IRoomClient.LobbyChanged), lobby);
    public static SerializedHubMessage HeadsMoved(HeadsView heads) => Of(nameof(IRoomClient.HeadsMoved), heads);
    public static SerializedHubMessage AccessRevoked(Guid room) => Of(nameof(IRoomClient.AccessRevoked), room);
    public static SerializedHubMessage NodeDraining(int withinMs) => Of(nameof(IRoomClient.NodeDraining), withinMs);
    public static SerializedHubMessage Of(Signal signal) => Of(signal.Event, [.. signal.Arguments]);

    private static SerializedHubMessage Of(string name, params object?[] arguments) => new(new InvocationMessage(name, arguments));
}

/// <summary>An event that may be lost, as it goes from node to node.</summary>
/// <param name="Event">A name of <see cref="IRoomClient"/>.</param>
/// <param name="Arguments">Ids, flags, times; never a word that somebody wrote. Of a call also what two pages need to find each other.</param>
internal sealed record Signal(string Event, IReadOnlyList<object> Arguments)
{
    public static Signal ReadPositionMoved(ReadPositionView position) => new(nameof(IRoomClient.ReadPositionMoved), [position]);
    public static Signal TypingChanged(TypingView typing) => new(nameof(IRoomClient.TypingChanged), [typing]);
    public static Signal PresenceChanged(PresenceView presence) => new(nameof(IRoomClient.PresenceChanged), [presence]);
    public static Signal CallChanged(CallView call) => new(nameof(IRoomClient.CallChanged), [call]);
    public static Signal CallSignalled(CallSignalView signal) => new(nameof(IRoomClient.CallSignalled), [signal]);
    public static Signal Changed(ChangeTopic topic, Guid id) => new(nameof(IRoomClient.Changed), [topic, id]);
}
