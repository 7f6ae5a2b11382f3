using System.Security.Cryptography;

namespace NonLitigation.Odr.Domain.Accounts;

/// <summary>A passkey challenge on its way to the person's device, derived from what it is for. Used once, within five minutes.</summary>
public sealed class PasskeyCeremony
{
    private PasskeyCeremony() { }

    public PasskeyCeremony(Guid personId, string purpose, DateTimeOffset now) =>
        (Id, PersonId, Purpose, Nonce, CreatedAt, ExpiresAt) =
        (Guid.CreateVersion7(now), personId, purpose, RandomNumberGenerator.GetBytes(PasskeyEvidence.NonceBytes), now, now + ReauthenticationProof.Life);

    public Guid Id { get; private set; }
    public Guid PersonId { get; private set; }
    public string Purpose { get; private set; } = "";
    public byte[] Nonce { get; private set; } = [];
    /// <summary>What the framework must have back to check the device's answer.</summary>
    public string State { get; private set; } = "";
    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset ExpiresAt { get; private set; }
    public DateTimeOffset? UsedAt { get; private set; }

    public byte[] Challenge => PasskeyEvidence.Challenge(Purpose, Nonce);

    public void Await(string state) => State = state;

    public void Use(Guid personId, string purpose, DateTimeOffset now)
    {
        AccountsRules.PasskeyFailed.When(UsedAt is not null || now >= ExpiresAt || PersonId != personId || Purpose != purpose);
        UsedAt = now;
    }
}
