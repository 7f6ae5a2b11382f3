using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Rooms;

/// <summary>Taking part at different times: in the open joint room parties write also while the mediator is out. Consent is kept beside; here it only takes effect.</summary>
public sealed partial class RoomState
{
    public bool DifferentTimes { get; private set; } = differentTimes;

    private EntryPlan? Spread(SpreadAct act)
    {
        switch (act)
        {
            case StartDifferentTimes start:
                RoomsRules.Closed.When(Session == SessionState.Closed);
                if (DifferentTimes) return null;
                DifferentTimes = true;
                return Plan(TranscriptKind.System, null, start.Body);
            case EndDifferentTimes end:
                if (!DifferentTimes) return null;
                DifferentTimes = false;
                return Plan(TranscriptKind.System, null, end.Body);
            default:
                throw new ArgumentOutOfRangeException(nameof(act));
        }
    }

    /// <summary>A party that joins has not been asked: until he consents the mediator must be there again.</summary>
    private void AsksAnew(RoomMember added)
    {
        if (added.PartyId is { } party && _members.All(m => m.PartyId != party || m.PersonId == added.PersonId)) DifferentTimes = false;
    }
}
