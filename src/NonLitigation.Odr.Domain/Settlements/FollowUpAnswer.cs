using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Settlements;

/// <summary>A party's answer when he is asked how the performance went.</summary>
/// <param name="Satisfaction">1 (not at all) to 5 (very).</param>
public sealed record FollowUpWord(FollowUpFinding Finding, int Satisfaction, string? Note)
{
    /// <exception cref="RefusalException">When it is not one of the answers that can be given.</exception>
    internal FollowUpWord Clean()
    {
        PerformanceRules.SatisfactionUnknown.When(Satisfaction is < 1 or > 5 || !Enum.IsDefined(Finding));
        var note = new PerformanceWord(Note: Note).Clean().Note;
        return this with { Note = note };
    }
}

/// <summary>The answer as it is kept: one of each party.</summary>
public sealed class FollowUpAnswer
{
    private FollowUpAnswer() { }

    internal FollowUpAnswer(Guid performanceId, Guid partyId, PerformanceActor by, FollowUpWord word)
    {
        (PerformanceId, PartyId, PersonId, RequestId, At) = (performanceId, partyId, by.PersonId, by.RequestId, by.At);
        (Finding, Satisfaction, Note) = (word.Finding, word.Satisfaction, word.Note ?? "");
    }

    public Guid PerformanceId { get; private set; }
    public Guid PartyId { get; private set; }
    public Guid PersonId { get; private set; }
    public Guid RequestId { get; private set; }
    public DateTimeOffset At { get; private set; }
    public FollowUpFinding Finding { get; private set; }
    public int Satisfaction { get; private set; }
    public string Note { get; private set; } = "";

    public FollowUpWord Word => new(Finding, Satisfaction, Note);
}
