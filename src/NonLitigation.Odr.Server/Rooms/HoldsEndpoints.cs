using Microsoft.AspNetCore.Http.HttpResults;
using NonLitigation.Odr.Application.Rooms;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Server.Shared;

namespace NonLitigation.Odr.Server.Rooms;

/// <summary>Messages of parties held for the mediator's review (docs/decisions/0019).</summary>
public static class HoldsEndpoints
{
    public static void MapHolds(this IEndpointRouteBuilder routes)
    {
        var presiding = new ShowsAttribute(SecuredObject.CasePresiding);
        var content = new ShowsAttribute(SecuredObject.JointRoom, SecuredObject.Caucus, SecuredObject.Panel, SecuredObject.Enterprise);
        var rooms = routes.MapGroup("/api/rooms/{roomId:guid}").RequireAuthorization().WithTags("Rooms");

        rooms.MapPost("hold", async Task<Ok<HeldMessagesView>> (Guid roomId, StartHoldRequest request, SwitchHold hold, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await hold.Handle(context.ToCaller(), roomId, request, cancellation))).WithName("StartHold").WithMetadata(presiding);
        rooms.MapPost("hold/end", async Task<Ok<HeldMessagesView>> (Guid roomId, EndHoldRequest request, SwitchHold hold, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await hold.Handle(context.ToCaller(), roomId, request, cancellation))).WithName("EndHold").WithMetadata(presiding);

        rooms.MapGet("held", async Task<Ok<HeldMessagesView>> (Guid roomId, ReadHeld read, HttpContext context, CancellationToken cancellation) =>
        {
            context.Response.Headers.CacheControl = "no-store";
            return TypedResults.Ok(await read.Handle(context.ToCaller(), roomId, cancellation));
        }).WithName(nameof(ReadHeld)).WithMetadata(content);
        rooms.MapPost("held/{heldId:guid}/release", async Task<Ok<HeldMessagesView>> (Guid roomId, Guid heldId, DecideHeld decide, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await decide.Release(context.ToCaller(), roomId, heldId, cancellation))).WithName("ReleaseHeld").WithMetadata(presiding);
        rooms.MapPost("held/{heldId:guid}/return", async Task<Ok<HeldMessagesView>> (Guid roomId, Guid heldId, ReturnHeldRequest request, DecideHeld decide, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await decide.Return(context.ToCaller(), roomId, heldId, request, cancellation))).WithName("ReturnHeld").WithMetadata(presiding);
        rooms.MapPost("held/{heldId:guid}/take", async Task<Ok<HeldMessagesView>> (Guid roomId, Guid heldId, ReadHeld read, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await read.Take(context.ToCaller(), roomId, heldId, cancellation))).WithName("TakeHeld").WithMetadata(new ShowsAttribute(SecuredObject.Own));
    }
}
