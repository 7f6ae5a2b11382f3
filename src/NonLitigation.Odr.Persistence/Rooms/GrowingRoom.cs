using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Persistence.Rooms;

/// <summary>A room that entries are being added to: its state, the end of its chain, and what this commit adds.</summary>
internal sealed class GrowingRoom(RoomPulse origin)
{
    private RoomState? _state;

    public Guid Id => origin.RoomId;
    /// <summary>Where it stood before.</summary>
    public RoomPulse Origin => origin;
    public TranscriptHead Chain { get; private set; } = origin.Chain;
    public DateTimeOffset? FirstOpenedAt { get; private set; } = origin.FirstOpenedAt;
    public DateTimeOffset? LastEntryAt { get; private set; } = origin.LastEntryAt;
    public bool Grew => Chain.Sequence > origin.Chain.Sequence;
    public RoomState State => _state ??= new(Id, origin.Kind, origin.State, origin.FirstOpenedAt is not null, origin.Chain.Sequence, origin.Members, origin.CallOpen, origin.Hold, origin.DifferentTimes);

    /// <summary>How it stands once this has been committed.</summary>
    public RoomPulse Pulse => origin with
    {
        State = State.Session, Chain = Chain, FirstOpenedAt = FirstOpenedAt, LastEntryAt = LastEntryAt,
        Members = State.Members, CallOpen = State.CallOpen, Hold = State.Hold, DifferentTimes = State.DifferentTimes,
    };

    /// <summary>Whose held messages are given back by what was decided.</summary>
    public IEnumerable<(Guid Room, Guid? Author, ReturnCause Cause)> Returns()
    {
        if (origin.Hold != HoldState.On) yield break;
        if (State.Hold != HoldState.On)
            yield return (Id, null, State.Session switch { SessionState.Closed => ReturnCause.Closed, SessionState.Adjourned => ReturnCause.Adjourned, _ => ReturnCause.HoldEnded });
        foreach (var person in State.Changed) if (State.Member(person) is { Standing: Standing.Removed }) yield return (Id, person, ReturnCause.Removed);
    }

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
        return new()
        {
            RoomId = Id, Sequence = entry.Sequence, Kind = plan.Kind, AuthorId = plan.AuthorId, AuthorName = plan.AuthorName, AuthorRole = plan.AuthorRole,
            SentAt = sentAt, ClientMessageId = draft.ClientMessageId, ReplyTo = plan.ReplyTo, Audience = [.. plan.Audience], Body = body, Salt = salt,
            Commitment = commitment.ToArray(), PreviousHash = entry.Previous.ToArray(), EntryHash = Chain.Hash.ToArray(),
        };
    }
}
