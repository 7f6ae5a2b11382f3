using Microsoft.AspNetCore.Http.HttpResults;
using NonLitigation.Odr.Application.Settlements;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Settlements;
using NonLitigation.Odr.Server.Shared;

namespace NonLitigation.Odr.Server.Settlements;

/// <summary>What one party asks of notary and court by himself: for the parties to the agreement and the presiding mediator; acts are the parties' own.</summary>
public static class RoutesEndpoints
{
    public static void MapRoutes(this IEndpointRouteBuilder routes)
    {
        var own = routes.MapGroup("/api/cases/{caseId:guid}").RequireAuthorization().WithTags("Settlements");
        own.MapGet("acceptance", async Task<Ok<AcceptanceView>> (Guid caseId, AcceptEnforcement accept, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await accept.Handle(context.ToCaller(), caseId, cancellation))).WithName("ReadAcceptance").WithMetadata(new ShowsAttribute(SecuredObject.Agreement));
        own.MapGet("routes", async Task<Ok<RoutesView>> (Guid caseId, ReadRoutes read, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await read.Handle(context.ToCaller(), caseId, cancellation))).WithName(nameof(ReadRoutes)).WithMetadata(new ShowsAttribute(SecuredObject.Confirmation));
        MapActs(own.MapGroup("").WithMetadata(new ShowsAttribute(SecuredObject.ConfirmationActs)));
    }

    private static void MapActs(RouteGroupBuilder own)
    {
        own.MapPost("acceptance", async Task<Ok<AcceptanceView>> (Guid caseId, AcceptEnforcementRequest request, AcceptEnforcement accept, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await accept.Handle(context.ToCaller(), caseId, request, cancellation))).WithName(nameof(AcceptEnforcement));
        own.MapPost("routes", async Task<Ok<RoutesView>> (Guid caseId, ApplyForRouteRequest request, ApplyForRoute apply, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await apply.Handle(context.ToCaller(), caseId, request, cancellation))).WithName(nameof(ApplyForRoute));
        own.MapPost("routes/supply", async Task<Ok<RoutesView>> (Guid caseId, SupplyRouteRequest request, SupplyRoute supply, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await supply.Handle(context.ToCaller(), caseId, request, cancellation))).WithName(nameof(SupplyRoute));
        own.MapPost("routes/collect", async Task<Ok<RoutesView>> (Guid caseId, CollectDepositRequest request, CollectDeposit collect, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await collect.Handle(context.ToCaller(), caseId, request, cancellation))).WithName(nameof(CollectDeposit));
        own.MapPost("routes/object", async Task<Ok<RoutesView>> (Guid caseId, ObjectToOrderRequest request, ObjectToOrder act, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await act.Handle(context.ToCaller(), caseId, request, cancellation))).WithName(nameof(ObjectToOrder));
    }
}
