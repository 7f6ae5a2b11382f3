namespace NonLitigation.Odr.Domain.Settlements;

/// <summary>How a person was proved again just before the act, and from where it came.</summary>
/// <param name="Method">E.g. a passkey or a one-time code, as the proof of re-authentication says.</param>
/// <param name="Evidence">What can be checked of it without the service (of a passkey: what its device signed), canonical JSON; null of a code.</param>
/// <param name="Certified">What a certification authority signed for the person: detached CMS over the frozen bytes, DER.</param>
public sealed record SigningProof(string Method, string? Address, string? Device, string? Evidence = null, byte[]? Certified = null);

/// <summary>One seat of a signing round: whose act is needed, and that act once it is done.</summary>
public sealed class Signature
{
    private Signature() { }

    internal Signature(int position, SignerRole role, string name, Guid? partyId = null, Guid? personId = null, string? @for = null, Guid? organisationId = null) =>
        (Id, Position, Role, Name, PartyId, PersonId, For, OrganisationId) = (Guid.CreateVersion7(), position, role, name, partyId, personId, @for, organisationId);

    public Guid Id { get; private set; }
    /// <summary>Place in the text: parties in their order, then the mediator, then the seal.</summary>
    public int Position { get; private set; }
    public SignerRole Role { get; private set; }
    public Guid? PartyId { get; private set; }
    public Guid? PersonId { get; private set; }
    public Guid? OrganisationId { get; private set; }
    /// <summary>The name to be typed; of the seal: the organisation whose seal it is.</summary>
    public string Name { get; private set; } = "";
    public string? For { get; private set; }
    public DateTimeOffset? SignedAt { get; private set; }
    /// <summary>Hash of the bytes that were signed.</summary>
    public string? SignedHash { get; private set; }
    public string? TypedName { get; private set; }
    public string? Method { get; private set; }
    public string? Address { get; private set; }
    public string? Device { get; private set; }
    public string? Evidence { get; private set; }
    public byte[]? Certified { get; private set; }
    public DateTimeOffset? DeclinedAt { get; private set; }
    public string? DeclinedReason { get; private set; }

    public bool HasSigned => SignedAt is not null;

    internal void Sign(string hash, string typedName, SigningProof proof, DateTimeOffset now) =>
        (SignedAt, SignedHash, TypedName, Method, Address, Device, Evidence, Certified) =
        (now, hash, typedName, proof.Method, proof.Address, proof.Device, proof.Evidence, proof.Certified);

    internal void Decline(string reason, DateTimeOffset now) => (DeclinedAt, DeclinedReason) = (now, reason);
}
