using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Domain.Shared;
using NonLitigation.Odr.Persistence.Rooms;

namespace NonLitigation.Odr.Application.Rooms;

/// <summary>Says something in a room. The same id again returns the first receipt; with another text it is refused.</summary>
public sealed class PostMessage(ITranscript transcript, KnownRooms known, PostUnderHold held, DiskState disks)
{
    public async Task<MessageReceipt> Handle(Caller caller, PostMessageRequest request, CancellationToken cancellation)
    {
        RoomsRules.NoSpace.When(disks.TextStopped);
        RoomsRules.IdMissing.When(request.ClientMessageId == Guid.Empty);
        var body = RoomsRules.TextBody(request.Text);
        // Only a hint: where it is wrong the record's own refusal leads the same way.
        if (known.Of(request.RoomId) is { Hold: not Domain.Rooms.HoldState.Never } pulse && pulse.Members.Find(caller.Person) is not { Role: Domain.Rooms.RoomRole.Mediator })
            return await held.Handle(caller, request, cancellation);
        try
        {
            var entry = await transcript.AppendAsync(
                EntryDraft.Speak(request.RoomId, TranscriptKind.Message, caller.Person, request.ClientMessageId, body, request.ReplyTo), cancellation);
            return new(entry.RoomId, request.ClientMessageId, entry.Sequence, entry.SentAt, entry.EntryHash);
        }
        catch (RefusalException refusal) when (refusal.Reason == HoldRules.ForReview)
        {
            return await held.Handle(caller, request, cancellation);
        }
    }
}
