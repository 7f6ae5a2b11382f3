using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using NonLitigation.Odr.Documents.Shared;

namespace NonLitigation.Odr.Documents.Settlements;

/// <summary>A signature that a certification authority made for a person under the text itself.</summary>
/// <param name="Name">The certificate's common name.</param>
/// <param name="Issuer">Who issued it.</param>
/// <param name="Trusted">Its chain leads to a known authority.</param>
public sealed record PersonSignature(string Name, string Issuer, bool Trusted)
{
    /// <returns>Null when it is no signature over these bytes.</returns>
    public static PersonSignature? Read(byte[] cms, ReadOnlyMemory<byte> text, IReadOnlyList<X509Certificate2> authorities)
    {
        try
        {
            var read = new SignedCms(new ContentInfo(text.ToArray()), detached: true);
            read.Decode(cms);
            if (read.SignerInfos is not [{ Certificate: { } certificate } signer]) return null;
            signer.CheckSignature(verifySignatureOnly: true);
            return new(certificate.GetNameInfo(X509NameType.SimpleName, false), certificate.GetNameInfo(X509NameType.SimpleName, true),
                CertificateTrust.Holds(certificate, authorities, read.Certificates));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
