using System.Security.Cryptography.X509Certificates;

namespace NonLitigation.Odr.Documents.Shared;

internal static class CertificateTrust
{
    /// <summary>Chains to one of the roots, without network. The certificate may have expired since: whoever asks says what that means.</summary>
    /// <param name="between">Certificates that came along and may stand in between.</param>
    internal static bool Holds(X509Certificate2 certificate, IReadOnlyList<X509Certificate2> roots, X509Certificate2Collection? between = null)
    {
        if (roots.Any(root => root.RawDataMemory.Span.SequenceEqual(certificate.RawDataMemory.Span))) return true;
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(roots.ToArray());
        if (between is not null) chain.ChainPolicy.ExtraStore.AddRange(between);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.VerificationFlags = X509VerificationFlags.IgnoreNotTimeValid;
        return chain.Build(certificate);
    }
}
