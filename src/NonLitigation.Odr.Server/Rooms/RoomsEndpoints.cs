using Microsoft.AspNetCore.Http.HttpResults;
using NonLitigation.Odr.Application.Rooms;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Server.Shared;

namespace NonLitigation.Odr.Server.Rooms;

public static class RoomsEndpoints
{
    public static void MapRooms(this IEndpointRouteBuilder routes)
    {
        routes.MapHub<RoomHub>("/hubs/rooms", connection => connection.CloseOnAuthenticationExpiration = true).WithMetadata(new ShowsAttribute(SecuredObject.Own));
        var content = new ShowsAttribute(SecuredObject.JointRoom, SecuredObject.Caucus, SecuredObject.Panel, SecuredObject.Enterprise);
        var rooms = routes.MapGroup("/api/rooms").RequireAuthorization().WithTags("Rooms");

        rooms.MapGet("", async Task<Ok<IReadOnlyList<RoomView>>> (ListRooms list, HttpContext context, CancellationToken cancellation) =>
                TypedResults.Ok(await list.Handle(context.ToCaller(), cancellation)))
            .WithName(nameof(ListRooms)).WithMetadata(new ShowsAttribute(SecuredObject.Own));

        rooms.MapGet("{roomId:guid}", async Task<Ok<RoomSnapshot>> (Guid roomId, ReadSnapshot read, HttpContext context, CancellationToken cancellation) =>
                TypedResults.Ok(await read.Handle(context.ToCaller(), roomId, cancellation)))
            .WithName(nameof(ReadSnapshot)).WithMetadata(content);

        rooms.MapPost("{roomId:guid}/law-cards", async Task<Ok<MessageReceipt>> (Guid roomId, SendLawCardRequest request, SendLawCard send, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await send.Handle(context.ToCaller(), roomId, request, cancellation)))
            .WithName(nameof(SendLawCard)).WithMetadata(content);
        rooms.MapPost("{roomId:guid}/entries/{sequence:long}/withdrawal", async Task<Ok<MessageReceipt>> (Guid roomId, long sequence, WithdrawMessageRequest request, WithdrawMessage withdraw, HttpContext context, CancellationToken cancellation) =>
                TypedResults.Ok(await withdraw.Handle(context.ToCaller(), roomId, sequence, request, cancellation)))
            .WithName(nameof(WithdrawMessage)).WithMetadata(content);

        // The words are no part of the address, so that no log has them.
        rooms.MapPost("{roomId:guid}/search", async Task<Ok<SearchHitsView>> (Guid roomId, SearchRoomRequest request, SearchRoom search, HttpContext context, CancellationToken cancellation) =>
                TypedResults.Ok(await search.Handle(context.ToCaller(), roomId, request, cancellation)))
            .WithName(nameof(SearchRoom)).WithMetadata(content);

        rooms.MapGet("{roomId:guid}/entries", async Task<Ok<EntriesPage>> (Guid roomId, long? after, int? limit, ReadEntries read, HttpContext context, CancellationToken cancellation) =>
                TypedResults.Ok(await read.Handle(context.ToCaller(), new(roomId, after ?? 0, limit), cancellation)))
            .WithName(nameof(ReadEntries)).WithMetadata(content);

        rooms.MapGet("{roomId:guid}/transcript", async Task<FileContentHttpResult> (Guid roomId, string? entries, ExportTranscript export, HttpContext context, CancellationToken cancellation) =>
            {
                var file = await export.Handle(context.ToCaller(), roomId, entries, cancellation);
                return TypedResults.File(file.Content, "application/json", file.FileName);
            })
            .WithName(nameof(ExportTranscript)).WithMetadata(content);

        rooms.MapGet("{roomId:guid}/publication", async Task<FileContentHttpResult> (Guid roomId, ReadPublication read, HttpContext context, CancellationToken cancellation) =>
            {
                var file = await read.Handle(context.ToCaller(), roomId, cancellation);
                return TypedResults.File(file.Content, "application/json", file.FileName);
            })
            .WithName(nameof(ReadPublication)).WithMetadata(content);

        routes.MapGet("/api/keys", (ReadTrust trust) => TypedResults.File(trust.Handle(), "application/json", "trust.json"))
            .AllowAnonymous().WithName(nameof(ReadTrust)).WithTags("Rooms").WithMetadata(new ShowsAttribute(SecuredObject.Public));
    }
}
