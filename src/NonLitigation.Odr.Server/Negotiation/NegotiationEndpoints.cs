using Microsoft.AspNetCore.Http.HttpResults;
using NonLitigation.Odr.Application.Negotiation;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Negotiation;
using NonLitigation.Odr.Server.Shared;

namespace NonLitigation.Odr.Server.Negotiation;

/// <summary>Proposals live in rooms: whoever is not admitted to the room finds nothing.</summary>
public static class NegotiationEndpoints
{
    public static void MapNegotiation(this IEndpointRouteBuilder routes)
    {
        var shows = new ShowsAttribute(SecuredObject.JointRoom, SecuredObject.Caucus);
        var api = routes.MapGroup("/api").RequireAuthorization().WithMetadata(shows).WithTags("Negotiation");
        api.MapPost("/proposals", async Task<Ok<ProposalView>> (ProposeRequest request, MakeProposal propose, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await propose.Handle(context.ToCaller(), request, cancellation))).WithName(nameof(MakeProposal));
        api.MapPost("/proposals/{id:guid}/answer", async Task<Ok<ProposalView>> (Guid id, AnswerProposalRequest request, AnswerProposal answer, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await answer.Handle(context.ToCaller(), id, request, cancellation))).WithName(nameof(AnswerProposal));
        api.MapPost("/proposals/{id:guid}/withdraw", async Task<Ok<ProposalView>> (Guid id, WithdrawProposalRequest request, WithdrawProposal withdraw, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await withdraw.Handle(context.ToCaller(), id, request, cancellation))).WithName(nameof(WithdrawProposal));
        api.MapGet("/rooms/{id:guid}/proposals", async Task<Ok<IReadOnlyList<ProposalView>>> (Guid id, ListProposals list, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await list.Handle(context.ToCaller(), id, cancellation))).WithName(nameof(ListProposals));
        MapBlindBidding(api, routes.MapGroup("/api/blind-rounds/{id:guid}").RequireAuthorization().WithMetadata(new ShowsAttribute(SecuredObject.JointRoom)).WithTags("Negotiation"));
    }

    /// <param name="round">Only the joint room has any: elsewhere nobody whom it would bind could answer.</param>
    private static void MapBlindBidding(RouteGroupBuilder api, RouteGroupBuilder round)
    {
        api.MapPost("/blind-rounds", async Task<Ok<BlindRoundView>> (OpenBlindRoundRequest request, OpenBlindRound open, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await open.Handle(context.ToCaller(), request, cancellation))).WithName(nameof(OpenBlindRound));
        round.MapPost("bid", async Task<Ok<BlindRoundView>> (Guid id, GiveBlindBidRequest request, AnswerInSecret answer, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await answer.Handle(context.ToCaller(), id, request, cancellation))).WithName(nameof(AnswerInSecret));
        round.MapPost("take-back", async Task<Ok<BlindRoundView>> (Guid id, AnswerInSecret answer, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await answer.TakeBackAsync(context.ToCaller(), id, cancellation))).WithName("TakeBackBlindBid");
        round.MapPost("cancel", async Task<Ok<BlindRoundView>> (Guid id, CancelBlindRound cancel, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await cancel.Handle(context.ToCaller(), id, cancellation))).WithName(nameof(CancelBlindRound));
        api.MapGet("/rooms/{id:guid}/blind-rounds", async Task<Ok<IReadOnlyList<BlindRoundView>>> (Guid id, ListBlindRounds list, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await list.Handle(context.ToCaller(), id, cancellation))).WithName(nameof(ListBlindRounds));
    }
}
