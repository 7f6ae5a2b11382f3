using System.Net.Http.Json;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using NonLitigation.Odr.Application.Partners;
using NonLitigation.Odr.Contracts.Partners;
using NonLitigation.Odr.Server.Shared;

namespace NonLitigation.Odr.Server.Partners;

/// <summary>Speaks <c>docs/court-protocol.md</c> and <c>docs/notary-protocol.md</c> over HTTP: with what is connected, else with the simulated one on this very node.</summary>
public abstract class HttpPartner(HttpClient http, PartnerConnection connection, IServer server) : IPartner
{
    public const string KeyHeader = "Idempotency-Key", HashHeader = "X-Content-SHA256";

    public async Task<FilingReceiptView> FileAsync(OutgoingFiling filing, CancellationToken cancellation)
    {
        using var request = Request(HttpMethod.Post, "filings");
        request.Headers.Add(KeyHeader, filing.Key.ToString("D"));
        request.Headers.Add(HashHeader, filing.Sha256);
        request.Content = new ByteArrayContent(filing.Packet) { Headers = { ContentType = new("application/json") } };
        return await SendAsync<FilingReceiptView>(request, cancellation);
    }

    public async Task<FilingAnswersView> AnswersAsync(Guid key, CancellationToken cancellation)
    {
        using var request = Request(HttpMethod.Get, $"filings/{key:D}");
        return await SendAsync<FilingAnswersView>(request, cancellation);
    }

    private HttpRequestMessage Request(HttpMethod method, string path)
    {
        var request = new HttpRequestMessage(method, new Uri(connection.Address ?? OwnCounter(), path));
        if (connection.Key is { } key) request.Headers.Authorization = new("Bearer", key);
        return request;
    }

    private async Task<T> SendAsync<T>(HttpRequestMessage request, CancellationToken cancellation)
    {
        using var response = await http.SendAsync(request, cancellation);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<T>(OdrJson.Options, cancellation) ?? throw new HttpRequestException("Nothing was answered.");
    }

    /// <summary>Where this node listens, seen from itself.</summary>
    private Uri OwnCounter()
    {
        var address = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault(one => one.StartsWith("http://", StringComparison.Ordinal))
            ?? throw new HttpRequestException("This node does not listen yet.");
        foreach (var any in new[] { "+", "*", "0.0.0.0", "[::]" }) address = address.Replace($"://{any}:", "://127.0.0.1:", StringComparison.Ordinal);
        return new(new Uri(address), $"{connection.SimulatedRoot}/");
    }
}

public sealed class HttpCourt(HttpClient http, CourtConnection connection, IServer server) : HttpPartner(http, connection, server), ICourt;

public sealed class HttpNotary(HttpClient http, NotaryConnection connection, IServer server) : HttpPartner(http, connection, server), INotary;
