namespace NonLitigation.Odr.Domain.Enterprises;

/// <summary>
/// The statement of who speaks for an enterprise in a case, from when and on which mandate. The first one opened the dispute; the
/// newest speaks now. Statements are only added.
/// </summary>
public sealed class EnterpriseSpeaker
{
    private EnterpriseSpeaker() { }

    public EnterpriseSpeaker(Guid caseId, Mandate mandate, DateTimeOffset now)
    {
        (CaseId, EnterpriseId, MandateId, Since) = (caseId, mandate.EnterpriseId, mandate.Id, now);
        (PersonId, Name, Scope, ValidTo) = (mandate.PersonId ?? throw new InvalidOperationException("Nobody holds this mandate yet."), mandate.Name, mandate.Scope, mandate.ValidTo);
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid CaseId { get; private set; }
    public Guid EnterpriseId { get; private set; }
    public Guid MandateId { get; private set; }
    public Guid PersonId { get; private set; }
    public string Name { get; private set; } = "";
    /// <summary>Scope and last day of the mandate, as they were then.</summary>
    public MandateScope Scope { get; private set; }
    public DateOnly ValidTo { get; private set; }
    public DateTimeOffset Since { get; private set; }
}
