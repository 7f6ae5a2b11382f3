using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace NonLitigation.Odr.Server.Tests.Documents;

/// <summary>A seal's certificate and the authority above it that keeps a revocation list, with dates of our own choice.</summary>
internal sealed class TestSeal : IDisposable
{
    internal static readonly DateTimeOffset From = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    internal static readonly Uri ListAddress = new("http://crl.test/seal.crl");

    private readonly RSA _authorityKey = RSA.Create(3072);
    private readonly X509Certificate2 _authority, _seal;

    internal TestSeal(int years = 10, bool namesList = false)
    {
        var root = new CertificateRequest("CN=测试签章机构", _authorityKey, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        root.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, true));
        root.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        root.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(root.PublicKey, false));
        _authority = root.CreateSelfSigned(From, From.AddYears(30));
        using var key = RSA.Create(3072);
        var request = new CertificateRequest("CN=测试非诉服务中心", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation, true));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(_authority, true, false));
        if (namesList) request.CertificateExtensions.Add(CertificateRevocationListBuilder.BuildCrlDistributionPointExtension([ListAddress.ToString()]));
        using var issued = request.Create(_authority, From, From.AddYears(years), [0x5e, 0xa1, 0x01]);
        _seal = issued.CopyWithPrivateKey(key);
    }

    internal X509Certificate2 Authority => X509CertificateLoader.LoadCertificate(_authority.RawData);

    /// <summary>Certificate and authority, as they lie beside a token.</summary>
    internal string Pem() => $"{_seal.ExportCertificatePem()}\n{_authority.ExportCertificatePem()}\n";

    /// <summary>The private key, PKCS #8.</summary>
    internal string KeyPem() => _seal.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem();

    /// <summary>The PKCS #12 file of a key store.</summary>
    internal byte[] File() => new X509Certificate2Collection { _seal, Authority }.Export(X509ContentType.Pkcs12, "")!;

    /// <param name="revokedAt">Null: the seal is on no list.</param>
    internal byte[] List(DateTimeOffset at, DateTimeOffset? revokedAt = null)
    {
        var list = new CertificateRevocationListBuilder();
        if (revokedAt is { } when) list.AddEntry(_seal, when);
        return list.Build(_authority, 1, at.AddDays(30), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1, at);
    }

    public void Dispose()
    {
        _authorityKey.Dispose();
        _authority.Dispose();
        _seal.Dispose();
    }
}
