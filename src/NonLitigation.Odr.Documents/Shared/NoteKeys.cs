using System.Security.Cryptography;
using System.Text;
using NonLitigation.Odr.Domain.Shared;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Math.EC.Rfc8032;

namespace NonLitigation.Odr.Documents.Shared;

/// <summary>A public key for checkpoints, written as C2SP signed-note asks: <c>name+keyid+base64(0x01 || key)</c>.</summary>
public sealed class NoteVerifierKey
{
    private readonly byte[] _key;
    private readonly byte[] _id;

    internal NoteVerifierKey(string name, byte[] key)
    {
        (Name, _key) = (name, key);
        _id = SHA256.HashData([.. Encoding.UTF8.GetBytes(name), (byte)'\n', 1, .. key])[..NoteSignature.KeyIdLength];
    }

    public string Name { get; }

    public ReadOnlySpan<byte> Id => _id;

    public override string ToString() => $"{Name}+{Convert.ToHexStringLower(_id)}+{Convert.ToBase64String([1, .. _key])}";

    /// <exception cref="FormatException">When it is not an Ed25519 verifier key.</exception>
    public static NoteVerifierKey Parse(string text)
    {
        var parts = text.Split('+', 3);
        var raw = parts.Length == 3 ? Convert.FromBase64String(parts[2]) : [];
        if (raw.Length != 1 + Ed25519.PublicKeySize || raw[0] != 1) throw new FormatException("Not an Ed25519 verifier key.");
        var key = new NoteVerifierKey(parts[0], raw[1..]);
        return key.ToString() == text ? key : throw new FormatException("The key id does not fit name and key.");
    }

    /// <summary>Whether the signature claims to be this key's, by both name and key id.</summary>
    public bool IsNamedBy(NoteSignature signature) => signature.KeyName == Name && signature.Bytes.Span[..NoteSignature.KeyIdLength].SequenceEqual(_id);

    /// <summary>Whether this key made the signature, whatever name stands beside it.</summary>
    public bool Verifies(string text, NoteSignature signature)
    {
        var bytes = signature.Bytes[NoteSignature.KeyIdLength..].ToArray();
        var message = Encoding.UTF8.GetBytes(text);
        return bytes.Length == Ed25519.SignatureSize && Ed25519.Verify(bytes, 0, _key, 0, message, 0, message.Length);
    }
}

/// <summary>The private key that signs checkpoints (Ed25519, RFC 8032).</summary>
public sealed class NoteSigner
{
    private readonly Ed25519PrivateKeyParameters _key;

    internal NoteSigner(string name, byte[] seed)
    {
        if (name.AsSpan().ContainsAny(" +\n")) throw new ArgumentException("A key name has no space, plus or line break.", nameof(name));
        _key = new(seed);
        Verifier = new(name, _key.GeneratePublicKey().GetEncoded());
    }

    public NoteVerifierKey Verifier { get; }

    internal byte[] Seed => _key.GetEncoded();

    /// <param name="text">What is signed, such as a checkpoint's text; ends with a line feed.</param>
    public SignedNote Sign(string text)
    {
        var message = Encoding.UTF8.GetBytes(text);
        var signature = new byte[NoteSignature.KeyIdLength + Ed25519.SignatureSize];
        Verifier.Id.CopyTo(signature);
        Ed25519.Sign(Seed, 0, message, 0, message.Length, signature, NoteSignature.KeyIdLength);
        return new(text, [new(Verifier.Name, signature)]);
    }
}
