using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Rooms;

/// <summary>The entry that an act makes, decided but not yet numbered.</summary>
/// <param name="Audience">Everybody who may see it, the author too; sorted.</param>
public sealed record EntryPlan(
    TranscriptKind Kind, Guid? AuthorId, string AuthorName, RoomRole AuthorRole, long? ReplyTo, CanonicalObject Body, IReadOnlyList<Guid> Audience);
