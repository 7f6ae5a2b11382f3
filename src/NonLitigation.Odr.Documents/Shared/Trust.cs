using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;

namespace NonLitigation.Odr.Documents.Shared;

/// <summary>Whom a verifier believes; public, and the only thing it needs beside the file. Written as <c>trust.json</c>.</summary>
/// <param name="CheckpointKeys">Keys that sign transcripts.</param>
/// <param name="SealAuthorities">Certificates that vouch for seals.</param>
/// <param name="TimestampAuthorities">Certificates that vouch for timestamps (RFC 3161); may be empty.</param>
public sealed record Trust(
    IReadOnlyList<NoteVerifierKey> CheckpointKeys, IReadOnlyList<X509Certificate2> SealAuthorities, IReadOnlyList<X509Certificate2> TimestampAuthorities)
{
    /// <summary>Certificates that vouch for persons' certificates (电子签名法 16); may be empty.</summary>
    public IReadOnlyList<X509Certificate2> SigningAuthorities { get; init; } = [];

    public const string Format = "nonlitigation-odr/trust/1";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private sealed record TrustFile(string Format, IReadOnlyList<string> CheckpointKeys, IReadOnlyList<string> SealAuthorities, IReadOnlyList<string>? TimestampAuthorities, IReadOnlyList<string>? SigningAuthorities);

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(new TrustFile(Format, [.. CheckpointKeys.Select(key => key.ToString())],
        [.. SealAuthorities.Select(Pem)], [.. TimestampAuthorities.Select(Pem)], [.. SigningAuthorities.Select(Pem)]), Json);

    /// <summary>Both lists, nobody twice.</summary>
    public Trust With(Trust other) => new([.. CheckpointKeys.Concat(other.CheckpointKeys).DistinctBy(key => key.ToString())],
        [.. SealAuthorities.Concat(other.SealAuthorities).DistinctBy(Pem)], [.. TimestampAuthorities.Concat(other.TimestampAuthorities).DistinctBy(Pem)]) { SigningAuthorities = [.. SigningAuthorities.Concat(other.SigningAuthorities).DistinctBy(Pem)] };

    /// <exception cref="FormatException">When the bytes are no trust file.</exception>
    public static Trust Read(ReadOnlySpan<byte> json)
    {
        try
        {
            var file = JsonSerializer.Deserialize<TrustFile>(json, Json);
            if (file is not { Format: Format, CheckpointKeys: not null, SealAuthorities: not null } || file.CheckpointKeys.Contains(null!) || file.SealAuthorities.Contains(null!)) throw new FormatException("Not a trust file of a known format.");
            return new([.. file.CheckpointKeys.Select(NoteVerifierKey.Parse)], [.. file.SealAuthorities.Select(Certificate)],
                [.. (file.TimestampAuthorities ?? []).Select(Certificate)]) { SigningAuthorities = [.. (file.SigningAuthorities ?? []).Select(Certificate)] };
        }
        catch (Exception fault) when (fault is JsonException or CryptographicException or ArgumentException)
        {
            throw new FormatException("Not a trust file.", fault);
        }
    }

    private static string Pem(X509Certificate2 certificate) => certificate.ExportCertificatePem();

    private static X509Certificate2 Certificate(string pem) => X509Certificate2.CreateFromPem(pem);
}
