using Microsoft.AspNetCore.Http.HttpResults;
using NonLitigation.Odr.Application.Settlements;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Settlements;
using NonLitigation.Odr.Server.Shared;

namespace NonLitigation.Odr.Server.Settlements;

/// <summary>Enforcement of an effective agreement: for its parties and the presiding mediator; acts are the parties' own.</summary>
public static class ConfirmationEndpoints
{
    public static void MapConfirmation(this IEndpointRouteBuilder routes)
    {
        var own = routes.MapGroup("/api/cases/{caseId:guid}").RequireAuthorization().WithTags("Settlements");
        own.MapGet("enforcement", async Task<Ok<EnforcementView>> (Guid caseId, ReadEnforcement read, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await read.Handle(context.ToCaller(), caseId, cancellation))).WithName(nameof(ReadEnforcement)).WithMetadata(new ShowsAttribute(SecuredObject.Confirmation));
        MapActs(own.MapGroup("confirmation").WithMetadata(new ShowsAttribute(SecuredObject.ConfirmationActs)));
    }

    private static void MapActs(RouteGroupBuilder confirmation)
    {
        confirmation.MapPost("", async Task<Ok<EnforcementView>> (Guid caseId, BeginConfirmationRequest request, BeginConfirmation begin, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await begin.Handle(context.ToCaller(), caseId, request, cancellation))).WithName(nameof(BeginConfirmation));
        confirmation.MapPost("join", async Task<Ok<EnforcementView>> (Guid caseId, JoinConfirmationRequest request, JoinConfirmation join, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await join.Handle(context.ToCaller(), caseId, request, cancellation))).WithName(nameof(JoinConfirmation));
        confirmation.MapPost("decline", async Task<Ok<EnforcementView>> (Guid caseId, DeclineConfirmationRequest request, DeclineConfirmation decline, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await decline.Handle(context.ToCaller(), caseId, request, cancellation))).WithName(nameof(DeclineConfirmation));
        confirmation.MapPost("withdraw", async Task<Ok<EnforcementView>> (Guid caseId, WithdrawConfirmationRequest request, WithdrawConfirmation withdraw, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await withdraw.Handle(context.ToCaller(), caseId, request, cancellation))).WithName(nameof(WithdrawConfirmation));
        confirmation.MapPost("supply", async Task<Ok<EnforcementView>> (Guid caseId, SupplyConfirmationRequest request, SupplyConfirmation supply, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await supply.Handle(context.ToCaller(), caseId, request, cancellation))).WithName(nameof(SupplyConfirmation));
        confirmation.MapGet("packet", async Task<FileContentHttpResult> (Guid caseId, DownloadPacket download, HttpContext context, CancellationToken cancellation) =>
        {
            var packet = await download.Handle(context.ToCaller(), caseId, cancellation);
            return TypedResults.File(packet.Zip, "application/zip", packet.Name);
        }).WithName(nameof(DownloadPacket));
    }
}
