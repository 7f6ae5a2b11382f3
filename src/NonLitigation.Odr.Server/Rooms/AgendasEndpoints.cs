using Microsoft.AspNetCore.Http.HttpResults;
using NonLitigation.Odr.Application.Rooms;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Server.Shared;

namespace NonLitigation.Odr.Server.Rooms;

/// <summary>A room's agenda and its timer.</summary>
public static class AgendasEndpoints
{
    public static void MapAgendas(this IEndpointRouteBuilder routes)
    {
        var presiding = new ShowsAttribute(SecuredObject.CasePresiding);
        var rooms = routes.MapGroup("/api/rooms/{roomId:guid}/agenda").RequireAuthorization().WithTags("Rooms");
        rooms.MapGet("", async Task<Ok<AgendaView>> (Guid roomId, ReadAgenda read, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await read.Handle(context.ToCaller(), roomId, cancellation)))
            .WithName(nameof(ReadAgenda)).WithMetadata(new ShowsAttribute(SecuredObject.JointRoom, SecuredObject.Caucus, SecuredObject.Panel, SecuredObject.Enterprise));
        rooms.MapPut("", async Task<Ok<AgendaView>> (Guid roomId, WriteAgendaRequest request, KeepAgenda keep, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await keep.Write(context.ToCaller(), roomId, request, cancellation))).WithName("WriteAgenda").WithMetadata(presiding);
        rooms.MapPost("{itemId:guid}/start", async Task<Ok<AgendaView>> (Guid roomId, Guid itemId, KeepAgenda keep, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await keep.Start(context.ToCaller(), roomId, itemId, cancellation))).WithName("StartAgendaItem").WithMetadata(presiding);
        rooms.MapPost("{itemId:guid}/end", async Task<Ok<AgendaView>> (Guid roomId, Guid itemId, KeepAgenda keep, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await keep.End(context.ToCaller(), roomId, itemId, cancellation))).WithName("EndAgendaItem").WithMetadata(presiding);
    }
}
