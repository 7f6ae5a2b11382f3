namespace NonLitigation.Odr.Domain.Settlements;

/// <summary>One obligation of an effective agreement and what has been said about its performance. The acts are in the other part of this class.</summary>
public sealed partial class FollowedObligation
{
    private readonly List<PerformanceAct> _acts = [];

    private FollowedObligation() { }

    internal FollowedObligation(Guid performanceId, int number, Obligation owed)
    {
        (Id, PerformanceId, Number, ObligorPartyIds) = (Guid.CreateVersion7(), performanceId, number, [.. owed.Obligors]);
        (ObligeePartyId, AmountFen, What, Manner, DueOn) = (owed.ObligeePartyId!.Value, owed.AmountFen, owed.What, owed.Manner, owed.DueOn!.Value);
    }

    public Guid Id { get; private set; }
    public Guid PerformanceId { get; private set; }
    /// <summary>As in the text of the agreement: 1, 2, 3 …</summary>
    public int Number { get; private set; }
    /// <summary>Whoever owes the whole of it; each of them may perform for all (民法典 518).</summary>
    public IReadOnlyList<Guid> ObligorPartyIds { get; private set; } = [];
    public Guid ObligeePartyId { get; private set; }
    /// <summary>In fen; null when it is not about money.</summary>
    public long? AmountFen { get; private set; }
    public string What { get; private set; } = "";
    public string Manner { get; private set; } = "";
    /// <summary>The last day, in China; it counts until its end.</summary>
    public DateOnly DueOn { get; private set; }

    /// <summary>Everything that was said, the oldest first.</summary>
    public IReadOnlyList<PerformanceAct> Acts => [.. _acts.OrderBy(act => act.Position)];

    public long ConfirmedFen => _acts.Where(act => act.Counts).Sum(act => act.AmountFen ?? 0);

    /// <summary>In fen; null when it is not about money.</summary>
    public long? RestFen => AmountFen - ConfirmedFen;

    public bool IsPerformed => AmountFen is null ? _acts.Any(act => act is { Counts: true, IsPart: false }) : RestFen == 0;

    /// <summary>Reports that the obligee has not answered, the oldest first; none once the whole is performed.</summary>
    public IReadOnlyList<PerformanceAct> Unanswered =>
        IsPerformed ? [] : [.. Acts.Where(act => act.Kind == PerformanceActKind.Reported && _acts.TrueForAll(other => other.About != act.Id))];

    /// <summary>In fen: what is left and not yet reported; null when it is not about money.</summary>
    public long? ReportableFen => RestFen - Unanswered.Sum(act => act.AmountFen ?? 0);

    /// <summary>Nothing is left to do for the obligors but to wait for the obligee's word.</summary>
    public bool IsReportedInFull => Unanswered.Count > 0 && ReportableFen is null or <= 0;

    public bool IsDisputed => !IsPerformed && (_acts.Any(act => act.PartyId is { } party && HasOpenDispute(party)) || LastReportWasContested);

    public ObligationState StateOn(DateOnly day) => this switch
    {
        { IsPerformed: true } => ObligationState.Performed,
        { IsDisputed: true } => ObligationState.Disputed,
        _ when day > DueOn => ObligationState.Overdue,
        _ when _acts.Exists(act => act.Counts) => ObligationState.PartlyPerformed,
        _ => ObligationState.Due,
    };

    /// <summary>Days since the due day; 0 on that day, before it, and once performed.</summary>
    public int DaysLate(DateOnly day) => IsPerformed ? 0 : Math.Max(0, day.DayNumber - DueOn.DayNumber);

    public bool IsOwedBy(Guid? partyId) => partyId is { } party && ObligorPartyIds.Contains(party);

    public bool Concerns(Guid partyId) => IsOwedBy(partyId) || ObligeePartyId == partyId;

    public bool HasOpenDispute(Guid partyId) =>
        Acts.LastOrDefault(act => act.PartyId == partyId && act.Kind is PerformanceActKind.Disputed or PerformanceActKind.DisputeEnded)?.Kind == PerformanceActKind.Disputed;

    /// <summary>Until somebody reports again, or something arrives.</summary>
    private bool LastReportWasContested =>
        Acts.LastOrDefault(act => act.Counts || act.Kind is PerformanceActKind.Reported or PerformanceActKind.Contested)?.Kind == PerformanceActKind.Contested;
}
