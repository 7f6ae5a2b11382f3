using System.Security.Cryptography.X509Certificates;
using NonLitigation.Odr.Documents.Shared;

namespace NonLitigation.Odr.Documents.Settlements;

/// <summary>
/// What a reader needs in later years to check the seal without asking anybody: certificates and the revocation lists that were good when it was affixed
/// (PDF 2.0 12.8.4.3, ETSI EN 319 142-1: document security store). Sealed with the rest.
/// </summary>
/// <param name="Certificates">DER.</param>
/// <param name="RevocationLists">DER (RFC 5280, 5).</param>
internal sealed record ValidationData(IReadOnlyList<byte[]> Certificates, IReadOnlyList<byte[]> RevocationLists)
{
    /// <summary>A list that cannot be had holds up no seal.</summary>
    internal static async Task<ValidationData> GatherAsync(KeyStore keys, RevocationLists? lists, CancellationToken ct)
    {
        List<X509Certificate2> certificates = [.. keys.SealChain.Concat(keys.Trust.TimestampAuthorities).DistinctBy(one => one.Thumbprint)];
        List<byte[]> found = [];
        foreach (var certificate in certificates)
            if (lists is not null && await lists.OfAsync(certificate, ct) is { } list && !found.Any(one => one.AsSpan().SequenceEqual(list))) found.Add(list);
        return new([.. certificates.Select(one => one.RawData)], found);
    }
}
