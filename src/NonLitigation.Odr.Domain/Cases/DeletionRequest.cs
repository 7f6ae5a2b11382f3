namespace NonLitigation.Odr.Domain.Cases;

public enum DeletionAnswer
{
    /// <summary>The term of retention runs: the file is sealed instead (个人信息保护法 47, paragraph 2).</summary>
    Sealed,
    Refused,
}

/// <summary>A party asks that what is kept of him be deleted (个人信息保护法 47); the organisation answers with its reason.</summary>
public sealed class DeletionRequest
{
    public const int LongestReason = 1_000;

    private DeletionRequest() { }

    public DeletionRequest(Guid caseId, Guid partyId, Guid personId, Guid requestId, string? reason, DateTimeOffset now)
    {
        RetentionRules.IdMissing.When(requestId == Guid.Empty);
        (CaseId, PartyId, PersonId, RequestId, AskedAt) = (caseId, partyId, personId, requestId, now);
        Reason = RetentionRules.Text(reason, LongestReason);
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid CaseId { get; private set; }
    public Guid PartyId { get; private set; }
    public Guid PersonId { get; private set; }
    /// <summary>The asker's own id; a repeat finds this request.</summary>
    public Guid RequestId { get; private set; }
    public string Reason { get; private set; } = "";
    public DateTimeOffset AskedAt { get; private set; }
    public DeletionAnswer? Answer { get; private set; }
    public string? AnswerReason { get; private set; }
    public Guid? AnsweredBy { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }

    public void Reply(DeletionAnswer answer, string? reason, Guid by, DateTimeOffset now)
    {
        RetentionRules.RequestAnswered.When(Answer is not null);
        (Answer, AnswerReason, AnsweredBy, AnsweredAt) = (answer, RetentionRules.Text(reason, LongestReason), by, now);
    }
}
