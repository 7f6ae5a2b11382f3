using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Documents.Rooms;
using NonLitigation.Odr.Documents.Shared;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Domain.Shared;
using NonLitigation.Odr.Persistence.Rooms;

namespace NonLitigation.Odr.Application.Rooms;

/// <summary>
/// The caller's range of a room, or chosen entries of it, as one signed file that anybody can check offline (docs/transcript-format.md). It does
/// not name the caller: whoever has the same range gets the same entries, hashes and tree.
/// </summary>
public sealed class ExportTranscript(RoomReading reading, Lazy<KeyStore> keys)
{
    /// <param name="chosen">Sequences with commas between, for an excerpt; null for the whole range.</param>
    public async Task<TranscriptDownload> Handle(Caller caller, Guid roomId, string? chosen, CancellationToken cancellation)
    {
        if (await reading.RangeAsync(roomId, caller.Person, cancellation) is not { } range) throw RoomsRules.RoomNotFound.Refused();
        RoomsRules.NotAdmitted.When(range.Entries.Count == 0);
        var room = new TranscriptRoom(range.Room.Room.Id, range.Room.Room.Name, range.Room.Room.Kind.ToString(), range.Room.Room.CaseNumber);
        var content = chosen is null ? Whole(room, range) : Excerpt(room, range, chosen);
        return new($"{(chosen is null ? "transcript" : "excerpt")}-{room.CaseNumber ?? room.Id.ToString("N")}-{room.Kind.ToLowerInvariant()}.json", content);
    }

    private byte[] Whole(TranscriptRoom room, RoomRange range)
    {
        var before = new MerkleRange();
        foreach (var leaf in range.LeavesBefore) before.Append(new Digest(leaf));
        return new TranscriptExporter(keys.Value.Checkpoints).Export(room, before, [.. range.Entries.Select(Exported)]);
    }

    private byte[] Excerpt(TranscriptRoom room, RoomRange range, string chosen)
    {
        var seen = range.Entries.ToDictionary(entry => entry.Sequence);
        var entries = new SortedDictionary<long, RoomEntryRow>();
        foreach (var word in chosen.Split(','))
        {
            RoomsRules.EntryMissing.When(!long.TryParse(word, System.Globalization.NumberStyles.None, null, out var sequence) || !seen.TryGetValue(sequence, out _));
            entries[sequence] = seen[sequence];
        }
        var tree = new MerkleLog();
        foreach (var leaf in range.LeavesBefore.Concat(range.Entries.Select(entry => entry.EntryHash))) tree.Append(new Digest(leaf));
        return new ExcerptExporter(keys.Value.Checkpoints).Export(room, tree, [.. entries.Values.Select(Exported)]);
    }

    private static ExportedEntry Exported(RoomEntryRow row) => new(row.ToEntry(), row.Salt, row.Body is { } body ? body : (ReadOnlyMemory<byte>?)null);
}

/// <param name="Content">Canonical JSON, UTF-8; not a byte of it may change.</param>
public sealed record TranscriptDownload(string FileName, byte[] Content);

/// <summary>Whom a verifier of this platform's files is to believe; public.</summary>
public sealed class ReadTrust(Lazy<KeyStore> keys)
{
    public byte[] Handle() => keys.Value.Trust.ToJson();
}
