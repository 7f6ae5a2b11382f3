using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace NonLitigation.Odr.Documents.Shared;

/// <summary>Makes an authority of its own and a seal certificate below it. A licensed authority's PKCS #12 file can take its place.</summary>
internal static class SealCertificate
{
    /// <returns>A PKCS #12 file without password: seal with private key, and the authority's certificate (its key is thrown away).</returns>
    internal static byte[] Create(string name, bool development = false)
    {
        var mark = development ? $", {KeyFaults.Mark}" : "";
        var from = DateTimeOffset.UtcNow.AddMinutes(-5);
        using var rootKey = RSA.Create(3072);
        var root = new CertificateRequest($"CN={name} 自签根证书{mark}", rootKey, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        root.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, true));
        root.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        root.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(root.PublicKey, false));
        using var authority = root.CreateSelfSigned(from, from.AddYears(20));

        using var key = RSA.Create(3072);
        var request = new CertificateRequest($"CN={name}{mark}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(authority, true, false));
        using var issued = request.Create(authority, from, from.AddYears(10), RandomNumberGenerator.GetBytes(16));
        using var seal = issued.CopyWithPrivateKey(key);
        return new X509Certificate2Collection { seal, X509CertificateLoader.LoadCertificate(authority.RawData) }.Export(X509ContentType.Pkcs12, "")!;
    }
}
