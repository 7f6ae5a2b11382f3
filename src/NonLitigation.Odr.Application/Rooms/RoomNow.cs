using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Domain.Shared;
using NonLitigation.Odr.Persistence.Rooms;
using RoomKind = NonLitigation.Odr.Domain.Rooms.RoomKind;
using RoomRole = NonLitigation.Odr.Domain.Rooms.RoomRole;
using SessionState = NonLitigation.Odr.Domain.Rooms.SessionState;
using Standing = NonLitigation.Odr.Domain.Rooms.Standing;

namespace NonLitigation.Odr.Application.Rooms;

/// <summary>How far a person gets in a room at this moment.</summary>
public enum Reach { None, Removed, Lobby, Admitted }

/// <summary>The rights in a room as the record has them now.</summary>
public sealed class RoomNow(RoomPulse pulse)
{
    public Guid RoomId => pulse.RoomId;
    public long Head => pulse.Head;
    /// <summary>Timestamp of <see cref="System.Diagnostics.Stopwatch"/>: not older than this.</summary>
    public long AsOf => pulse.AsOf;
    public IEnumerable<Guid> Admitted => pulse.Members.Where(m => m.Standing == Standing.Admitted).Select(m => m.PersonId);
    public bool AnybodyWaits => pulse.Members.Any(m => m.Standing == Standing.Waiting);
    public LobbyView Lobby => RoomViews.Lobby(RoomId, pulse.Members);

    public Reach Of(Guid person) => pulse.Members.Find(person)?.Standing switch
    {
        null => Reach.None,
        Standing.Removed => Reach.Removed,
        Standing.Admitted => Reach.Admitted,
        _ => Reach.Lobby,
    };

    public bool Presides(Guid person) => pulse.Members.Find(person) is { Presides: true };

    /// <summary>The right at this moment, on top of the audience that was recorded with the entry.</summary>
    public bool MayRead(Guid person, PostedEntry entry) =>
        pulse.Members.Find(person) is { } member && member.MayRead(entry.Sequence) && entry.Audience.Contains(person);

    /// <summary>The head as this person may know it.</summary>
    public long HeadFor(Guid person) => Math.Min(Head, pulse.Members.Find(person)?.ToSequence ?? long.MaxValue);

    /// <summary>The record has him gone (or not yet come) although a page of his is open in the room.</summary>
    public bool Misses(Guid person) =>
        pulse.Kind != RoomKind.Butler && pulse.State != SessionState.Closed
        && pulse.Members.Find(person) is { Joined: false, Standing: Standing.Admitted or Standing.Invited };

    public RoomKind Kind => pulse.Kind;
    public bool CallOpen => pulse.CallOpen;

    /// <summary>Who hears that this person writes: those who would see the words at once.</summary>
    public IEnumerable<Guid> HearTyping(Guid person) => pulse.Hold == Domain.Rooms.HoldState.On && pulse.Members.Find(person) is { } writer && Rules.Holds(writer)
        ? pulse.Members.Where(m => m.Presides).Select(m => m.PersonId)
        : Admitted;

    /// <summary>Whether a seat of his in the call still stands. That he may take one is decided with more: <see cref="RoomState.CallRefusal"/>.</summary>
    public bool MayStayInCall(Guid person) =>
        CallOpen && pulse.Members.Find(person) is { Standing: Standing.Admitted, Role: not (RoomRole.Observer or RoomRole.System) };

    public RefusalReason? CallRefusal(Guid person) => Rules.CallRefusal(person);

    private RoomState Rules => new(RoomId, pulse.Kind, pulse.State, pulse.FirstOpenedAt is not null, Head, pulse.Members, CallOpen, pulse.Hold, pulse.DifferentTimes);
}

/// <summary>An entry on its way to open pages.</summary>
public sealed class PostedEntry(RoomEntryRow row)
{
    private EntryView? _view;

    public Guid RoomId => row.RoomId;
    public long Sequence => row.Sequence;
    public IReadOnlyList<Guid> Audience => row.Audience;
    public EntryView View => _view ??= row.View();

    /// <summary>Whether it changes what people of the room may do or see, so that they ask again where they stand.</summary>
    public bool MovesStanding => row.Kind == TranscriptKind.System && (!IsComingOrGoing || row.AuthorRole == RoomRole.Mediator || SubjectRole == nameof(RoomRole.Mediator));

    /// <summary>Whether somebody in the lobby is told of it: it is about himself, or the sitting has ended.</summary>
    public bool ConcernsWhoWaits(Guid person) => Type == SystemBodies.Closed
        || (!IsComingOrGoing && View.Body.TryGetProperty("personId", out var subject) && subject.TryGetGuid(out var id) && id == person);

    /// <summary>Whether somebody's seat in the room's call may end by it.</summary>
    public bool MovesCall => row.Kind == TranscriptKind.System && Type is SystemBodies.CallOpened or SystemBodies.CallEnded or SystemBodies.Removed or SystemBodies.Adjourned or SystemBodies.Closed;

    private string? Type => View.Body.GetProperty("type").GetString();
    private bool IsComingOrGoing => Type is SystemBodies.Joined or SystemBodies.Left or SystemBodies.CallJoined or SystemBodies.CallLeft;
    private string? SubjectRole => View.Body.TryGetProperty("role", out var role) ? role.GetString() : null;
}
