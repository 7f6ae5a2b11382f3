using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace NonLitigation.Odr.Domain.Accounts;

/// <summary>A link that lets one person in once. 256 random bits; only their hash is kept.</summary>
public sealed class OneUseLink
{
    private OneUseLink() { }

    public Guid Id { get; private set; }
    public byte[] TokenHash { get; private set; } = [];
    public string Purpose { get; private set; } = "";
    public Guid SubjectId { get; private set; }
    public string Contact { get; private set; } = "";
    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset ExpiresAt { get; private set; }
    public DateTimeOffset? UsedAt { get; private set; }
    public Guid? UsedBy { get; private set; }

    public static (OneUseLink Link, string Token) Make(string purpose, Guid subjectId, string contact, DateTimeOffset now, TimeSpan life)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        return (new OneUseLink
        {
            Id = Guid.CreateVersion7(), TokenHash = HashOf(token), Purpose = purpose, SubjectId = subjectId, Contact = contact, CreatedAt = now, ExpiresAt = now + life,
        }, token);
    }

    public static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    public void Revoke(DateTimeOffset now) => ExpiresAt = now < ExpiresAt ? now : ExpiresAt;

    public void Use(Guid personId, DateTimeOffset now)
    {
        AccountsRules.LinkUsedUp.When(UsedAt is not null);
        AccountsRules.LinkExpired.When(now >= ExpiresAt);
        (UsedAt, UsedBy) = (now, personId);
    }
}
