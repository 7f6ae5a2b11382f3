using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using NonLitigation.Odr.Application.Partners;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Partners;

namespace NonLitigation.Odr.Server.Partners;

/// <summary>The counters of the simulated court and notary. Each exists in Development only, and not where a real one is connected.</summary>
public static class SimulatedPartnerEndpoints
{
    private const long LargestPacket = 128L * 1024 * 1024;

    public static void MapSimulatedPartners(this WebApplication app)
    {
        foreach (var one in new PartnerConnection[] { app.Services.GetRequiredService<CourtConnection>(), app.Services.GetRequiredService<NotaryConnection>() })
            if (one.IsSimulated) Map(app, one);
    }

    private static void Map(WebApplication app, PartnerConnection at)
    {
        var counter = app.MapGroup($"{at.SimulatedRoot}/filings").AllowAnonymous().ExcludeFromDescription().WithMetadata(new ShowsAttribute(SecuredObject.Development));
        counter.MapPost("", async Task<Ok<FilingReceiptView>> (HttpRequest request, [FromHeader(Name = HttpPartner.KeyHeader)] Guid id, [FromHeader(Name = HttpPartner.HashHeader)] string sha256,
            SimulatedDesk counters, CancellationToken cancellation) =>
        {
            var packet = new MemoryStream();
            await request.Body.CopyToAsync(packet, cancellation);
            return TypedResults.Ok(await counters.FileAsync(at, id, sha256, packet.ToArray(), cancellation));
        }).WithName($"Simulated{at.Name}File").WithMetadata(new RequestSizeLimitAttribute(LargestPacket));
        counter.MapGet("{id:guid}", async Task<Ok<FilingAnswersView>> (Guid id, SimulatedDesk counters, CancellationToken cancellation) =>
            TypedResults.Ok(await counters.AnswersAsync(at, id, cancellation))).WithName($"Simulated{at.Name}Answers");
    }
}
