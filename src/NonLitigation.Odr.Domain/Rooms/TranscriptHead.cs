using System.Text;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Rooms;

/// <summary>Everything of an entry that does not depend on its place in the transcript.</summary>
public readonly record struct EntryContent(
    TranscriptKind Kind, Guid? Author, string AuthorName, string AuthorRole, DateTimeOffset SentAt, Guid? ClientMessageId,
    long? ReplyTo, IReadOnlyList<Guid> Audience, Digest Commitment);

/// <summary>The end of a room's chain: the last sequence number and that entry's hash.</summary>
public readonly record struct TranscriptHead(Guid Room, long Sequence, Digest Hash)
{
    public static TranscriptHead Empty(Guid room) => new(room, 0, Genesis(room));

    /// <summary>What the first entry of a room names as its previous hash: SHA-256("nonlitigation-odr/room/1\n" + room).</summary>
    public static Digest Genesis(Guid room) => Digest.Of(Encoding.ASCII.GetBytes($"nonlitigation-odr/room/1\n{room:D}"));

    /// <summary>The next entry of the chain; the head after it is <see cref="After"/>.</summary>
    public TranscriptEntry Next(EntryContent draft) => new(Room, Sequence + 1, draft.Kind, draft.Author, draft.AuthorName, draft.AuthorRole,
        draft.SentAt, draft.ClientMessageId, draft.ReplyTo, draft.Audience, draft.Commitment, Hash);

    public static TranscriptHead After(TranscriptEntry entry) => new(entry.Room, entry.Sequence, entry.Hash());

    /// <summary>Whether the entry is the one that may follow here.</summary>
    public bool IsFollowedBy(TranscriptEntry entry) => entry.Room == Room && entry.Sequence == Sequence + 1 && entry.Previous == Hash;
}
