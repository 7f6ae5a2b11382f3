using Microsoft.AspNetCore.Http.HttpResults;
using NonLitigation.Odr.Application.Settlements;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Settlements;
using NonLitigation.Odr.Server.Shared;

namespace NonLitigation.Odr.Server.Settlements;

/// <summary>How an effective agreement is performed: each side's own words, the organisation's supervision.</summary>
public static class PerformanceEndpoints
{
    public static void MapPerformance(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/performances", async Task<Ok<IReadOnlyList<PerformanceSummaryView>>> (ListPerformances list, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await list.Handle(context.ToCaller(), cancellation))).RequireAuthorization().WithTags("Settlements").WithName(nameof(ListPerformances)).WithMetadata(new ShowsAttribute(SecuredObject.Own));
        var api = routes.MapGroup("/api/cases/{caseId:guid}/performance").RequireAuthorization().WithTags("Settlements");
        api.MapGet("", async Task<Ok<PerformanceView>> (Guid caseId, ReadPerformance read, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await read.Handle(context.ToCaller(), caseId, cancellation))).WithName(nameof(ReadPerformance)).WithMetadata(new ShowsAttribute(SecuredObject.Performance));
        api.MapPost("follow-up", async Task<Ok<PerformanceView>> (Guid caseId, AnswerFollowUpRequest request, AnswerFollowUp answer, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await answer.Handle(context.ToCaller(), caseId, request, cancellation))).WithName(nameof(AnswerFollowUp)).WithMetadata(new ShowsAttribute(SecuredObject.PerformanceActs));
        MapActs(api.MapGroup("{number:int}").WithMetadata(new ShowsAttribute(SecuredObject.PerformanceActs)));
        api.MapPost("{number:int}/remark", async Task<Ok<PerformanceView>> (Guid caseId, int number, RemarkOnPerformanceRequest request, RemarkOnPerformance remark, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await remark.Handle(context.ToCaller(), caseId, number, request, cancellation))).WithName(nameof(RemarkOnPerformance)).WithMetadata(new ShowsAttribute(SecuredObject.PerformanceSupervision));
    }

    private static void MapActs(RouteGroupBuilder obligation)
    {
        obligation.MapPost("report", async Task<Ok<PerformanceView>> (Guid caseId, int number, ReportPerformanceRequest request, ReportPerformance report, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await report.Handle(context.ToCaller(), caseId, number, request, cancellation))).WithName(nameof(ReportPerformance));
        obligation.MapPost("confirm", async Task<Ok<PerformanceView>> (Guid caseId, int number, ConfirmPerformanceRequest request, AnswerReport answer, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await answer.Handle(context.ToCaller(), caseId, number, request, cancellation))).WithName("ConfirmPerformance");
        obligation.MapPost("contest", async Task<Ok<PerformanceView>> (Guid caseId, int number, ContestPerformanceRequest request, AnswerReport answer, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await answer.Handle(context.ToCaller(), caseId, number, request, cancellation))).WithName("ContestPerformance");
        obligation.MapPost("receipt", async Task<Ok<PerformanceView>> (Guid caseId, int number, RecordReceiptRequest request, RecordReceipt receive, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await receive.Handle(context.ToCaller(), caseId, number, request, cancellation))).WithName(nameof(RecordReceipt));
        obligation.MapPost("dispute", async Task<Ok<PerformanceView>> (Guid caseId, int number, DisputePerformanceRequest request, DisputePerformance dispute, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await dispute.Handle(context.ToCaller(), caseId, number, request, cancellation))).WithName(nameof(DisputePerformance));
        obligation.MapPost("dispute/end", async Task<Ok<PerformanceView>> (Guid caseId, int number, EndDisputeRequest request, DisputePerformance dispute, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await dispute.Handle(context.ToCaller(), caseId, number, request, cancellation))).WithName("EndDispute");
    }
}
