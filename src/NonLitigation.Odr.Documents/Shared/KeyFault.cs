using System.Security.Cryptography.X509Certificates;

namespace NonLitigation.Odr.Documents.Shared;

/// <summary>Why a key is not fit for what others are to believe.</summary>
public enum KeyFault
{
    /// <summary>Made in Development, where anybody may have it.</summary>
    OfDevelopment,
    Weak,
    ReadableByOthers,
    /// <summary>The seal's certificate is not valid at the time.</summary>
    Lapsed,
}

internal static class KeyFaults
{
    /// <summary>Stands in a certificate that was made in Development.</summary>
    internal const string Mark = "OU=Development";

    internal static IEnumerable<KeyFault> Of(X509Certificate2 seal, string checkpointName, ReadOnlySpan<byte> seed, IEnumerable<string> files, DateTimeOffset now)
    {
        var faults = new List<KeyFault>();
        if (checkpointName.StartsWith("odr.localhost/", StringComparison.Ordinal) || seal.Subject.Contains(Mark, StringComparison.Ordinal)) faults.Add(KeyFault.OfDevelopment);
        if (IsShort(seal) || seal.SignatureAlgorithm.FriendlyName is { } issued && (issued.Contains("sha1", StringComparison.OrdinalIgnoreCase) || issued.Contains("md5", StringComparison.OrdinalIgnoreCase))
            || seed.Length < 32 || seed.ToArray().Distinct().Count() < 12) faults.Add(KeyFault.Weak);
        if (files.Any(IsReadableByOthers)) faults.Add(KeyFault.ReadableByOthers);
        if (now < seal.NotBefore || now > seal.NotAfter) faults.Add(KeyFault.Lapsed);
        return faults;
    }

    private static bool IsReadableByOthers(string file) => !OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & (UnixFileMode.GroupRead | UnixFileMode.OtherRead)) != 0;

    private static bool IsShort(X509Certificate2 seal)
    {
        using var rsa = seal.GetRSAPublicKey();
        using var curve = seal.GetECDsaPublicKey();
        return rsa?.KeySize < 2048 || curve?.KeySize < 256;
    }
}
