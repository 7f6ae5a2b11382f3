using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using NonLitigation.Odr.Server.Tests.Settlements;

namespace NonLitigation.Odr.Server.Tests.Partners;

/// <summary>A line to court and notary that is down at first, and then loses receipts on the way back, as when a node dies after sending and before storing.</summary>
internal sealed class BadLine(int down, int lost)
{
    private int _down = down;

    public List<string> Receipts { get; } = [];

    public void Apply(WebApplicationBuilder builder)
    {
        ConfirmationStage.Quick(builder);
        builder.Services.ConfigureHttpClientDefaults(clients => clients.AddHttpMessageHandler(() => new Handler(this)));
    }

    private sealed class Handler(BadLine line) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.Method != HttpMethod.Post) return await base.SendAsync(request, cancellationToken);
            if (line._down-- > 0) throw new HttpRequestException("down");
            var response = await base.SendAsync(request, cancellationToken);
            line.Receipts.Add(await response.Content.ReadAsStringAsync(cancellationToken));
            return line.Receipts.Count <= line.Lost ? throw new HttpRequestException("lost on the way back") : response;
        }
    }

    private int Lost => lost;
}
