using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Rooms;

/// <summary>Whether what parties write in a room waits for the mediator first.</summary>
public enum HoldState
{
    Never,
    On,
    /// <summary>There was a hold: an id that comes again may be that of a message which was held.</summary>
    Ended,
}

/// <summary>Hold for review (docs/decisions/0019): a party's message waits until the mediator lets it through or gives it back. It has no number before.</summary>
public sealed partial class RoomState
{
    public HoldState Hold { get; private set; } = hold;

    /// <summary>Whether what this person writes now is seen by the mediators alone until it is let through.</summary>
    public bool Holds(RoomMember member) => Hold == HoldState.On && IsHeldKind(member);

    /// <summary>An interpreter says what others have said; that was let through already.</summary>
    private static bool IsHeldKind(RoomMember member) => member.Role is not (RoomRole.Mediator or RoomRole.Interpreter or RoomRole.System);

    private void RefuseWhatIsHeld(Speak speak, RoomMember speaker)
    {
        if (Hold == HoldState.Never || !IsHeldKind(speaker)) return;
        HoldRules.WordsOnly.When(Hold == HoldState.On && speak.Kind != TranscriptKind.Message);
        HoldRules.ForReview.When(speak.Kind == TranscriptKind.Message && (Hold == HoldState.On || !speak.LookedUp));
    }

    private EntryPlan? Held(HoldAct act, Guid? actor) => act switch
    {
        StartHold start => HoldStarted(start, Presiding(actor)),
        EndHold => HoldEnded(Presiding(actor)),
        ReleaseHeld release => Released(release, OnRoster(actor)),
        _ => throw new ArgumentOutOfRangeException(nameof(act)),
    };

    private EntryPlan? HoldStarted(StartHold start, RoomMember presiding)
    {
        HoldRules.NotHere.When(Kind != RoomKind.Joint);
        SharedRules.TextIsTooLong.When(start.Reason?.Length > RoomsRules.LongestReason);
        SharedRules.TextIsNotUnicode.When(start.Reason is not null && !PlainText.IsClean(start.Reason, severalLines: true));
        RoomsRules.Closed.When(Session == SessionState.Closed);
        RoomsRules.NotOpen.When(Session != SessionState.Open);
        if (Hold == HoldState.On) return null;
        Hold = HoldState.On;
        return Plan(TranscriptKind.System, presiding, SystemBodies.Of(SystemBodies.HoldStarted, start.Reason));
    }

    private EntryPlan? HoldEnded(RoomMember presiding)
    {
        if (Hold != HoldState.On) return null;
        Hold = HoldState.Ended;
        return Plan(TranscriptKind.System, presiding, SystemBodies.Of(SystemBodies.HoldEnded, (string?)null));
    }

    /// <summary>It enters in its author's name; that a mediator let it through is his act, decided at the same moment.</summary>
    private EntryPlan Released(ReleaseHeld release, RoomMember author)
    {
        Presiding(release.By);
        HoldRules.AlreadyReturned.When(Hold != HoldState.On);
        HoldRules.AuthorGone.When(author.Standing != Standing.Admitted);
        return Plan(TranscriptKind.Message, author, release.Body, release.ReplyTo);
    }

    /// <summary>A hold ends with the sitting at the latest; what waits is given back in the same commit.</summary>
    private void LetGoOfHold()
    {
        if (Hold == HoldState.On) Hold = HoldState.Ended;
    }
}
