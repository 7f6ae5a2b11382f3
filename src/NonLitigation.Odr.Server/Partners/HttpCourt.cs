using System.Net.Http.Json;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using NonLitigation.Odr.Application.Partners;
using NonLitigation.Odr.Contracts.Partners;
using NonLitigation.Odr.Server.Shared;

namespace NonLitigation.Odr.Server.Partners;

/// <summary>Speaks <c>docs/court-protocol.md</c> over HTTP: with the court of <c>Odr:Court:Address</c>, else with the simulated one on this very node.</summary>
public sealed class HttpCourt(HttpClient http, CourtConnection connection, IServer server, IConfiguration configuration) : ICourt
{
    public const string KeyHeader = "Idempotency-Key", HashHeader = "X-Content-SHA256";

    public async Task<CourtReceiptView> FileAsync(OutgoingFiling filing, CancellationToken cancellation)
    {
        using var request = Request(HttpMethod.Post, "filings");
        request.Headers.Add(KeyHeader, filing.Key.ToString("D"));
        request.Headers.Add(HashHeader, filing.Sha256);
        request.Content = new ByteArrayContent(filing.Packet) { Headers = { ContentType = new("application/json") } };
        return await SendAsync<CourtReceiptView>(request, cancellation);
    }

    public async Task<CourtAnswersView> AnswersAsync(Guid key, CancellationToken cancellation)
    {
        using var request = Request(HttpMethod.Get, $"filings/{key:D}");
        return await SendAsync<CourtAnswersView>(request, cancellation);
    }

    private HttpRequestMessage Request(HttpMethod method, string path)
    {
        var request = new HttpRequestMessage(method, new Uri(connection.Address ?? OwnCounter(), path));
        if (configuration["Odr:Court:Key"] is { Length: > 0 } key) request.Headers.Authorization = new("Bearer", key);
        return request;
    }

    private async Task<T> SendAsync<T>(HttpRequestMessage request, CancellationToken cancellation)
    {
        using var response = await http.SendAsync(request, cancellation);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<T>(OdrJson.Options, cancellation) ?? throw new HttpRequestException("The court answered nothing.");
    }

    /// <summary>Where this node listens, seen from itself.</summary>
    private Uri OwnCounter()
    {
        var address = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault(one => one.StartsWith("http://", StringComparison.Ordinal))
            ?? throw new HttpRequestException("This node does not listen yet.");
        foreach (var any in new[] { "+", "*", "0.0.0.0", "[::]" }) address = address.Replace($"://{any}:", "://127.0.0.1:", StringComparison.Ordinal);
        return new(new Uri(address), $"{SimulatedCourtEndpoints.Root}/");
    }
}
