using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Documents.Rooms;
using NonLitigation.Odr.Documents.Shared;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Domain.Shared;
using NonLitigation.Odr.Persistence.Rooms;

namespace NonLitigation.Odr.Application.Rooms;

/// <summary>
/// The caller's range of a room as one signed file that anybody can check offline (docs/transcript-format.md). It does not name
/// the caller: whoever has the same range gets the same entries, hashes and tree.
/// </summary>
public sealed class ExportTranscript(RoomReading reading, Lazy<KeyStore> keys)
{
    public async Task<TranscriptDownload> Handle(Caller caller, Guid roomId, CancellationToken cancellation)
    {
        if (await reading.RangeAsync(roomId, caller.Person, cancellation) is not { } range) throw RoomsRules.RoomNotFound.Refused();
        RoomsRules.NotAdmitted.When(range.Entries.Count == 0);
        var before = new MerkleRange();
        foreach (var leaf in range.LeavesBefore) before.Append(new Digest(leaf));
        var room = range.Room.Room;
        var file = new TranscriptExporter(keys.Value.Checkpoints).Export(
            new(room.Id, room.Name, room.Kind.ToString(), room.CaseNumber), before, [.. range.Entries.Select(Entry)]);
        return new($"transcript-{room.CaseNumber ?? room.Id.ToString("N")}-{room.Kind.ToString().ToLowerInvariant()}.json", file);
    }

    private static ExportedEntry Entry(RoomEntryRow row) => new(
        new(row.RoomId, row.Sequence, row.Kind, row.AuthorId, row.AuthorName, row.AuthorRole.ToString(), row.SentAt, row.ClientMessageId, row.ReplyTo,
            row.Audience, new Digest(row.Commitment), new Digest(row.PreviousHash)), row.Salt, row.Body);
}

/// <param name="Content">Canonical JSON, UTF-8; not a byte of it may change.</param>
public sealed record TranscriptDownload(string FileName, byte[] Content);

/// <summary>Whom a verifier of this platform's files is to believe; public.</summary>
public sealed class ReadTrust(Lazy<KeyStore> keys)
{
    public byte[] Handle() => keys.Value.Trust.ToJson();
}
