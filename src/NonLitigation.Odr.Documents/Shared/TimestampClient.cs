using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;

namespace NonLitigation.Odr.Documents.Shared;

/// <summary>Asks a timestamp authority (RFC 3161) over HTTP.</summary>
public sealed class TimestampClient(HttpClient http, Uri authority)
{
    /// <summary>The token over any bytes, DER; null when the authority does not answer or answers badly.</summary>
    public async Task<byte[]?> TokenAsync(ReadOnlyMemory<byte> data, CancellationToken ct) => (await StampAsync(data, ct))?.AsSignedCms().Encode();

    /// <summary>Null when the authority does not answer or answers badly: sealing goes on and the token is pending.</summary>
    internal async Task<Rfc3161TimestampToken?> StampAsync(ReadOnlyMemory<byte> data, CancellationToken ct)
    {
        var request = Rfc3161TimestampRequest.CreateFromData(data.Span, HashAlgorithmName.SHA256,
            nonce: RandomNumberGenerator.GetBytes(8), requestSignerCertificates: true);
        using var content = new ByteArrayContent(request.Encode());
        content.Headers.ContentType = new MediaTypeHeaderValue("application/timestamp-query");
        try
        {
            using var response = await http.PostAsync(authority, content, ct);
            response.EnsureSuccessStatusCode();
            return request.ProcessResponse(await response.Content.ReadAsByteArrayAsync(ct), out _);
        }
        catch (Exception fault) when (fault is HttpRequestException or CryptographicException || (fault is TaskCanceledException && !ct.IsCancellationRequested))
        {
            return null;
        }
    }
}
