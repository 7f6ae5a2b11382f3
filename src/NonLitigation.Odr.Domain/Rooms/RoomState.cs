using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Rooms;

/// <summary>
/// A room as its record says: the sitting, the roster, the number of the last entry. The transcript writer loads it inside the
/// lock on the room's head, so that what is decided here is decided in the order of the record.
/// </summary>
public sealed partial class RoomState(Guid id, RoomKind kind, SessionState session, bool everOpened, long head, IEnumerable<RoomMember> members, bool callOpen = false, HoldState hold = HoldState.Never,
    bool differentTimes = false)
{
    private Roster _members = Roster.Of(members);
    private HashSet<Guid>? _changed;

    public Guid Id { get; } = id;
    public RoomKind Kind { get; } = kind;
    public SessionState Session { get; private set; } = session;
    /// <summary>From the first opening on, those who were not admitted get nothing of what is said before their admission.</summary>
    public bool EverOpened { get; private set; } = everOpened;
    public long Head { get; private set; } = head;
    public Roster Members => _members;
    /// <summary>Whose row must be written.</summary>
    public IReadOnlyCollection<Guid> Changed => _changed is null ? [] : _changed;
    public bool MediatorPresent => _members.Any(m => m.Presides && m.Joined);

    public RoomMember? Member(Guid person) => _members.Find(person);

    /// <summary>Decides an act: refuses, or changes this state and returns the entry it makes; null when nothing needs recording (asked for again, or waiting).</summary>
    /// <param name="actor">Null: the service itself.</param>
    /// <exception cref="RefusalException">With a reason of <see cref="RoomsRules"/>; the state is as before.</exception>
    public EntryPlan? Apply(RoomAct act, Guid? actor)
    {
        var plan = act switch
        {
            Speak speak => Spoken(speak, OnRoster(actor)),
            Note note => Plan(note.Kind, actor is { } a ? Member(a) : null, note.Body),
            Begin begin => Begun(begin),
            AddMember add => Added(add.Member),
            Succeed succeed => Succeeded(succeed.Member),
            Enter => Entered(OnRoster(actor)),
            Leave leave => Left(leave.PersonId, actor),
            Admit admit => Admitted(admit, Presiding(actor)),
            Remove remove => Removed(remove, actor),
            Open => Opened(Presiding(actor)),
            Adjourn adjourn => Adjourned(adjourn, Presiding(actor)),
            Close close => ClosedBy(close, actor),
            CallAct call => Called(call, actor),
            HoldAct held => Held(held, actor),
            SpreadAct spread => Spread(spread),
            _ => throw new ArgumentOutOfRangeException(nameof(act)),
        };
        if (plan is not null) Head++;
        return plan;
    }

    /// <summary>Who may see an entry written now: what the composer shows as "seen by" and what the record keeps.</summary>
    public IReadOnlyList<Guid> Audience()
    {
        var audience = new List<Guid>(_members.Count);
        for (var i = 0; i < _members.Count; i++) if (Sees(_members[i])) audience.Add(_members[i].PersonId);
        return audience;
    }

    /// <summary>Why this person may not speak now; null when he may.</summary>
    public RefusalReason? SpeakingRefusal(Guid person) => Member(person) is { } member ? SpeakingRefusal(member) : RoomsRules.RoomNotFound;

    private bool Sees(RoomMember member) => member.Standing == Standing.Admitted || (!EverOpened && !member.IsGuest && member.Standing != Standing.Removed);

    private RefusalReason? SpeakingRefusal(RoomMember member) => member switch
    {
        { Standing: Standing.Removed } => RoomsRules.RoomNotFound,
        { Standing: not Standing.Admitted } => RoomsRules.NotAdmitted,
        _ when Session == SessionState.Closed => RoomsRules.Closed,
        { Role: RoomRole.Observer or RoomRole.System } => RoomsRules.MayNotSpeak,
        { Role: RoomRole.Mediator } => null,
        _ when Session != SessionState.Open => RoomsRules.NotOpen,
        _ when Kind == RoomKind.Joint && !MediatorPresent && !DifferentTimes => RoomsRules.MediatorAbsent,
        _ => null,
    };

    private EntryPlan Spoken(Speak speak, RoomMember speaker)
    {
        if (SpeakingRefusal(speaker) is { } reason) throw reason.Refused();
        RoomsRules.InterpreterRenders.When(speak.Renders && speaker.Role != RoomRole.Interpreter);
        RoomsRules.ReplyNotFound.When(speak.ReplyTo is { } reply && (reply > Head || !speaker.MayRead(reply)));
        RefuseWhatIsHeld(speak, speaker);
        return Plan(speak.Kind, speaker, speak.Body, speak.ReplyTo);
    }

    private EntryPlan? Begun(Begin begin)
    {
        if (Head > 0) return null;
        foreach (var member in _members.ToList()) Set(member with { FromSequence = Sees(member) ? 1 : null });
        return Plan(TranscriptKind.System, null, SystemBodies.Created(begin.Name, _members));
    }

    private EntryPlan? Added(RoomMember member)
    {
        RoomsRules.Closed.When(Session == SessionState.Closed);
        // Whoever else asks, by whatever way: no party, no guest ever sits in a panel, and no colleague of the panel outside it.
        PanelRules.MediatorsOnly.When(Kind == RoomKind.Panel != (member.Role == RoomRole.CoMediator));
        if (Member(member.PersonId) is { Standing: not Standing.Removed }) return null;
        AsksAnew(member);
        Set(member with { FromSequence = Sees(member) ? Head + 1 : null, ToSequence = null, Joined = false });
        return Plan(TranscriptKind.System, null, SystemBodies.Of(SystemBodies.Added, member));
    }

    /// <summary>
    /// In the joint room his range is the whole record, as the mediation's was; what a side said to the former mediator alone, or colleagues among themselves, is
    /// not his: there it begins with his coming.
    /// </summary>
    private EntryPlan? Succeeded(RoomMember successor)
    {
        RoomsRules.Closed.When(Session == SessionState.Closed);
        var known = Member(successor.PersonId);
        if (known is { Presides: true }) return null;
        var from = Kind == RoomKind.Joint ? 1 : known is { Standing: Standing.Admitted, FromSequence: { } earlier } ? earlier : Head + 1;
        Set(successor with { FromSequence = from, ToSequence = null, Joined = known?.Joined ?? false });
        return Plan(TranscriptKind.System, null, SystemBodies.Of(SystemBodies.Added, successor));
    }

    private EntryPlan? Entered(RoomMember member)
    {
        if (Session == SessionState.Closed || Kind == RoomKind.Butler || member.Joined) return null;
        if (member.Standing != Standing.Admitted)
        {
            if (member.Standing == Standing.Invited) Set(member with { Standing = Standing.Waiting });
            return null;
        }
        Set(member with { Joined = true });
        if (member.Presides && Session == SessionState.Scheduled) Session = SessionState.Lobby;
        return Plan(TranscriptKind.System, member, SystemBodies.Of(SystemBodies.Joined, member));
    }

    private EntryPlan? Left(Guid person, Guid? actor)
    {
        RoomsRules.RoomNotFound.When(actor is not null && actor != person);
        if (Member(person) is not { } member) return null;
        if (member.Standing == Standing.Waiting) Set(member with { Standing = Standing.Invited });
        if (!member.Joined) return null;
        Set(member with { Joined = false });
        return Plan(TranscriptKind.System, actor is null ? null : member, SystemBodies.Of(SystemBodies.Left, member));
    }

    private EntryPlan? Admitted(Admit admit, RoomMember presiding)
    {
        RoomsRules.Closed.When(Session == SessionState.Closed);
        var member = Member(admit.PersonId);
        RoomsRules.NoSuchMember.When(member is null or { Standing: Standing.Removed });
        if (member.Standing == Standing.Admitted) return null;
        RoomsRules.NotWaiting.When(member.Standing != Standing.Waiting);
        // He waits in the lobby, so he is here: admission is also his coming in.
        Set(member with { Standing = Standing.Admitted, Joined = true, FromSequence = member.FromSequence ?? Head + 1 });
        return Plan(TranscriptKind.System, presiding, SystemBodies.Of(SystemBodies.Admitted, member));
    }

    private EntryPlan? Removed(Remove remove, Guid? actor)
    {
        var remover = actor is null ? null : Presiding(actor);
        var member = Member(remove.PersonId);
        RoomsRules.NoSuchMember.When(member is null);
        RoomsRules.NotOneself.When(member.PersonId == actor);
        SharedRules.TextIsTooLong.When(remove.Reason.Length > RoomsRules.LongestReason);
        if (member.Standing == Standing.Removed) return null;
        Set(member with { Standing = Standing.Removed, ToSequence = Head, Joined = false });
        var body = SystemBodies.Of(SystemBodies.Removed, member);
        body["reason"] = remove.Reason;
        return Plan(TranscriptKind.System, remover, body);
    }

    private EntryPlan? Opened(RoomMember presiding)
    {
        RoomsRules.Closed.When(Session == SessionState.Closed);
        if (Session == SessionState.Open) return null;
        Session = SessionState.Open;
        if (!EverOpened)
        {
            EverOpened = true;
            // Whoever is not in yet starts at his admission; what he had on the roster so far is no longer his.
            foreach (var late in _members.Where(m => m.Standing != Standing.Admitted && m.FromSequence is not null).ToList())
                Set(late with { FromSequence = null });
        }
        return Plan(TranscriptKind.System, presiding, SystemBodies.Of(SystemBodies.Opened, (string?)null));
    }

    private EntryPlan? Adjourned(Adjourn adjourn, RoomMember presiding)
    {
        SharedRules.TextIsTooLong.When(adjourn.Reason?.Length > RoomsRules.LongestReason);
        RoomsRules.Closed.When(Session == SessionState.Closed);
        if (Session == SessionState.Adjourned) return null;
        RoomsRules.NotOpen.When(Session != SessionState.Open);
        Session = SessionState.Adjourned;
        CallOpen = false;
        LetGoOfHold();
        var body = SystemBodies.Of(SystemBodies.Adjourned, adjourn.Reason);
        body["resumesAt"] = adjourn.ResumesAt is { } at ? at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture) : null;
        return Plan(TranscriptKind.System, presiding, body);
    }

    private EntryPlan? ClosedBy(Close close, Guid? actor)
    {
        var presiding = actor is null ? null : Presiding(actor);
        SharedRules.TextIsTooLong.When(close.Reason?.Length > RoomsRules.LongestReason);
        if (Session == SessionState.Closed) return null;
        Session = SessionState.Closed;
        (CallOpen, DifferentTimes) = (false, false);
        LetGoOfHold();
        foreach (var member in _members.Where(m => m.Joined || m.Standing == Standing.Waiting).ToList())
            Set(member with { Joined = false, Standing = member.Standing == Standing.Waiting ? Standing.Invited : member.Standing });
        return Plan(TranscriptKind.System, presiding, SystemBodies.Of(SystemBodies.Closed, close.Reason));
    }

    private RoomMember OnRoster(Guid? actor)
    {
        var member = actor is { } person ? Member(person) : null;
        RoomsRules.RoomNotFound.When(member is null or { Standing: Standing.Removed });
        return member;
    }

    private RoomMember Presiding(Guid? actor)
    {
        var member = OnRoster(actor);
        RoomsRules.NotPresiding.When(!member.Presides);
        return member;
    }

    private EntryPlan Plan(TranscriptKind entry, RoomMember? author, CanonicalObject body, long? replyTo = null) =>
        new(entry, author?.PersonId, author?.Name ?? "系统", author?.Role ?? RoomRole.System, replyTo, body, Audience());

    private void Set(RoomMember member)
    {
        _members = _members.With(member);
        (_changed ??= []).Add(member.PersonId);
    }
}
