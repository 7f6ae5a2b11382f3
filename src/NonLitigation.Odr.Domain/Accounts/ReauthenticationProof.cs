namespace NonLitigation.Odr.Domain.Accounts;

/// <summary>That a person was identified again, for one purpose, a moment ago. Used once.</summary>
public sealed class ReauthenticationProof
{
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    private ReauthenticationProof() { }

    public ReauthenticationProof(Guid personId, string purpose, string method, DateTimeOffset now, string? evidence = null)
    {
        (Id, PersonId, Purpose, Method, Evidence, CreatedAt, ExpiresAt) = (Guid.CreateVersion7(), personId, purpose, method, evidence, now, now + Life);
    }

    public Guid Id { get; private set; }
    public Guid PersonId { get; private set; }
    public string Purpose { get; private set; } = "";
    /// <summary><c>code</c> or <c>passkey</c>.</summary>
    public string Method { get; private set; } = "";
    /// <summary>Of a passkey: what its device signed (<see cref="PasskeyEvidence"/>), canonical JSON.</summary>
    public string? Evidence { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset ExpiresAt { get; private set; }
    public DateTimeOffset? UsedAt { get; private set; }

    public void Use(Guid personId, string purpose, DateTimeOffset now)
    {
        AccountsRules.ProofNotValid.When(UsedAt is not null || now >= ExpiresAt || PersonId != personId || Purpose != purpose);
        UsedAt = now;
    }
}
