namespace NonLitigation.Odr.Domain.Cases;

/// <summary>A sealed case is open for one named person for some days, for a reason that is recorded; he sees what he saw before, nobody else anything.</summary>
public sealed class SealOpening
{
    public const int MostDays = 30, LongestReason = 500;

    private SealOpening() { }

    public SealOpening(Guid caseId, Guid reader, string readerName, string? reason, int days, Guid by, string byName, DateTimeOffset now)
    {
        RetentionRules.DaysOutOfRange.When(days is < 1 or > MostDays);
        (CaseId, ReaderId, ReaderName, OpenedBy, OpenedByName, OpenedAt, Until) = (caseId, reader, readerName, by, byName, now, now.AddDays(days));
        Reason = RetentionRules.Text(reason, LongestReason);
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid CaseId { get; private set; }
    public Guid ReaderId { get; private set; }
    public string ReaderName { get; private set; } = "";
    public string Reason { get; private set; } = "";
    public Guid OpenedBy { get; private set; }
    public string OpenedByName { get; private set; } = "";
    public DateTimeOffset OpenedAt { get; private set; }
    public DateTimeOffset Until { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }

    public void End(DateTimeOffset now) => EndedAt ??= now;
}
