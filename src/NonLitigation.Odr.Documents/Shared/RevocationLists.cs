using System.Collections.Concurrent;
using System.Security.Cryptography.X509Certificates;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.X509;

namespace NonLitigation.Odr.Documents.Shared;

/// <summary>Fetches the revocation lists that certificates name (RFC 5280, 4.2.1.13), each again when its next update is due.</summary>
public sealed class RevocationLists(HttpClient http, TimeProvider time)
{
    /// <summary>Larger ones would not fit an outcome; their certificates should name an own list.</summary>
    public const int LargestList = 200_000;

    private const string DistributionPoints = "2.5.29.31";

    private readonly ConcurrentDictionary<Uri, (byte[] List, DateTimeOffset Until)> _known = new();

    /// <returns>DER; null when the certificate names none, or it cannot be had now, or it is no list.</returns>
    public async Task<byte[]?> OfAsync(X509Certificate2 certificate, CancellationToken ct)
    {
        foreach (var address in Addresses(certificate))
        {
            if (_known.TryGetValue(address, out var known) && known.Until > time.GetUtcNow()) return known.List;
            if (await FetchAsync(address, ct) is not { } list) continue;
            _known[address] = list;
            return list.List;
        }
        return null;
    }

    private async Task<(byte[] List, DateTimeOffset Until)?> FetchAsync(Uri address, CancellationToken ct)
    {
        try
        {
            var list = await http.GetByteArrayAsync(address, ct);
            if (list.Length > LargestList) return null;
            if (new X509CrlParser().ReadCrl(list) is not { } read) return null;
            return (list, read.NextUpdate is { } until ? new(DateTime.SpecifyKind(until, DateTimeKind.Utc)) : time.GetUtcNow().AddHours(1));
        }
        catch (Exception fault) when (fault is HttpRequestException or Org.BouncyCastle.Security.GeneralSecurityException or IOException or ArgumentException
            || (fault is TaskCanceledException && !ct.IsCancellationRequested))
        {
            return null;
        }
    }

    private static IEnumerable<Uri> Addresses(X509Certificate2 certificate)
    {
        if (certificate.Extensions[DistributionPoints] is not { } extension) yield break;
        foreach (var point in CrlDistPoint.GetInstance(Org.BouncyCastle.Asn1.Asn1Object.FromByteArray(extension.RawData)).GetDistributionPoints())
        {
            if (point.DistributionPointName is not { Type: DistributionPointName.FullName } named) continue;
            foreach (var name in GeneralNames.GetInstance(named.Name).GetNames())
                if (name.TagNo == GeneralName.UniformResourceIdentifier && Uri.TryCreate(name.Name.ToString(), UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
                    yield return address;
        }
    }
}
