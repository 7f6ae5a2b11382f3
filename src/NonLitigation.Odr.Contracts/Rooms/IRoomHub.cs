namespace NonLitigation.Odr.Contracts.Rooms;

/// <summary>Commands of the one hub, <c>/hubs/rooms</c>. Every refusal is a HubException whose message is a RefusalView as JSON.</summary>
public interface IRoomHub
{
    /// <summary>Subscribes this connection to a room and returns where it stands. Before admission the person waits in the lobby and gets no entries.</summary>
    Task<RoomSnapshot> EnterRoom(EnterRoomRequest request);
    Task LeaveRoom(LeaveRoomRequest request);
    Task<MessageReceipt> PostMessage(PostMessageRequest request);
    Task<EntriesPage> ReadEntries(ReadEntriesRequest request);
    Task MarkRead(MarkReadRequest request);
    Task SetTyping(SetTypingRequest request);
    Task<HeadsView> ReadHeads();
    Task Admit(AdmitRequest request);
    Task RemoveFromRoom(RemoveFromRoomRequest request);
    Task OpenSession(OpenSessionRequest request);
    Task AdjournSession(AdjournSessionRequest request);
    Task CloseSession(CloseSessionRequest request);
    Task<RoomView> OpenCaucus(OpenCaucusRequest request);
    Task OpenCall(OpenCallRequest request);
    Task EndCall(EndCallRequest request);
    Task<CallTicketView> JoinCall(JoinCallRequest request);
    Task LeaveCall(LeaveCallRequest request);
    Task SetCallMedia(SetCallMediaRequest request);
    Task MuteInCall(MuteInCallRequest request);
    Task SendCallSignal(SendCallSignalRequest request);
}
