namespace NonLitigation.Odr.Domain.Network;

/// <summary>A mediator of one organisation. What is public about him follows the court rules on online mediation, art. 5.</summary>
public sealed class Mediator
{
    private Mediator() { }

    public Mediator(Guid id, Guid? personId, Guid organisationId, string name, MediatorPool pool, int grade, int capacity, string introduction, IEnumerable<DisputeKind> skills)
    {
        (Id, PersonId, OrganisationId, Name, Pool, Grade, Capacity, Introduction, Skills) = (id, personId, organisationId, name, pool, grade, capacity, introduction, [.. skills.Distinct()]);
    }

    public Guid Id { get; private set; }
    /// <summary>The account; null while the mediator has none and can only be looked up.</summary>
    public Guid? PersonId { get; private set; }
    public Guid OrganisationId { get; private set; }
    public string Name { get; private set; } = "";
    public List<DisputeKind> Skills { get; private set; } = [];
    public MediatorPool Pool { get; private set; }
    /// <summary>1 (highest) to 4.</summary>
    public int Grade { get; private set; }
    public string Introduction { get; private set; } = "";
    public int Capacity { get; private set; }
    /// <summary>Kept by <c>IMediatorCapacity</c> in one statement, never by this object.</summary>
    public int OpenCases { get; private set; }
    public DateTimeOffset? SuspendedAt { get; private set; }
}
