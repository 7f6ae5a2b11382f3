namespace NonLitigation.Odr.Domain.Enterprises;

/// <summary>A place in an enterprise's butler team; kept after it ended, because the connection goes on to bar from mediating.</summary>
public sealed class ButlerSeat
{
    private ButlerSeat() { }

    public ButlerSeat(Guid personId, string name, Guid organisationId, bool lead) =>
        (PersonId, Name, OrganisationId, Lead) = (personId, name, organisationId, lead);

    public Guid EnterpriseId { get; private set; }
    public Guid PersonId { get; private set; }
    public string Name { get; private set; } = "";
    /// <summary>Whom the butler works for.</summary>
    public Guid OrganisationId { get; private set; }
    public bool Lead { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }
}
