namespace NonLitigation.Odr.Domain.Enterprises;

/// <summary>
/// The right to speak for an enterprise: of one person, with a scope, to a day. Given to a contact; whoever first enters with it
/// is the person. Once ended it never comes back: a new one is given.
/// </summary>
public sealed class Mandate
{
    private Mandate() { }

    internal Mandate(Guid enterpriseId, MandateGrant grant, Guid? grantedBy, DateTimeOffset now) =>
        (EnterpriseId, Name, Contact, Scope, ValidTo, GrantedBy, GrantedAt) = (enterpriseId, grant.Name, grant.Contact, grant.Scope, grant.ValidTo, grantedBy, now);

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid EnterpriseId { get; private set; }
    /// <summary>Null until somebody entered with the contact.</summary>
    public Guid? PersonId { get; private set; }
    public string Name { get; private set; } = "";
    public string Contact { get; private set; } = "";
    public MandateScope Scope { get; private set; }
    /// <summary>Last day, by the calendar of China.</summary>
    public DateOnly ValidTo { get; private set; }
    /// <summary>Null for the one given at registration.</summary>
    public Guid? GrantedBy { get; private set; }
    public DateTimeOffset GrantedAt { get; private set; }
    /// <summary>When it was revoked, or noticed as expired.</summary>
    public DateTimeOffset? EndedAt { get; private set; }
    public Guid? RevokedBy { get; private set; }

    public bool Revoked => RevokedBy is not null;

    public bool InForce(DateOnly today) => EndedAt is null && today <= ValidTo;

    public bool Allows(MandateScope scope, DateOnly today) => InForce(today) && Scope >= scope;

    internal bool Says(MandateGrant grant) => (Name, Contact, Scope, ValidTo) == (grant.Name, grant.Contact, grant.Scope, grant.ValidTo);

    internal void Bind(Guid personId) => PersonId = personId;

    internal void End(Guid? revokedBy, DateTimeOffset now) => (EndedAt, RevokedBy) = (now, revokedBy);
}
