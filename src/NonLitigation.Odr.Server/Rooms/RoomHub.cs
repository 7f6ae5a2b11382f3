using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;
using NonLitigation.Odr.Application.Rooms;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Server.Shared;

namespace NonLitigation.Odr.Server.Rooms;

/// <summary>Names the caller, calls the use case. Everything that can be refused is refused there.</summary>
[Authorize]
public sealed class RoomHub(
    RoomFeeds feeds, RoomReader reader, OpenSockets sockets, RoomPresence presence, EnterRoom enter, PostMessage post, ReadEntries entries, MarkRead read, SetTyping typing, ReadHeads heads,
    PresideOverRoom presiding, OpenCaucus caucus, PresideOverCall call, SetCallMedia media, SendCallSignal signal, RoomCalls calls, IRoomSignals signals) : Hub<IRoomClient>, IRoomHub
{
    private Caller Caller => Context.ToCaller();
    private CancellationToken Cancellation => Context.ConnectionAborted;

    [Shows(SecuredObject.JointRoom, SecuredObject.Caucus, SecuredObject.Panel, SecuredObject.Enterprise)]
    public async Task<RoomSnapshot> EnterRoom(EnterRoomRequest request)
    {
        // First listening, then reading: what comes in between is heard twice, never missed.
        await reader.ListenToAsync(Context.ConnectionId, request.RoomId, Cancellation);
        try
        {
            var snapshot = await enter.Handle(Caller, request, Cancellation);
            await presence.EnteredAsync(new(request.RoomId, Caller.Person, Context.ConnectionId));
            if (snapshot.CallOpen) signals.CallChanged(request.RoomId);
            return snapshot;
        }
        catch
        {
            feeds.Leave(Context.ConnectionId, request.RoomId);
            throw;
        }
    }

    [Shows(SecuredObject.JointRoom, SecuredObject.Caucus, SecuredObject.Panel, SecuredObject.Enterprise)]
    public Task LeaveRoom(LeaveRoomRequest request)
    {
        feeds.Leave(Context.ConnectionId, request.RoomId);
        return presence.LeftAsync(new(request.RoomId, Caller.Person, Context.ConnectionId), Caller, Cancellation);
    }

    [Shows(SecuredObject.JointRoom, SecuredObject.Caucus, SecuredObject.Panel, SecuredObject.Enterprise)]
    public Task<MessageReceipt> PostMessage(PostMessageRequest request) => post.Handle(Caller, request, Cancellation);

    [Shows(SecuredObject.JointRoom, SecuredObject.Caucus, SecuredObject.Panel, SecuredObject.Enterprise)]
    public Task<EntriesPage> ReadEntries(ReadEntriesRequest request) => entries.Handle(Caller, request, Cancellation);

    [Shows(SecuredObject.JointRoom, SecuredObject.Caucus, SecuredObject.Panel, SecuredObject.Enterprise)]
    public Task MarkRead(MarkReadRequest request) => read.Handle(Caller, request, Cancellation);

    [Shows(SecuredObject.JointRoom, SecuredObject.Caucus, SecuredObject.Panel, SecuredObject.Enterprise)]
    public Task SetTyping(SetTypingRequest request) => typing.Handle(Caller, request, Cancellation);

    [Shows(SecuredObject.Own)]
    public Task<HeadsView> ReadHeads() => heads.Handle(Caller, Cancellation);

    [Shows(SecuredObject.CasePresiding)]
    public Task Admit(AdmitRequest request) => presiding.Handle(Caller, request, Cancellation);

    [Shows(SecuredObject.CasePresiding)]
    public Task RemoveFromRoom(RemoveFromRoomRequest request) => presiding.Handle(Caller, request, Cancellation);

    [Shows(SecuredObject.CasePresiding)]
    public Task OpenSession(OpenSessionRequest request) => presiding.Handle(Caller, request, Cancellation);

    [Shows(SecuredObject.CasePresiding)]
    public Task AdjournSession(AdjournSessionRequest request) => presiding.Handle(Caller, request, Cancellation);

    [Shows(SecuredObject.CasePresiding)]
    public Task CloseSession(CloseSessionRequest request) => presiding.Handle(Caller, request, Cancellation);

    [Shows(SecuredObject.CasePresiding)]
    public Task<RoomView> OpenCaucus(OpenCaucusRequest request) => caucus.Handle(Caller, request, Cancellation);

    [Shows(SecuredObject.CasePresiding)]
    public Task OpenCall(OpenCallRequest request) => call.Handle(Caller, request, Cancellation);

    [Shows(SecuredObject.CasePresiding)]
    public Task EndCall(EndCallRequest request) => call.Handle(Caller, request, Cancellation);

    [Shows(SecuredObject.CasePresiding)]
    public Task MuteInCall(MuteInCallRequest request) => call.Handle(Caller, request, Cancellation);

    [Shows(SecuredObject.JointRoom, SecuredObject.Caucus, SecuredObject.Panel, SecuredObject.Enterprise)]
    public Task<CallTicketView> JoinCall(JoinCallRequest request) => calls.JoinAsync(Context.ConnectionId, Caller, request, Cancellation);

    [Shows(SecuredObject.JointRoom, SecuredObject.Caucus, SecuredObject.Panel, SecuredObject.Enterprise)]
    public Task LeaveCall(LeaveCallRequest request) => calls.LeaveAsync(Context.ConnectionId, Caller, request, Cancellation);

    [Shows(SecuredObject.JointRoom, SecuredObject.Caucus, SecuredObject.Panel, SecuredObject.Enterprise)]
    public Task SetCallMedia(SetCallMediaRequest request) => media.Handle(Caller, request, Cancellation);

    [Shows(SecuredObject.JointRoom, SecuredObject.Caucus, SecuredObject.Panel, SecuredObject.Enterprise)]
    public Task SendCallSignal(SendCallSignalRequest request) => signal.Handle(Caller, request, Cancellation);

    public override async Task OnConnectedAsync()
    {
        await sockets.OpenedAsync(Context);
        feeds.Connected(Context.ConnectionId, Caller.Person);
        await base.OnConnectedAsync();
    }

    public override async Task OnDisconnectedAsync(Exception? exception)
    {
        sockets.Closed(Context);
        calls.Let(Context.ConnectionId);
        if (feeds.Disconnected(Context.ConnectionId) is { } page) await presence.DisconnectedAsync(page);
        await base.OnDisconnectedAsync(exception);
    }
}
