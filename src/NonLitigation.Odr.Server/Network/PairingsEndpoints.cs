using Microsoft.AspNetCore.Http.HttpResults;
using NonLitigation.Odr.Application.Network;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Network;
using NonLitigation.Odr.Server.Shared;

namespace NonLitigation.Odr.Server.Network;

/// <summary>Which organisations are paired with which bodies of the law, and who guides for them: kept by the operators above.</summary>
public static class PairingsEndpoints
{
    public static void MapPairings(this IEndpointRouteBuilder routes)
    {
        var own = routes.MapGroup("/api/pairings").RequireAuthorization().WithTags("Network").WithMetadata(new ShowsAttribute(SecuredObject.Own));
        own.MapGet("", async Task<Ok<IReadOnlyList<PairingView>>> (KeepPairings keep, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await keep.Handle(context.ToCaller(), cancellation))).WithName("ListPairings");

        var kept = routes.MapGroup("/api/pairings").RequireAuthorization().WithTags("Network").WithMetadata(new ShowsAttribute(SecuredObject.Pairings));
        kept.MapPost("", async Task<Ok<PairingView>> (MakePairingRequest request, KeepPairings keep, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await keep.Handle(context.ToCaller(), request, cancellation))).WithName("MakePairing");
        kept.MapPost("{pairingId:guid}/end", async Task<Ok<PairingView>> (Guid pairingId, KeepPairings keep, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await keep.EndAsync(context.ToCaller(), pairingId, cancellation))).WithName("EndPairing");
        kept.MapPost("{pairingId:guid}/guides", async Task<Ok<PairingView>> (Guid pairingId, NameGuideRequest request, KeepPairings keep, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await keep.Handle(context.ToCaller(), pairingId, request, cancellation))).WithName("NameGuide");
        kept.MapPost("{pairingId:guid}/guides/{guideId:guid}/end", async Task<Ok<PairingView>> (Guid pairingId, Guid guideId, KeepPairings keep, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await keep.ReleaseAsync(context.ToCaller(), pairingId, guideId, cancellation))).WithName("ReleaseGuide");
    }
}
