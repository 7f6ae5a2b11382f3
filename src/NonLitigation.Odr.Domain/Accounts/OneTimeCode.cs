using System.Security.Cryptography;

namespace NonLitigation.Odr.Domain.Accounts;

/// <summary>A six-digit code on its way to a contact: ten minutes, five tries, one use. Only a slow hash of it is kept.</summary>
public sealed class OneTimeCode
{
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(10);
    public const int Tries = 5;
    private const int Rounds = 20_000;

    private OneTimeCode() { }

    public Guid Id { get; private set; }
    public string Contact { get; private set; } = "";
    /// <summary>The person who proves himself again; null when somebody enters.</summary>
    public Guid? PersonId { get; private set; }
    public Guid? LinkId { get; private set; }
    public string Address { get; private set; } = "";
    public byte[] Hash { get; private set; } = [];
    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset ExpiresAt { get; private set; }
    public int TriesLeft { get; private set; }
    public DateTimeOffset? UsedAt { get; private set; }

    public static (OneTimeCode Challenge, string Code) Make(string contact, Guid? personId, Guid? linkId, string address, DateTimeOffset now)
    {
        var code = RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", System.Globalization.CultureInfo.InvariantCulture);
        var id = Guid.CreateVersion7();
        return (new OneTimeCode
        {
            Id = id, Contact = contact, PersonId = personId, LinkId = linkId, Address = address, Hash = HashOf(id, code),
            CreatedAt = now, ExpiresAt = now + Life, TriesLeft = Tries,
        }, code);
    }

    /// <summary>Counts the try. The caller holds the row's lock and saves in either case.</summary>
    public bool Try(string? code, Guid? personId, DateTimeOffset now)
    {
        if (UsedAt is not null || TriesLeft == 0 || now >= ExpiresAt || PersonId != personId)
        {
            Pretend(code);
            return false;
        }

        TriesLeft--;
        if (!CryptographicOperations.FixedTimeEquals(Hash, HashOf(Id, code))) return false;
        UsedAt = now;
        return true;
    }

    /// <summary>The same work as a real check, for a challenge that does not exist.</summary>
    public static void Pretend(string? code) => HashOf(Guid.Empty, code);

    private static byte[] HashOf(Guid id, string? code) => Rfc2898DeriveBytes.Pbkdf2(code?.Trim() ?? "", id.ToByteArray(), Rounds, HashAlgorithmName.SHA256, 32);
}
