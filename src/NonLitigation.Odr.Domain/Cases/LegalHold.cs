namespace NonLitigation.Odr.Domain.Cases;

/// <summary>While it is in place nothing of the case is erased, whatever its term.</summary>
public sealed class LegalHold
{
    public const int LongestWord = 500;

    private LegalHold() { }

    public LegalHold(Guid caseId, string? requester, string? reason, Guid by, string byName, DateTimeOffset now)
    {
        (CaseId, PlacedBy, PlacedByName, PlacedAt) = (caseId, by, byName, now);
        (Requester, Reason) = (RetentionRules.Text(requester, LongestWord), RetentionRules.Text(reason, LongestWord));
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid CaseId { get; private set; }
    /// <summary>Who asked for it, such as a court with its case number.</summary>
    public string Requester { get; private set; } = "";
    public string Reason { get; private set; } = "";
    public Guid PlacedBy { get; private set; }
    public string PlacedByName { get; private set; } = "";
    public DateTimeOffset PlacedAt { get; private set; }
    public Guid? ReleasedBy { get; private set; }
    public DateTimeOffset? ReleasedAt { get; private set; }
    public string? ReleaseReason { get; private set; }

    public void Release(string? reason, Guid by, DateTimeOffset now)
    {
        RetentionRules.HoldReleased.When(ReleasedAt is not null);
        (ReleaseReason, ReleasedBy, ReleasedAt) = (RetentionRules.Text(reason, LongestWord), by, now);
    }
}
