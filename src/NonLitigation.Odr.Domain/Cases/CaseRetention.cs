using NonLitigation.Odr.Domain.Law;

namespace NonLitigation.Odr.Domain.Cases;

/// <summary>What becomes of a case after its end: how long it is kept and on what basis, whether it is sealed (个人信息保护法 47), when it was erased.</summary>
public sealed class CaseRetention
{
    private CaseRetention() { }

    public Guid CaseId { get; private set; }
    public Guid OrganisationId { get; private set; }
    public RetentionClass Class { get; private set; }
    /// <summary>Null: for ever.</summary>
    public int? Years { get; private set; }
    /// <summary>The organisation's words as of that day; null: the product's default, nobody has decided.</summary>
    public string? Basis { get; private set; }
    /// <summary>The day, in China, on which the case ended.</summary>
    public DateOnly EndedOn { get; private set; }
    /// <summary>The last day on which the file is kept; null: for ever.</summary>
    public DateOnly? EndsOn { get; private set; }
    public DateTimeOffset AssignedAt { get; private set; }
    public DateTimeOffset? SealedAt { get; private set; }
    public string? SealedReason { get; private set; }
    /// <summary>Written by the database's own act of erasing, never by this class.</summary>
    public DateTimeOffset? ErasedAt { get; private set; }
    /// <summary>When the exhibits' files had gone from the disk too.</summary>
    public DateTimeOffset? FilesErasedAt { get; private set; }

    public static CaseRetention Assign(Case file, RetentionPolicy policy, DateTimeOffset now)
    {
        var assigned = new CaseRetention { CaseId = file.Id, OrganisationId = file.OrganisationId, EndedOn = Deadline.DayOf(file.EndedAt ?? now) };
        assigned.Take(policy, policy.ClassOf(file.Stage == CaseStage.Agreed), policy.Basis, now);
        return assigned;
    }

    /// <summary>The organisation puts this case into another class, with its reason.</summary>
    public void Reclassify(RetentionPolicy policy, RetentionClass kind, string? reason, DateTimeOffset now)
    {
        RetentionRules.Erased.When(ErasedAt is not null);
        Take(policy, kind, RetentionRules.Text(reason, RetentionPolicy.LongestBasis), now);
    }

    /// <summary>From now on the file is stored and protected, and nothing else.</summary>
    /// <param name="obstacles">For what it is still needed.</param>
    public void Seal(IReadOnlyCollection<SealObstacle> obstacles, string? reason, DateTimeOffset now)
    {
        RetentionRules.Erased.When(ErasedAt is not null);
        RetentionRules.AlreadySealed.When(SealedAt is not null);
        if (obstacles.Count > 0) throw RetentionRules.StillNeeded(obstacles).Refused();
        (SealedReason, SealedAt) = (RetentionRules.Text(reason, RetentionPolicy.LongestBasis), now);
    }

    private void Take(RetentionPolicy policy, RetentionClass kind, string? basis, DateTimeOffset now)
    {
        (Class, Years, Basis, AssignedAt) = (kind, policy.YearsOf(kind), basis, now);
        EndsOn = Years is { } years ? EndedOn.AddYears(years) : null;
    }
}
