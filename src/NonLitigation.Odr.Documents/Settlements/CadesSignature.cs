using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace NonLitigation.Odr.Documents.Settlements;

/// <summary>Makes the signature value of a sealed outcome: detached CMS of the CAdES baseline (ETSI EN 319 122-1), no signing time inside.</summary>
internal static class CadesSignature
{
    internal const string SigningCertificateV2 = "1.2.840.113549.1.9.16.2.47";
    internal const string TimestampToken = "1.2.840.113549.1.9.16.2.14";

    /// <param name="token">The seal's key when the certificate comes without it.</param>
    internal static SignedCms Sign(byte[] content, X509Certificate2 seal, RSA? token, X509Certificate2Collection chain)
    {
        var signer = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, seal, token)
        {
            DigestAlgorithm = new Oid("2.16.840.1.101.3.4.2.1"),
            IncludeOption = X509IncludeOption.EndCertOnly,
        };
        foreach (var certificate in chain)
            if (!certificate.RawDataMemory.Span.SequenceEqual(seal.RawDataMemory.Span)) signer.Certificates.Add(certificate);
        signer.SignedAttributes.Add(new AsnEncodedData(new Oid(SigningCertificateV2), CertificateReference(seal)));
        var cms = new SignedCms(new ContentInfo(content), detached: true);
        cms.ComputeSignature(signer, silent: true);
        return cms;
    }

    /// <summary>SigningCertificateV2 of RFC 5035: the SHA-256 of the signer's certificate.</summary>
    internal static byte[] CertificateReference(X509Certificate2 certificate)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence())
        using (writer.PushSequence())
            writer.WriteOctetString(SHA256.HashData(certificate.RawDataMemory.Span));
        return writer.Encode();
    }
}
