using Microsoft.AspNetCore.Http.HttpResults;
using NonLitigation.Odr.Application.Rooms;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Server.Shared;

namespace NonLitigation.Odr.Server.Rooms;

/// <summary>Taking part at different times, by everybody's consent (人民法院在线调解规则 16).</summary>
public static class DifferentTimesEndpoints
{
    public static void MapDifferentTimes(this IEndpointRouteBuilder routes)
    {
        var (file, presiding) = (new ShowsAttribute(SecuredObject.CaseFile), new ShowsAttribute(SecuredObject.CasePresiding));
        var times = routes.MapGroup("/api/cases/{caseId:guid}/different-times").RequireAuthorization().WithTags("Rooms");
        times.MapGet("", async Task<Ok<CaseDifferentTimesView>> (Guid caseId, ReadDifferentTimes read, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await read.Handle(context.ToCaller(), caseId, cancellation))).WithName(nameof(ReadDifferentTimes)).WithMetadata(file);
        times.MapPost("", async Task<Ok<CaseDifferentTimesView>> (Guid caseId, ProposeDifferentTimesRequest request, AgreeOnDifferentTimes agree, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await agree.Propose(context.ToCaller(), caseId, request, cancellation))).WithName("ProposeDifferentTimes").WithMetadata(file);
        times.MapPost("{timesId:guid}/answer", async Task<Ok<CaseDifferentTimesView>> (Guid caseId, Guid timesId, AnswerDifferentTimesRequest request, AgreeOnDifferentTimes agree, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await agree.Answer(context.ToCaller(), caseId, timesId, request, cancellation))).WithName("AnswerDifferentTimes").WithMetadata(file);
        times.MapPost("{timesId:guid}/turn", async Task<Ok<CaseDifferentTimesView>> (Guid caseId, Guid timesId, GiveTurnRequest request, AgreeOnDifferentTimes agree, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await agree.Turn(context.ToCaller(), caseId, timesId, request, cancellation))).WithName("GiveTurn").WithMetadata(presiding);
        times.MapPost("{timesId:guid}/end", async Task<Ok<CaseDifferentTimesView>> (Guid caseId, Guid timesId, AgreeOnDifferentTimes agree, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await agree.End(context.ToCaller(), caseId, timesId, cancellation))).WithName("EndDifferentTimes").WithMetadata(presiding);
    }
}
