using System.Buffers.Binary;
using System.Security.Cryptography;

namespace NonLitigation.Odr.Application.Accounts;

/// <summary>What is pushed is encrypted for the browser alone (RFC 8291, with the content coding aes128gcm of RFC 8188): the push service carries what it cannot read.</summary>
public static class PushEncryption
{
    private const int RecordSize = 4096, SaltLength = 16, TagLength = 16;

    /// <summary>Padded to this, so that not even its length tells one push from another.</summary>
    private const int Padded = 64;

    /// <param name="key">The browser's public key, uncompressed point of P-256.</param>
    /// <param name="secret">Its authentication secret.</param>
    /// <exception cref="CryptographicException">The key is no point of the curve.</exception>
    public static byte[] Encrypt(ReadOnlySpan<byte> text, ReadOnlySpan<byte> key, ReadOnlySpan<byte> secret)
    {
        using var own = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        return Encrypt(text, key, secret, own, RandomNumberGenerator.GetBytes(SaltLength), Padded);
    }

    /// <summary>With a given key, salt and padding: the example of RFC 8291, 5 has no padding.</summary>
    public static byte[] Encrypt(ReadOnlySpan<byte> text, ReadOnlySpan<byte> key, ReadOnlySpan<byte> secret, ECDiffieHellman own, ReadOnlySpan<byte> salt, int padded)
    {
        using var theirs = ECDiffieHellman.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new() { X = key[1..33].ToArray(), Y = key[33..65].ToArray() } });
        var point = own.ExportParameters(false).Q;
        byte[] publicKey = [4, .. point.X!, .. point.Y!];
        var shared = own.DeriveRawSecretAgreement(theirs.PublicKey);
        byte[] about = [.. "WebPush: info\0"u8, .. key, .. publicKey];
        var material = HKDF.DeriveKey(HashAlgorithmName.SHA256, shared, 32, secret.ToArray(), about);
        var contentKey = HKDF.DeriveKey(HashAlgorithmName.SHA256, material, 16, salt.ToArray(), "Content-Encoding: aes128gcm\0"u8.ToArray());
        var nonce = HKDF.DeriveKey(HashAlgorithmName.SHA256, material, 12, salt.ToArray(), "Content-Encoding: nonce\0"u8.ToArray());

        // RFC 8188, 2: text, the mark of the last record, zeros.
        var plain = new byte[Math.Max(text.Length + 1, padded)];
        text.CopyTo(plain);
        plain[text.Length] = 2;
        var head = new byte[SaltLength + 5 + publicKey.Length];
        salt.CopyTo(head);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(SaltLength), RecordSize);
        head[SaltLength + 4] = (byte)publicKey.Length;
        publicKey.CopyTo(head, SaltLength + 5);
        var sealedText = new byte[plain.Length];
        var tag = new byte[TagLength];
        using var cipher = new AesGcm(contentKey, TagLength);
        cipher.Encrypt(nonce, plain, sealedText, tag);
        return [.. head, .. sealedText, .. tag];
    }
}
