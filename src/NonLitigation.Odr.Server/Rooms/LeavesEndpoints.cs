using Microsoft.AspNetCore.Http.HttpResults;
using NonLitigation.Odr.Application.Rooms;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Server.Shared;

namespace NonLitigation.Odr.Server.Rooms;

/// <summary>A mediator's own leave, and what of his sittings it clashes with.</summary>
public static class LeavesEndpoints
{
    public static void MapLeaves(this IEndpointRouteBuilder routes)
    {
        var leaves = routes.MapGroup("/api/leaves").RequireAuthorization().WithTags("Rooms").WithMetadata(new ShowsAttribute(SecuredObject.Own));
        leaves.MapGet("", async Task<Ok<IReadOnlyList<LeaveView>>> (KeepLeave keep, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await keep.Read(context.ToCaller(), cancellation))).WithName("ReadLeaves");
        leaves.MapPost("", async Task<Ok<IReadOnlyList<LeaveView>>> (TakeLeaveRequest request, KeepLeave keep, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await keep.Take(context.ToCaller(), request, cancellation))).WithName("TakeLeave");
        leaves.MapPost("{leaveId:guid}/cancel", async Task<Ok<IReadOnlyList<LeaveView>>> (Guid leaveId, KeepLeave keep, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await keep.Cancel(context.ToCaller(), leaveId, cancellation))).WithName("CancelLeave");
    }
}
