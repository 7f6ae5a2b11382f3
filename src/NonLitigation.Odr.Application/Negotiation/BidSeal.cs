using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using NonLitigation.Odr.Domain.Negotiation;

namespace NonLitigation.Odr.Application.Negotiation;

/// <summary>
/// One party's place in a round, sealed with AES-256-GCM: nonce (12 bytes), 48 bytes, tag (16). The 48 bytes are the same length whatever was said, and whether
/// anything was: a layout number, whether it was said, yes or no (1, 2; 0 for neither), the gap, the sum in fen (8 bytes, 0 for none), the person (16), the time in ticks
/// (8), zeros. Round and party are bound to it: in another's place it does not open.
/// </summary>
internal static class BidSeal
{
    private const int Nonce = 12, Inside = 48, Tag = 16;
    public const int Length = Nonce + Inside + Tag;
    private const byte Layout = 1;

    /// <param name="said">Null: nothing was.</param>
    public static byte[] Write(BlindBid? said)
    {
        var inside = new byte[Inside];
        inside[0] = Layout;
        if (said is null) return inside;
        inside[1] = 1;
        inside[2] = said.Accepts switch { true => 1, false => 2, null => 0 };
        inside[3] = said.SharesGap ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteInt64BigEndian(inside.AsSpan(8), said.AmountFen ?? 0);
        said.PersonId.TryWriteBytes(inside.AsSpan(16), bigEndian: true, out _);
        BinaryPrimitives.WriteInt64BigEndian(inside.AsSpan(32), said.At.UtcTicks);
        return inside;
    }

    /// <returns>Null when nothing was said.</returns>
    public static BlindBid? Read(Guid party, byte[] inside)
    {
        if (inside[1] == 0) return null;
        var fen = BinaryPrimitives.ReadInt64BigEndian(inside.AsSpan(8));
        return new(party, new Guid(inside.AsSpan(16, 16), bigEndian: true), fen == 0 ? null : fen, inside[2] switch { 1 => true, 2 => false, _ => null }, inside[3] == 1,
            new DateTimeOffset(BinaryPrimitives.ReadInt64BigEndian(inside.AsSpan(32)), TimeSpan.Zero));
    }

    public static byte[] Close(byte[] key, Guid round, Guid party, byte[] inside)
    {
        var contents = new byte[Length];
        RandomNumberGenerator.Fill(contents.AsSpan(0, Nonce));
        using var cipher = new AesGcm(key, Tag);
        cipher.Encrypt(contents.AsSpan(0, Nonce), inside, contents.AsSpan(Nonce, Inside), contents.AsSpan(Nonce + Inside), Bound(round, party));
        return contents;
    }

    /// <returns>Null when it was not sealed so, with this key, for this round and party.</returns>
    public static byte[]? Open(byte[] key, Guid round, Guid party, byte[] contents)
    {
        if (contents.Length != Length) return null;
        var inside = new byte[Inside];
        using var cipher = new AesGcm(key, Tag);
        try
        {
            cipher.Decrypt(contents.AsSpan(0, Nonce), contents.AsSpan(Nonce, Inside), contents.AsSpan(Nonce + Inside), inside, Bound(round, party));
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
        return inside[0] == Layout ? inside : null;
    }

    private static byte[] Bound(Guid round, Guid party) => Encoding.ASCII.GetBytes($"NonLitigation.Odr.BlindBid {round:N} {party:N}");
}
