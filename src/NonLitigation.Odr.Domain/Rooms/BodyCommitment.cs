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
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData([2]);
        hash.AppendData(salt);
        hash.AppendData(canonicalBody);
        return new(hash.GetHashAndReset());
    }

    public static Digest Of(ReadOnlySpan<byte> salt, CanonicalObject body) => Of(salt, CanonicalJson.Serialize(body));
}
