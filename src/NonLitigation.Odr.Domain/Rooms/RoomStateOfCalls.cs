using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Rooms;

/// <summary>The room's call, video and voice between its people. The record has that it took place and who was in it, nothing of what was said.</summary>
public sealed partial class RoomState
{
    /// <summary>The mediator has opened a call; it ends with the sitting at the latest.</summary>
    public bool CallOpen { get; private set; } = callOpen;

    /// <summary>Why this person may not join the call now; null when he may. Speaking in a call is speaking: the same right, and a call that is open.</summary>
    public RefusalReason? CallRefusal(Guid person) => SpeakingRefusal(person) ?? CallsHere() ?? (CallOpen ? null : RoomsRules.CallNotOpen);

    private RefusalReason? CallsHere() => Kind is RoomKind.Joint or RoomKind.Caucus ? null : RoomsRules.NoCallsHere;

    private EntryPlan? Called(CallAct act, Guid? actor) => act switch
    {
        OpenCall => CallOpened(Presiding(actor)),
        EndCall => CallEnded(Presiding(actor)),
        JoinCall => CallJoined(OnRoster(actor)),
        QuitCall quit => CallLeft(quit.PersonId, actor),
        _ => throw new ArgumentOutOfRangeException(nameof(act)),
    };

    private EntryPlan? CallOpened(RoomMember presiding)
    {
        if (CallsHere() is { } none) throw none.Refused();
        RoomsRules.Closed.When(Session == SessionState.Closed);
        RoomsRules.NotOpen.When(Session != SessionState.Open);
        if (CallOpen) return null;
        CallOpen = true;
        return Plan(TranscriptKind.System, presiding, SystemBodies.Of(SystemBodies.CallOpened, (string?)null));
    }

    private EntryPlan? CallEnded(RoomMember presiding)
    {
        if (!CallOpen) return null;
        CallOpen = false;
        return Plan(TranscriptKind.System, presiding, SystemBodies.Of(SystemBodies.CallEnded, (string?)null));
    }

    private EntryPlan CallJoined(RoomMember member) => CallRefusal(member.PersonId) is { } reason
        ? throw reason.Refused()
        : Plan(TranscriptKind.System, member, SystemBodies.Of(SystemBodies.CallJoined, member));

    /// <summary>Of a call that has ended, or by somebody who is no longer of the room, there is nothing to leave.</summary>
    private EntryPlan? CallLeft(Guid person, Guid? actor)
    {
        RoomsRules.RoomNotFound.When(actor is not null && actor != person);
        if (!CallOpen || Member(person) is not { Standing: Standing.Admitted } member) return null;
        return Plan(TranscriptKind.System, actor is null ? null : member, SystemBodies.Of(SystemBodies.CallLeft, member));
    }
}
