using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using NonLitigation.Odr.Documents.Shared;
using Org.BouncyCastle.X509;

namespace NonLitigation.Odr.Documents.Settlements;

/// <summary>What time says of a seal: whether its certificate was good when it was affixed, and what shows it now that years have passed.</summary>
internal static class SealTimes
{
    /// <param name="stamped">Time of a token whose authority is trusted; null when there is none.</param>
    /// <param name="sealedAt">When the record says it was sealed.</param>
    /// <param name="lists">Revocation lists that are sealed with the outcome, DER.</param>
    /// <returns>Null when the certificate was revoked before.</returns>
    internal static List<Sentence>? Of(X509Certificate2 seal, X509Certificate2Collection known, DateTimeOffset? stamped, DateTimeOffset sealedAt, IEnumerable<byte[]> lists, DateTimeOffset now)
    {
        List<Sentence> said = [];
        DateTimeOffset from = seal.NotBefore.ToUniversalTime(), until = seal.NotAfter.ToUniversalTime();
        foreach (var list in Trusted(lists, known))
        {
            var entry = list.GetRevokedCertificate(new(1, Convert.FromHexString(seal.SerialNumber)));
            if (entry is null) said.Add(new($"签章证书在 {Day(list.ThisUpdate)} 的吊销列表中未被吊销。", $"By the revocation list of {Day(list.ThisUpdate)} the seal's certificate was not revoked."));
            else if (entry.RevocationDate.ToUniversalTime() <= (stamped ?? sealedAt)) return null;
        }
        var at = stamped ?? sealedAt;
        if (at < from || at > until) return null;
        if (now > until)
            said.Add(stamped is null
                ? new($"签章证书已于 {Day(until.UtcDateTime)} 到期；没有时间戳，盖章时间以文件自身记载为准。", $"The seal's certificate expired on {Day(until.UtcDateTime)}; without a timestamp, only the document itself says when it was sealed.")
                : new($"签章证书已于 {Day(until.UtcDateTime)} 到期；时间戳证明盖章在到期之前。", $"The seal's certificate expired on {Day(until.UtcDateTime)}; the timestamp shows that it was affixed before."));
        return said;
    }

    /// <summary>Lists that a known certificate has signed.</summary>
    private static IEnumerable<X509Crl> Trusted(IEnumerable<byte[]> lists, X509Certificate2Collection known)
    {
        var keys = known.Select(one => new X509CertificateParser().ReadCertificate(one.RawData)).ToList();
        foreach (var der in lists)
        {
            var list = new X509CrlParser().ReadCrl(der);
            if (list is not null && keys.Any(key => key.SubjectDN.Equivalent(list.IssuerDN) && list.IsSignatureValid(key.GetPublicKey()))) yield return list;
        }
    }

    private static string Day(DateTime time) => time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
