using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using NonLitigation.Odr.Application.Partners;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Partners;

namespace NonLitigation.Odr.Server.Partners;

/// <summary>The counter of the simulated court. It exists in Development only, and not where a real court is connected.</summary>
public static class SimulatedCourtEndpoints
{
    public const string Root = "/simulated-court";
    private const long LargestPacket = 128L * 1024 * 1024;

    public static void MapSimulatedCourt(this WebApplication app)
    {
        if (!app.Services.GetRequiredService<CourtConnection>().IsSimulated) return;
        var court = app.MapGroup($"{Root}/filings").AllowAnonymous().ExcludeFromDescription().WithMetadata(new ShowsAttribute(SecuredObject.Development));
        court.MapPost("", async Task<Ok<CourtReceiptView>> (HttpRequest request, [FromHeader(Name = HttpCourt.KeyHeader)] Guid id, [FromHeader(Name = HttpCourt.HashHeader)] string sha256,
            SimulatedCourtDesk desk, CancellationToken cancellation) =>
        {
            var packet = new MemoryStream();
            await request.Body.CopyToAsync(packet, cancellation);
            return TypedResults.Ok(await desk.FileAsync(id, sha256, packet.ToArray(), cancellation));
        }).WithName("SimulatedCourtFile").WithMetadata(new RequestSizeLimitAttribute(LargestPacket));
        court.MapGet("{id:guid}", async Task<Ok<CourtAnswersView>> (Guid id, SimulatedCourtDesk desk, CancellationToken cancellation) =>
            TypedResults.Ok(await desk.AnswersAsync(id, cancellation))).WithName("SimulatedCourtAnswers");
    }
}
