using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace NonLitigation.Odr.Domain.Rooms;

/// <summary>
/// A mediator's private calendar for subscribing: whoever has the address reads it, so the address is 256 random bits of which only the hash is kept, and it
/// can be revoked. One for each person.
/// </summary>
public sealed class CalendarFeed
{
    private CalendarFeed() { }

    public Guid PersonId { get; private set; }
    public byte[] SecretHash { get; private set; } = [];
    public DateTimeOffset MadeAt { get; private set; }

    public static (CalendarFeed Feed, string Secret) Make(Guid personId, DateTimeOffset now)
    {
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        return (new() { PersonId = personId, SecretHash = HashOf(secret), MadeAt = now }, secret);
    }

    public static byte[] HashOf(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
