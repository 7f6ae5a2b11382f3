using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Application.Evidence;
using NonLitigation.Odr.Domain.Evidence;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Persistence.Rooms;
using NonLitigation.Odr.Persistence.Shared;

namespace NonLitigation.Odr.Application.Rooms;

/// <summary>Exhibits shown in rooms: an entry like any other, read by those who may read that entry.</summary>
public sealed class RoomExhibits(ITranscript transcript, RoomReading reading) : IExhibitRooms
{
    public async Task<bool> MayReadAsync(Guid personId, Guid roomId, long sequence, CancellationToken cancellation) =>
        await reading.PageAsync(roomId, personId, sequence - 1, 1, cancellation) is { Entries: [var entry] } && entry.Sequence == sequence;

    public async Task RefuseAsync(Guid personId, Guid roomId, CancellationToken cancellation)
    {
        if (await reading.PulsesAsync([roomId], cancellation) is not [var room]) throw RoomsRules.RoomNotFound.Refused();
        var state = new RoomState(roomId, room.Kind, room.State, true, room.Head, room.Members, room.CallOpen, room.Hold, room.DifferentTimes);
        if (state.SpeakingRefusal(personId) is { } reason) throw reason.Refused();
        HoldRules.WordsOnly.When(state.Member(personId) is { } member && state.Holds(member));
    }

    public async Task<long> ShowAsync(OdrDb db, Exhibit exhibit, CancellationToken cancellation)
    {
        if (db.Database.CurrentTransaction is null) throw new InvalidOperationException("An exhibit and its entry are written in one transaction; begin it first.");
        var draft = EntryDraft.Speak(exhibit.RoomId!.Value, TranscriptKind.Exhibit, exhibit.UploadedBy, exhibit.ClientMessageId, new()
        {
            ["type"] = "exhibit", ["exhibitId"] = exhibit.Id.ToString(), ["name"] = exhibit.Name,
            ["mediaType"] = exhibit.MediaType, ["size"] = exhibit.Size, ["sha256"] = exhibit.Sha256,
        });
        return await transcript.WithinAsync(db, async scope => (await scope.AppendAsync(draft, cancellation)).Sequence, cancellation);
    }
}
