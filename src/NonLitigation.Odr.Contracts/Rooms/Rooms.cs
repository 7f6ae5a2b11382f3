using System.Text.Json;

namespace NonLitigation.Odr.Contracts.Rooms;

public enum RoomKind { Joint, Caucus, Panel, Council, Butler, Practice }

/// <summary>State of a room's current sitting.</summary>
public enum SessionState { Scheduled, Lobby, Open, Adjourned, Closed }

/// <summary>A person's place in a room.</summary>
public enum Standing { Invited, Waiting, Admitted, Removed }

public enum RoomRole { Mediator, Applicant, Respondent, Butler, Enterprise, Observer, System, Interpreter, Expert, Companion, CoMediator }

public enum EntryKind { Message, System, Proposal, Exhibit, Agreement }

public sealed record EnterRoomRequest(Guid RoomId, int? ProtocolVersion);
public sealed record LeaveRoomRequest(Guid RoomId);

/// <param name="ClientMessageId">UUIDv7 made by the sender; a repeat returns the first answer, the same id with another body is refused.</param>
/// <param name="Text">1 to 4,000 characters.</param>
/// <summary>The mediator shows an article of law; its words go into the record as they stand today.</summary>
public sealed record SendLawCardRequest(Guid ClientMessageId, Guid ArticleId);

public sealed record PostMessageRequest(Guid RoomId, Guid ClientMessageId, string Text, long? ReplyTo);

/// <param name="ClientMessageId">The author's own id of taking it back.</param>
public sealed record WithdrawMessageRequest(Guid ClientMessageId);

/// <param name="Words">1 to 100 characters, found as they stand; case does not matter.</param>
public sealed record SearchRoomRequest(string? Words);

/// <param name="Before">What stands around the words found, for showing.</param>
public sealed record SearchHitView(long Sequence, string AuthorName, RoomRole AuthorRole, DateTimeOffset SentAt, string Before, string Match, string After);

/// <param name="More">There are older ones that are not shown.</param>
public sealed record SearchHitsView(IReadOnlyList<SearchHitView> Hits, bool More);

/// <param name="EntryHash">Lower-case hex SHA-256 of the canonical entry (docs/transcript-format.md); empty while it is held.</param>
/// <param name="Held">It is kept and waits for the mediator: sequence 0, and SentAt is when it was written.</param>
public sealed record MessageReceipt(Guid RoomId, Guid ClientMessageId, long Sequence, DateTimeOffset SentAt, string EntryHash, bool Held = false);

/// <param name="Body">The body object; <c>type</c> tells its shape (docs/protocol.md).</param>
public sealed record EntryView(
    Guid RoomId, long Sequence, EntryKind Kind, Guid? AuthorId, string AuthorName, RoomRole AuthorRole, DateTimeOffset SentAt,
    Guid? ClientMessageId, long? ReplyTo, string EntryHash, JsonElement Body);

/// <param name="Head">Head of the room as this reader may know it: the last sequence in his range.</param>
/// <param name="FirstVisible">First sequence of the reader's range.</param>
public sealed record EntriesPage(Guid RoomId, IReadOnlyList<EntryView> Entries, long FirstVisible, long Head);

public sealed record ReadEntriesRequest(Guid RoomId, long After, int? Limit);

public sealed record MarkReadRequest(Guid RoomId, long Sequence);
public sealed record SetTypingRequest(Guid RoomId, bool Typing);

/// <summary>Mediator's acts on a person in a room.</summary>
public sealed record AdmitRequest(Guid RoomId, Guid PersonId);
public sealed record RemoveFromRoomRequest(Guid RoomId, Guid PersonId, string Reason);

/// <summary>Mediator's acts on the sitting.</summary>
public sealed record OpenSessionRequest(Guid RoomId);
public sealed record AdjournSessionRequest(Guid RoomId, string? Reason, DateTimeOffset? ResumesAt);
public sealed record CloseSessionRequest(Guid RoomId, string? Reason);

/// <summary>The mediator opens a caucus with one party's side.</summary>
public sealed record OpenCaucusRequest(Guid CaseId, Guid PartyId);

public sealed record MemberView(Guid PersonId, string Name, RoomRole Role, Standing Standing, bool Joined, Guid? PartyId);

public sealed record ReadPositionView(Guid RoomId, Guid PersonId, long Sequence);

/// <summary>A room in a list. Only rooms that the caller is on the roster of ever appear.</summary>
/// <param name="Colour">0–7: the room's colour in every client.</param>
/// <param name="Held">Messages that wait for review; for those who preside, else 0.</param>
/// <param name="Name">Name for the send button, e.g. 联合调解室 or 单独沟通·申请人 李海生.</param>
public sealed record RoomView(
    Guid Id, RoomKind Kind, string Name, string NameEn, int Colour, Guid? CaseId, string? CaseNumber, Guid? EnterpriseId, Guid? CaucusPartyId,
    SessionState State, Standing MyStanding, long Head, long MyRead, int Unread, int Waiting, DateTimeOffset? LastEntryAt, int Held);

/// <param name="SeenBy">Names of everybody who will see what the caller posts now: from the policy that the server enforces.</param>
/// <param name="RefusalCode">Why the caller may not post now; null when he may.</param>
/// <param name="CallOpen">The mediator has opened a call; who is in it comes with CallChanged.</param>
/// <param name="Hold">On: what parties write waits for the mediator first.</param>
/// <param name="Entries">The newest entries of the caller's range, ascending; empty before admission.</param>
public sealed record RoomSnapshot(
    RoomView Room, IReadOnlyList<MemberView> Members, IReadOnlyList<ReadPositionView> ReadPositions, IReadOnlyList<string> SeenBy,
    bool MayPost, string? RefusalCode, bool MayPreside, IReadOnlyList<EntryView> Entries, long FirstVisible, long Head, DateTimeOffset ServerTime, bool CallOpen, HoldState Hold);

public sealed record HeadView(Guid RoomId, long Head);
public sealed record HeadsView(IReadOnlyList<HeadView> Heads, DateTimeOffset ServerTime);

public sealed record PresenceView(Guid RoomId, IReadOnlyList<Guid> Present);
public sealed record TypingView(Guid RoomId, Guid PersonId, bool Typing);

/// <summary>A published checkpoint of the platform's log.</summary>
/// <param name="Root">Lower-case hex.</param>
/// <param name="Note">The signed note.</param>
/// <param name="Timestamped">Whether a timestamp (RFC 3161) of it can be fetched.</param>
public sealed record PublishedCheckpointView(long Size, string Root, DateTimeOffset MadeAt, string Note, bool Timestamped);

/// <summary>An act that the log states for everybody.</summary>
/// <param name="Text">Canonical JSON; the leaf is the hash of exactly this text.</param>
public sealed record LogActView(long Index, string Text);

/// <param name="Checkpoints">The newest first.</param>
public sealed record PublicLogView(IReadOnlyList<PublishedCheckpointView> Checkpoints, IReadOnlyList<LogActView> Acts);

/// <summary>Hashes (lower-case hex) that show one tree to be the beginning of another (RFC 6962, 2.1.2).</summary>
public sealed record ConsistencyView(long From, long To, IReadOnlyList<string> Proof);

/// <summary>Hashes (lower-case hex) that show a leaf to be in a tree (RFC 6962, 2.1.1).</summary>
/// <param name="Index">From 0.</param>
public sealed record InclusionView(long Index, long Size, IReadOnlyList<string> Proof);

/// <summary>Who waits to be admitted; goes to those who preside only.</summary>
public sealed record LobbyView(Guid RoomId, IReadOnlyList<MemberView> Waiting);
