using System.Formats.Cbor;
using System.Security.Cryptography;
using System.Text.Json;
using NonLitigation.Odr.Domain.Accounts;

namespace NonLitigation.Odr.Documents.Settlements;

/// <summary>Checks what a passkey signed (WebAuthn level 2, 7.2) without the service that asked for it.</summary>
internal static class PasskeySignature
{
    private const byte PersonPresent = 0x01, PersonVerified = 0x04;
    private const int FlagsAt = 32, LeastData = 37;

    /// <summary>The device of this key verified its holder and signed a challenge made for this purpose and nothing else.</summary>
    internal static bool Holds(PasskeyEvidence evidence)
    {
        try
        {
            return evidence.AuthenticatorData.Length >= LeastData && (evidence.AuthenticatorData[FlagsAt] & (PersonPresent | PersonVerified)) == (PersonPresent | PersonVerified)
                && Asks(evidence) && IsSigned(evidence, [.. evidence.AuthenticatorData, .. SHA256.HashData(evidence.ClientData)]);
        }
        catch (Exception fault) when (fault is JsonException or CborContentException or CryptographicException or FormatException or InvalidOperationException or KeyNotFoundException)
        {
            return false;
        }
    }

    /// <summary>The site on which it was done, as the browser named it; null when it named none.</summary>
    internal static string? Origin(PasskeyEvidence evidence)
    {
        using var client = JsonDocument.Parse(evidence.ClientData);
        return client.RootElement.TryGetProperty("origin", out var origin) ? origin.GetString() : null;
    }

    private static bool Asks(PasskeyEvidence evidence)
    {
        using var client = JsonDocument.Parse(evidence.ClientData);
        var challenge = PasskeyEvidence.Challenge(evidence.Purpose, evidence.Nonce);
        return client.RootElement.GetProperty("type").ValueEquals("webauthn.get")
            && client.RootElement.GetProperty("challenge").ValueEquals(System.Buffers.Text.Base64Url.EncodeToString(challenge));
    }

    /// <summary>COSE algorithms (RFC 9053, RFC 8812) that passkeys use.</summary>
    private static bool IsSigned(PasskeyEvidence evidence, byte[] data)
    {
        var key = Members(evidence.PublicKey);
        var algorithm = (long)key[3];
        return algorithm switch
        {
            -7 or -35 or -36 => Curve(key).VerifyData(data, evidence.Signature, Hash(algorithm), DSASignatureFormat.Rfc3279DerSequence),
            -37 or -38 or -39 => Rsa(key).VerifyData(data, evidence.Signature, Hash(algorithm), RSASignaturePadding.Pss),
            -257 or -258 or -259 => Rsa(key).VerifyData(data, evidence.Signature, Hash(algorithm), RSASignaturePadding.Pkcs1),
            _ => false,
        };
    }

    private static HashAlgorithmName Hash(long algorithm) => algorithm switch
    {
        -7 or -37 or -257 => HashAlgorithmName.SHA256,
        -35 or -38 or -258 => HashAlgorithmName.SHA384,
        _ => HashAlgorithmName.SHA512,
    };

    private static ECDsa Curve(Dictionary<long, object> key) => ECDsa.Create(new ECParameters
    {
        Curve = (long)key[-1] switch { 1 => ECCurve.NamedCurves.nistP256, 2 => ECCurve.NamedCurves.nistP384, 3 => ECCurve.NamedCurves.nistP521, _ => throw new FormatException("Unknown curve.") },
        Q = new ECPoint { X = Bytes(key, -2), Y = Bytes(key, -3) },
    });

    private static RSA Rsa(Dictionary<long, object> key) => RSA.Create(new RSAParameters { Modulus = Bytes(key, -1), Exponent = Bytes(key, -2) });

    private static byte[] Bytes(Dictionary<long, object> key, long name) => key[name] as byte[] ?? throw new FormatException("Not a key.");

    /// <summary>A COSE key's members: whole numbers and byte strings by their number.</summary>
    private static Dictionary<long, object> Members(byte[] cose)
    {
        var (reader, members) = (new CborReader(cose), new Dictionary<long, object>());
        reader.ReadStartMap();
        while (reader.PeekState() != CborReaderState.EndMap)
        {
            var name = reader.ReadInt64();
            members[name] = reader.PeekState() == CborReaderState.ByteString ? reader.ReadByteString() : reader.ReadInt64();
        }
        return members;
    }
}
