using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Persistence.Rooms;

namespace NonLitigation.Odr.Application.Rooms;

/// <summary>The presiding mediator's acts on people and on the sitting. Who may do each is decided by <see cref="RoomState"/> inside the lock.</summary>
public sealed class PresideOverRoom(ITranscript transcript)
{
    public Task Handle(Caller caller, AdmitRequest request, CancellationToken cancellation) =>
        Act(caller, request.RoomId, new Admit(request.PersonId), cancellation);

    public Task Handle(Caller caller, RemoveFromRoomRequest request, CancellationToken cancellation) =>
        Act(caller, request.RoomId, new Remove(request.PersonId, request.Reason ?? ""), cancellation);

    public Task Handle(Caller caller, OpenSessionRequest request, CancellationToken cancellation) =>
        Act(caller, request.RoomId, new Open(), cancellation);

    public Task Handle(Caller caller, AdjournSessionRequest request, CancellationToken cancellation) =>
        Act(caller, request.RoomId, new Adjourn(request.Reason, request.ResumesAt), cancellation);

    public Task Handle(Caller caller, CloseSessionRequest request, CancellationToken cancellation) =>
        Act(caller, request.RoomId, new Close(request.Reason), cancellation);

    private Task<AppendedEntry> Act(Caller caller, Guid room, RoomAct act, CancellationToken cancellation) =>
        transcript.AppendAsync(new(room, act, caller.Person), cancellation);
}
