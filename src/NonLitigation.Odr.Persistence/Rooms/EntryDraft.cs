using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Persistence.Rooms;

/// <summary>An act that asks to become an entry.</summary>
/// <param name="ActorId">Who acts; null for the service itself.</param>
/// <param name="ClientMessageId">The actor's own id of it: a repeat gets the first answer, the same id with other content is refused.</param>
public sealed record EntryDraft(Guid RoomId, RoomAct Act, Guid? ActorId, Guid? ClientMessageId = null)
{
    /// <summary>A person says something; refused unless he may speak in the room at this moment.</summary>
    public static EntryDraft Speak(Guid room, TranscriptKind kind, Guid author, Guid? clientMessageId, CanonicalObject body, long? replyTo = null) =>
        new(room, new Speak(kind, body, replyTo), author, clientMessageId);

    /// <summary>An entry in another language; refused unless he is an interpreter who may speak now and read that entry.</summary>
    public static EntryDraft Render(Guid room, Guid interpreter, Guid clientMessageId, CanonicalObject body, long of) =>
        new(room, new Speak(TranscriptKind.Message, body, of, Renders: true), interpreter, clientMessageId);

    /// <summary>A fact that came about elsewhere (a signature, a frozen text), in the name of a person or of the service; needs no open sitting.</summary>
    public static EntryDraft Note(Guid room, TranscriptKind kind, Guid? author, CanonicalObject body, Guid? clientMessageId = null) =>
        new(room, new Note(kind, body), author, clientMessageId);
}

/// <param name="EntryHash">Lower-case hex.</param>
/// <param name="Repeated">The same draft had been written before; this is its first answer.</param>
/// <param name="Recorded">False when the act made no entry because nothing changed by it; then the rest tells the room's head.</param>
public sealed record AppendedEntry(Guid RoomId, long Sequence, DateTimeOffset SentAt, string EntryHash, bool Repeated, bool Recorded = true);
