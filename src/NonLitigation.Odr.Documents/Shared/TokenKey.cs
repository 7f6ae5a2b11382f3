using System.Formats.Asn1;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Net.Pkcs11Interop.Common;
using Net.Pkcs11Interop.HighLevelAPI;

namespace NonLitigation.Odr.Documents.Shared;

/// <summary>Where a seal's private key lies that must not be a file: a PKCS #11 token (a security module, a USB key).</summary>
/// <param name="Module">Path of the vendor's library, e.g. <c>/usr/lib/softhsm/libsofthsm2.so</c>.</param>
/// <param name="Token">The token's label.</param>
/// <param name="PinFile">Holds the user's PIN in its first line; readable to the service alone.</param>
/// <param name="Key">The private key's label.</param>
public sealed record TokenOptions(string Module, string Token, string PinFile, string Key);

/// <summary>An RSA key that never leaves its token: the token is given a hash and gives back a signature (PKCS #11, CKM_RSA_PKCS).</summary>
internal sealed class TokenKey : RSA
{
    private static readonly Lock Alone = new();

    // The library asks for "libdl", a name that glibc has for compilers only.
    static TokenKey() => NativeLibrary.SetDllImportResolver(typeof(Pkcs11InteropFactories).Assembly,
        (name, assembly, path) => name == "libdl" && NativeLibrary.TryLoad("libdl.so.2", out var found) ? found : NativeLibrary.TryLoad(name, assembly, path, out found) ? found : 0);

    private readonly Pkcs11InteropFactories _factories = new();
    private readonly TokenOptions _options;
    private readonly RSAParameters _public;
    private readonly IPkcs11Library _library;

    /// <exception cref="InvalidOperationException">When module, token or key cannot be had, or the key is not the certificate's.</exception>
    internal TokenKey(TokenOptions options, X509Certificate2 certificate)
    {
        _options = options;
        using var rsa = certificate.GetRSAPublicKey() ?? throw new InvalidOperationException("The seal's certificate is not for an RSA key.");
        (_public, KeySizeValue) = (rsa.ExportParameters(false), rsa.KeySize);
        try
        {
            _library = _factories.Pkcs11LibraryFactory.LoadPkcs11Library(_factories, options.Module, AppType.MultiThreaded);
        }
        catch (Exception fault) when (fault is Pkcs11Exception or UnmanagedException)
        {
            throw new InvalidOperationException($"The PKCS #11 module {options.Module} cannot be loaded.", fault);
        }
        try
        {
            var probe = SHA256.HashData("seal"u8);
            if (!rsa.VerifyHash(probe, SignHash(probe, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))
                throw new InvalidOperationException($"The key {options.Key} on token {options.Token} is not that of the seal's certificate.");
        }
        catch (InvalidOperationException)
        {
            _library.Dispose();
            throw;
        }
    }

    public override byte[] SignHash(byte[] hash, HashAlgorithmName hashAlgorithm, RSASignaturePadding padding)
    {
        if (hashAlgorithm != HashAlgorithmName.SHA256 || padding != RSASignaturePadding.Pkcs1) throw new CryptographicException("The token signs RSA PKCS #1 v1.5 with SHA-256 only.");
        lock (Alone)
        {
            try
            {
                return Sign(hash);
            }
            catch (Pkcs11Exception fault)
            {
                throw new InvalidOperationException($"The token {_options.Token} did not sign: {fault.RV}.", fault);
            }
        }
    }

    public override RSAParameters ExportParameters(bool includePrivateParameters) =>
        includePrivateParameters ? throw new CryptographicException("The key never leaves its token.") : _public;

    public override void ImportParameters(RSAParameters parameters) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) _library.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>A session for each signature: a token that was taken out and put back is found again.</summary>
    private byte[] Sign(byte[] hash)
    {
        var slot = _library.GetSlotList(SlotsType.WithTokenPresent).FirstOrDefault(slot => slot.GetTokenInfo().Label.TrimEnd() == _options.Token)
            ?? throw new InvalidOperationException($"There is no token {_options.Token}.");
        using var session = slot.OpenSession(SessionType.ReadOnly);
        session.Login(CKU.CKU_USER, File.ReadLines(_options.PinFile).First().Trim());
        var found = session.FindAllObjects([
            _factories.ObjectAttributeFactory.Create(CKA.CKA_CLASS, CKO.CKO_PRIVATE_KEY), _factories.ObjectAttributeFactory.Create(CKA.CKA_LABEL, _options.Key)]);
        if (found.Count != 1) throw new InvalidOperationException($"The token {_options.Token} has {found.Count} private keys {_options.Key}.");
        using var mechanism = _factories.MechanismFactory.Create(CKM.CKM_RSA_PKCS);
        return session.Sign(mechanism, found[0], DigestInfo(hash));
    }

    /// <summary>RFC 8017, 9.2: algorithm and hash, as the padding expects them.</summary>
    private static byte[] DigestInfo(byte[] hash)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier("2.16.840.1.101.3.4.2.1");
                writer.WriteNull();
            }
            writer.WriteOctetString(hash);
        }
        return writer.Encode();
    }
}
