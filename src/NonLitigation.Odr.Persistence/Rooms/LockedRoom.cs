using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Persistence.Rooms;

/// <summary>A room whose head is locked: its state, the end of its chain, and what this transaction adds.</summary>
internal sealed class LockedRoom(Guid id, RoomKind kind, SessionState session, DateTimeOffset? firstOpenedAt, DateTimeOffset? lastEntryAt, TranscriptHead chain)
{
    private readonly List<RoomMember> _members = [];
    private RoomState? _state;

    public Guid Id { get; } = id;
    public TranscriptHead Chain { get; private set; } = chain;
    public DateTimeOffset? FirstOpenedAt { get; private set; } = firstOpenedAt;
    public DateTimeOffset? LastEntryAt { get; private set; } = lastEntryAt;
    public bool Grew { get; private set; }
    public RoomState State => _state ??= new(Id, kind, session, FirstOpenedAt is not null, Chain.Sequence, _members);

    public void Add(RoomMember member) => _members.Add(member);

    /// <summary>Decides the draft and, when it makes an entry, gives it the room's next number and chain hash.</summary>
    /// <param name="body">Canonical bytes of the draft's body; null when the act makes its own.</param>
    public RoomEntryRow? Append(EntryDraft draft, byte[]? body, DateTimeOffset clock)
    {
        if (State.Apply(draft.Act, draft.ActorId) is not { } plan) return null;
        var sentAt = TranscriptEntry.ToMicroseconds(clock < LastEntryAt ? LastEntryAt.Value : clock);
        var salt = BodyCommitment.NewSalt();
        body ??= CanonicalJson.Serialize(plan.Body);
        var commitment = BodyCommitment.Of(salt, body);
        var entry = Chain.Next(new(plan.Kind, plan.AuthorId, plan.AuthorName, plan.AuthorRole.ToString(), sentAt, draft.ClientMessageId,
            plan.ReplyTo, plan.Audience, commitment));
        Chain = TranscriptHead.After(entry);
        LastEntryAt = sentAt;
        if (State.EverOpened) FirstOpenedAt ??= sentAt;
        Grew = true;
        return new()
        {
            RoomId = Id, Sequence = entry.Sequence, Kind = plan.Kind, AuthorId = plan.AuthorId, AuthorName = plan.AuthorName, AuthorRole = plan.AuthorRole,
            SentAt = sentAt, ClientMessageId = draft.ClientMessageId, ReplyTo = plan.ReplyTo, Audience = [.. plan.Audience], Body = body, Salt = salt,
            Commitment = commitment.ToArray(), PreviousHash = entry.Previous.ToArray(), EntryHash = Chain.Hash.ToArray(),
        };
    }
}
