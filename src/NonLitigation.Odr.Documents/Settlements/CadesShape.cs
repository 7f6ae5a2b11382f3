using System.Formats.Asn1;

namespace NonLitigation.Odr.Documents.Settlements;

/// <summary>
/// The one shape of CMS that <see cref="CadesSignature"/> writes. A verifier that reads CMS generously would let bytes change that no
/// signature covers (versions, algorithm lists, sets); here every such byte is compared with what it must be.
/// </summary>
internal static class CadesShape
{
    private const string SignedData = "1.2.840.113549.1.7.2", Data = "1.2.840.113549.1.7.1", Sha256 = "2.16.840.1.101.3.4.2.1", Rsa = "1.2.840.113549.1.1.1";

    /// <exception cref="AsnContentException">When it is not even DER.</exception>
    internal static bool Holds(byte[] der)
    {
        var outer = new AsnReader(der, AsnEncodingRules.DER);
        var info = outer.ReadSequence();
        if (outer.HasData || info.ReadObjectIdentifier() != SignedData) return false;
        var wrapped = info.ReadSequence(new Asn1Tag(TagClass.ContextSpecific, 0));
        var data = wrapped.ReadSequence();
        if (info.HasData || wrapped.HasData || data.ReadInteger() != 1) return false;
        var digests = data.ReadSetOf();
        if (!IsAlgorithm(digests.ReadSequence(), Sha256) || digests.HasData) return false;
        var content = data.ReadSequence();
        if (content.ReadObjectIdentifier() != Data || content.HasData) return false;
        data.ReadSetOf(new Asn1Tag(TagClass.ContextSpecific, 0)); // certificates: compared one by one by the caller
        var signers = data.ReadSetOf();
        var signer = signers.ReadSequence();
        if (data.HasData || signers.HasData || signer.ReadInteger() != 1) return false;
        signer.ReadEncodedValue(); // issuer and serial number: SignedCms finds the certificate by them
        if (!IsAlgorithm(signer.ReadSequence(), Sha256)) return false;
        signer.ReadSetOf(new Asn1Tag(TagClass.ContextSpecific, 0)); // signed attributes: under the signature
        if (!IsAlgorithm(signer.ReadSequence(), Rsa)) return false;
        signer.ReadOctetString();
        if (!signer.HasData) return true;
        signer.ReadSetOf(new Asn1Tag(TagClass.ContextSpecific, 1)); // the timestamp, checked by the caller
        return !signer.HasData;
    }

    private static bool IsAlgorithm(AsnReader algorithm, string id)
    {
        if (algorithm.ReadObjectIdentifier() != id) return false;
        if (algorithm.HasData) algorithm.ReadNull();
        return !algorithm.HasData;
    }
}
