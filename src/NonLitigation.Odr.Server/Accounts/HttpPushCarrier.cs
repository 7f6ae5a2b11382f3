using System.Net;
using System.Net.Http.Headers;
using NonLitigation.Odr.Application.Accounts;

namespace NonLitigation.Odr.Server.Accounts;

/// <summary>RFC 8030 over HTTPS. No redirect is followed: an address on the list leads nowhere else.</summary>
public sealed class HttpPushCarrier(HttpClient http) : IPushCarrier
{
    /// <summary>Seconds that the push service keeps it for a device that is off. What is older the person sees when he comes.</summary>
    private const string Life = "3600";

    public async Task<PushOutcome> CarryAsync(Uri endpoint, byte[] content, string authorization, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint) { Content = new ByteArrayContent(content) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        request.Content.Headers.ContentEncoding.Add("aes128gcm");
        request.Headers.TryAddWithoutValidation("Authorization", authorization);
        request.Headers.Add("TTL", Life);
        request.Headers.Add("Urgency", "high");
        request.Headers.Add("Topic", "new"); // a later one takes the place of one that still waits (RFC 8030, 5.4)
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
            if (response.IsSuccessStatusCode) return PushOutcome.Taken;
            return response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone ? PushOutcome.Gone : PushOutcome.NotNow;
        }
        catch (Exception away) when (away is HttpRequestException || (away is TaskCanceledException && !cancellation.IsCancellationRequested))
        {
            return PushOutcome.NotNow;
        }
    }
}
