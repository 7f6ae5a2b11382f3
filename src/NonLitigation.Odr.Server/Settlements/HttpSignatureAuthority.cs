using System.Net;
using System.Net.Http.Json;
using NonLitigation.Odr.Application.Settlements;
using NonLitigation.Odr.Contracts.Settlements;
using NonLitigation.Odr.Server.Shared;

namespace NonLitigation.Odr.Server.Settlements;

/// <summary>Speaks <c>docs/signature-authority.md</c> with the authority of <c>Odr:SignatureAuthority:Address</c>; without an address none is offered.</summary>
public sealed class HttpSignatureAuthority(HttpClient http, IConfiguration configuration) : ISignatureAuthority
{
    public const string KeyHeader = "Idempotency-Key";

    private readonly IConfigurationSection _settings = configuration.GetSection("Odr:SignatureAuthority");

    public string? Name => _settings["Address"] is { Length: > 0 } address ? _settings["Name"] is { Length: > 0 } name ? name : new Uri(address).Host : null;

    public async Task<AuthorityAnswer> SignAsync(SignatureOrder order, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(new Uri(_settings["Address"]!.TrimEnd('/') + "/"), "signatures"));
        request.Headers.Add(KeyHeader, order.Id.ToString("D"));
        if (_settings["Key"] is { Length: > 0 } key) request.Headers.Authorization = new("Bearer", key);
        request.Content = JsonContent.Create(new AuthoritySignatureRequest(order.Name, order.IdNumber, order.Contact, order.Sha256, Convert.ToBase64String(order.Text)), options: OdrJson.Options);
        try
        {
            using var response = await http.SendAsync(request, cancellation);
            if (response.StatusCode == HttpStatusCode.UnprocessableEntity)
                return new(null, (await response.Content.ReadFromJsonAsync<AuthorityRefusalView>(OdrJson.Options, cancellation))?.Reason);
            response.EnsureSuccessStatusCode();
            var made = await response.Content.ReadFromJsonAsync<AuthoritySignatureView>(OdrJson.Options, cancellation);
            return new(Convert.FromBase64String(made?.Cms ?? ""), null);
        }
        catch (Exception fault) when (fault is System.Text.Json.JsonException or FormatException || (fault is TaskCanceledException && !cancellation.IsCancellationRequested))
        {
            throw new HttpRequestException("The authority did not answer as it should.", fault);
        }
    }
}
