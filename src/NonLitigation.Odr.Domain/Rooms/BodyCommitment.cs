using System.Buffers;
using System.Security.Cryptography;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Rooms;

/// <summary>
/// Binds an entry to its body without holding it: SHA-256(0x02 || salt || canonical body). Deleting body and salt makes
/// the body unrecoverable while every hash above it still proves.
/// </summary>
public static class BodyCommitment
{
    public const int SaltLength = 32;

    public static byte[] NewSalt() => RandomNumberGenerator.GetBytes(SaltLength);

    /// <param name="salt">Exactly 32 bytes.</param>
    /// <param name="canonicalBody">A canonical JSON object with at least the member <c>type</c>.</param>
    public static Digest Of(ReadOnlySpan<byte> salt, ReadOnlySpan<byte> canonicalBody)
    {
        if (salt.Length != SaltLength) throw new ArgumentException("A salt has 32 bytes.", nameof(salt));
        // One piece and one call: OpenSSL takes longer to make a context than to hash a message.
        var bytes = ArrayPool<byte>.Shared.Rent(1 + SaltLength + canonicalBody.Length);
        bytes[0] = 2;
        salt.CopyTo(bytes.AsSpan(1));
        canonicalBody.CopyTo(bytes.AsSpan(1 + SaltLength));
        var digest = Digest.Of(bytes.AsSpan(0, 1 + SaltLength + canonicalBody.Length));
        ArrayPool<byte>.Shared.Return(bytes, clearArray: true);
        return digest;
    }

    public static Digest Of(ReadOnlySpan<byte> salt, CanonicalObject body) => Of(salt, CanonicalJson.Serialize(body));
}
