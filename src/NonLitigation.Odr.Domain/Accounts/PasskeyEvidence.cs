using System.Security.Cryptography;
using System.Text;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Accounts;

/// <summary>
/// What a passkey signed for one act (WebAuthn level 2, 6.3.3 and 7.2): enough for anybody to check, without this service, that the key's device was
/// asked about exactly this purpose. Which person the key belongs to is the service's word.
/// </summary>
/// <param name="Nonce">32 random bytes that make each challenge a fresh one.</param>
/// <param name="ClientData">The browser's clientDataJSON, as signed.</param>
/// <param name="AuthenticatorData">The device's authenticatorData, as signed.</param>
/// <param name="Signature">Over the authenticator data and the SHA-256 of the client data.</param>
/// <param name="PublicKey">COSE key (RFC 9052) of the passkey.</param>
public sealed record PasskeyEvidence(string Purpose, byte[] Nonce, byte[] ClientData, byte[] AuthenticatorData, byte[] Signature, byte[] PublicKey)
{
    public const int NonceBytes = 32;
    private const string Kind = "passkey", Prefix = "nonlitigation-odr/passkey-challenge/1";

    /// <summary>The challenge that the device signs: derived from the purpose, so of a signature from the document's hash.</summary>
    public static byte[] Challenge(string purpose, ReadOnlySpan<byte> nonce) => SHA256.HashData([.. Encoding.UTF8.GetBytes($"{Prefix}\n{purpose}\n"), .. nonce]);

    public CanonicalObject ToJson() => new()
    {
        ["kind"] = Kind, ["purpose"] = Purpose, ["nonce"] = Convert.ToBase64String(Nonce), ["clientData"] = Convert.ToBase64String(ClientData),
        ["authenticatorData"] = Convert.ToBase64String(AuthenticatorData), ["signature"] = Convert.ToBase64String(Signature), ["publicKey"] = Convert.ToBase64String(PublicKey),
    };

    /// <summary>Null when it is no evidence of this kind.</summary>
    /// <exception cref="FormatException">When one of its members is not base 64.</exception>
    public static PasskeyEvidence? Read(CanonicalValue? value) => value is CanonicalObject json && json.Text("kind") == Kind && json.Text("purpose") is { } purpose
        ? new(purpose, Bytes(json, "nonce"), Bytes(json, "clientData"), Bytes(json, "authenticatorData"), Bytes(json, "signature"), Bytes(json, "publicKey"))
        : null;

    private static byte[] Bytes(CanonicalObject json, string name) => Convert.FromBase64String(json.Text(name) ?? throw new FormatException($"{name} is missing."));
}
