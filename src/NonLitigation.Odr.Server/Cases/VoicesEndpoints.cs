using Microsoft.AspNetCore.Http.HttpResults;
using NonLitigation.Odr.Application.Cases;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Cases;
using NonLitigation.Odr.Server.Shared;

namespace NonLitigation.Odr.Server.Cases;

/// <summary>What a party says of the mediation to the organisation alone, and what the organisation does with it.</summary>
public static class VoicesEndpoints
{
    public static void MapVoices(this IEndpointRouteBuilder routes)
    {
        var voice = routes.MapGroup("/api/cases/{caseId:guid}").RequireAuthorization().WithTags("Cases").WithMetadata(new ShowsAttribute(SecuredObject.PartyVoice));
        voice.MapGet("opinion", async Task<Ok<OpinionView>> (Guid caseId, GiveOpinion opinion, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await opinion.Handle(context.ToCaller(), caseId, cancellation))).WithName("ReadOpinion");
        voice.MapPost("opinion", async Task<Ok<OpinionView>> (Guid caseId, GiveOpinionRequest request, GiveOpinion opinion, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await opinion.Handle(context.ToCaller(), caseId, request, cancellation))).WithName(nameof(GiveOpinion));
        voice.MapGet("complaints", async Task<Ok<IReadOnlyList<ComplaintView>>> (Guid caseId, FileComplaint file, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await file.Handle(context.ToCaller(), caseId, cancellation))).WithName("ReadComplaints");
        voice.MapPost("complaints", async Task<Ok<IReadOnlyList<ComplaintView>>> (Guid caseId, FileComplaintRequest request, FileComplaint file, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await file.Handle(context.ToCaller(), caseId, request, cancellation))).WithName(nameof(FileComplaint));

        var organisation = routes.MapGroup("/api").RequireAuthorization().WithTags("Cases");
        organisation.MapGet("satisfaction", async Task<Ok<SatisfactionView>> (ReadSatisfaction read, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await read.Handle(context.ToCaller(), cancellation))).WithName(nameof(ReadSatisfaction)).WithMetadata(new ShowsAttribute(SecuredObject.Own));
        organisation.MapGet("complaints", async Task<Ok<IReadOnlyList<ComplaintView>>> (AnswerComplaint answer, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await answer.Handle(context.ToCaller(), cancellation))).WithName("ListComplaints").WithMetadata(new ShowsAttribute(SecuredObject.Own));
        organisation.MapPost("complaints/{complaintId:guid}/answer", async Task<Ok<ComplaintView>> (Guid complaintId, AnswerComplaintRequest request, AnswerComplaint answer, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await answer.Handle(context.ToCaller(), complaintId, request, cancellation))).WithName(nameof(AnswerComplaint)).WithMetadata(new ShowsAttribute(SecuredObject.Complaints));
    }
}
