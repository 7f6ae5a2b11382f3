using Microsoft.AspNetCore.Http.HttpResults;
using NonLitigation.Odr.Application.Rooms;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Server.Shared;

namespace NonLitigation.Odr.Server.Rooms;

/// <summary>The case's panel: the presiding mediator's alone to open and to fill. Inside it is a room like any other.</summary>
public static class PanelsEndpoints
{
    public static void MapPanels(this IEndpointRouteBuilder routes)
    {
        var panel = routes.MapGroup("/api/cases/{caseId:guid}/panel").RequireAuthorization().WithTags("Rooms").WithMetadata(new ShowsAttribute(SecuredObject.CasePresiding));
        panel.MapGet("", async Task<Ok<PanelView>> (Guid caseId, ReadPanel read, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await read.Handle(context.ToCaller(), caseId, cancellation))).WithName(nameof(ReadPanel));
        panel.MapPost("", async Task<Ok<PanelView>> (Guid caseId, AskIntoPanelRequest request, AskIntoPanel ask, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await ask.Handle(context.ToCaller(), caseId, request, cancellation))).WithName(nameof(AskIntoPanel));
    }
}
