namespace NonLitigation.Odr.Contracts.Rooms;

/// <param name="Id">UUIDv7 made by the page; of a point that stands already, its own.</param>
/// <param name="Title">1 to 80 characters.</param>
/// <param name="Minutes">1 to 240.</param>
/// <param name="Speaker">Who speaks first, at most 40 characters; null: everybody.</param>
public sealed record AgendaItemRequest(Guid Id, string? Title, int Minutes, string? Speaker);

/// <param name="BasedOn">The version that was changed; 0 for the first one.</param>
/// <param name="Items">All points in order, at most 20; those that have begun stay as they are.</param>
public sealed record WriteAgendaRequest(int BasedOn, IReadOnlyList<AgendaItemRequest> Items);

/// <param name="StartedAt">By the record's time.</param>
public sealed record AgendaItemView(Guid Id, string Title, int Minutes, string? Speaker, DateTimeOffset? StartedAt, DateTimeOffset? EndedAt);

/// <summary>A point to begin with, for the kind of dispute and the length of the sitting.</summary>
public sealed record AgendaSuggestionView(string Zh, string En, int Minutes, string? SpeakerZh, string? SpeakerEn);

/// <param name="Suggested">For the mediator, while there is no agenda; else empty.</param>
/// <param name="ServerTime">The record's time now: pages count on from here.</param>
public sealed record AgendaView(Guid RoomId, int Version, IReadOnlyList<AgendaItemView> Items, bool MayEdit, IReadOnlyList<AgendaSuggestionView> Suggested, DateTimeOffset ServerTime);
