using Microsoft.AspNetCore.Http.HttpResults;
using NonLitigation.Odr.Application.Rooms;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Server.Shared;

namespace NonLitigation.Odr.Server.Rooms;

/// <summary>Guests in rooms by consent of its parties (人民调解法 20), and what an interpreter renders.</summary>
public static class GuestsEndpoints
{
    public static void MapGuests(this IEndpointRouteBuilder routes)
    {
        var (presiding, own) = (new ShowsAttribute(SecuredObject.CasePresiding), new ShowsAttribute(SecuredObject.Own));
        var content = new ShowsAttribute(SecuredObject.JointRoom, SecuredObject.Caucus, SecuredObject.Panel, SecuredObject.Enterprise);
        var rooms = routes.MapGroup("/api/rooms/{roomId:guid}").RequireAuthorization().WithTags("Rooms");
        var guests = routes.MapGroup("/api/guests").RequireAuthorization().WithTags("Rooms");

        routes.MapGet("/api/cases/{caseId:guid}/guests", async Task<Ok<IReadOnlyList<GuestView>>> (Guid caseId, ListGuests list, HttpContext context, CancellationToken cancellation) =>
                TypedResults.Ok(await list.Handle(context.ToCaller(), caseId, cancellation)))
            .RequireAuthorization().WithTags("Rooms").WithName(nameof(ListGuests)).WithMetadata(new ShowsAttribute(SecuredObject.CaseFile));

        rooms.MapPost("guests", async Task<Ok<IReadOnlyList<GuestView>>> (Guid roomId, ProposeGuestRequest request, ProposeGuest propose, HttpContext context, CancellationToken cancellation) =>
                TypedResults.Ok(await propose.Handle(context.ToCaller(), roomId, request, cancellation)))
            .WithName(nameof(ProposeGuest)).WithMetadata(presiding);
        guests.MapPost("{guestId:guid}/answer", async Task<Ok<IReadOnlyList<GuestView>>> (Guid guestId, AnswerGuestRequest request, AnswerGuest answer, HttpContext context, CancellationToken cancellation) =>
                TypedResults.Ok(await answer.Handle(context.ToCaller(), guestId, request, cancellation)))
            .WithName(nameof(AnswerGuest)).WithMetadata(new ShowsAttribute(SecuredObject.JointRoom, SecuredObject.Caucus));
        guests.MapPost("{guestId:guid}/withdraw", async Task<Ok<IReadOnlyList<GuestView>>> (Guid guestId, WithdrawGuest withdraw, HttpContext context, CancellationToken cancellation) =>
                TypedResults.Ok(await withdraw.Handle(context.ToCaller(), guestId, cancellation)))
            .WithName(nameof(WithdrawGuest)).WithMetadata(presiding);
        guests.MapPost("{guestId:guid}/invitation", async Task<Ok<IReadOnlyList<GuestView>>> (Guid guestId, InviteGuestAgain invite, HttpContext context, CancellationToken cancellation) =>
                TypedResults.Ok(await invite.Handle(context.ToCaller(), guestId, cancellation)))
            .WithName(nameof(InviteGuestAgain)).WithMetadata(presiding);

        routes.MapPost("/api/guest-invitations/open", async Task<Ok<GuestInvitationView>> (OpenGuestInvitationRequest request, OpenGuestInvitation open, CancellationToken cancellation) =>
                TypedResults.Ok(await open.Handle(request, cancellation)))
            .WithTags("Rooms").WithName(nameof(OpenGuestInvitation)).WithMetadata(new ShowsAttribute(SecuredObject.Public));
        guests.MapGet("mine", async Task<Ok<IReadOnlyList<GuestInvitationView>>> (ListMyGuestPlaces list, HttpContext context, CancellationToken cancellation) =>
                TypedResults.Ok(await list.Handle(context.ToCaller(), cancellation)))
            .WithName(nameof(ListMyGuestPlaces)).WithMetadata(own);
        guests.MapPost("{guestId:guid}/undertaking", async Task<Ok<GuestInvitationView>> (Guid guestId, UndertakeRequest request, UndertakeConfidentiality undertake, HttpContext context, CancellationToken cancellation) =>
                TypedResults.Ok(await undertake.Handle(context.ToCaller(), guestId, request, cancellation)))
            .WithName(nameof(UndertakeConfidentiality)).WithMetadata(own);

        rooms.MapGet("interpreters", async Task<Ok<IReadOnlyList<InterpreterView>>> (Guid roomId, ListInterpreters list, HttpContext context, CancellationToken cancellation) =>
                TypedResults.Ok(await list.Handle(context.ToCaller(), roomId, cancellation)))
            .WithName(nameof(ListInterpreters)).WithMetadata(content);
        rooms.MapPost("entries/{sequence:long}/renderings", async Task<Ok<MessageReceipt>> (Guid roomId, long sequence, PostRenderingRequest request, PostRendering render, HttpContext context, CancellationToken cancellation) =>
                TypedResults.Ok(await render.Handle(context.ToCaller(), roomId, sequence, request, cancellation)))
            .WithName(nameof(PostRendering)).WithMetadata(content);
    }
}
