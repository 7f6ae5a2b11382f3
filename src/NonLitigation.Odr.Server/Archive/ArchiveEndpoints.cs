using Microsoft.AspNetCore.Http.HttpResults;
using NonLitigation.Odr.Application.Archive;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Archive;
using NonLitigation.Odr.Server.Shared;

namespace NonLitigation.Odr.Server.Archive;

/// <summary>After the end of a case: what is kept and until when, requests for deletion, holds, seals, the whole file as one archive.</summary>
public static class ArchiveEndpoints
{
    public static void MapArchive(this IEndpointRouteBuilder routes)
    {
        var own = routes.MapGroup("/api").RequireAuthorization().WithTags("Archive").WithMetadata(new ShowsAttribute(SecuredObject.Own));
        own.MapGet("records", async Task<Ok<IReadOnlyList<CaseRecordSummaryView>>> (ListRecords list, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await list.Handle(context.ToCaller(), cancellation))).WithName(nameof(ListRecords));
        own.MapGet("retention-policy", async Task<Ok<RetentionPolicyView>> (DecideRetention decide, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await decide.Read(context.ToCaller(), cancellation))).WithName("ReadRetentionPolicy");
        own.MapPut("retention-policy", async Task<Ok<RetentionPolicyView>> (DecideRetentionRequest request, DecideRetention decide, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await decide.Handle(context.ToCaller(), request, cancellation))).WithName(nameof(DecideRetention));

        var api = routes.MapGroup("/api/cases/{caseId:guid}").RequireAuthorization().WithTags("Archive");
        api.MapGet("records", async Task<Ok<CaseRecordsView>> (Guid caseId, ReadRecords read, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await read.Handle(context.ToCaller(), caseId, cancellation))).WithName(nameof(ReadRecords)).WithMetadata(new ShowsAttribute(SecuredObject.CaseRecords));
        api.MapPost("records/deletion-requests", async Task<Ok<CaseRecordsView>> (Guid caseId, AskForDeletionRequest request, AskForDeletion ask, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await ask.Handle(context.ToCaller(), caseId, request, cancellation))).WithName(nameof(AskForDeletion)).WithMetadata(new ShowsAttribute(SecuredObject.CaseRecordsActs));
        api.MapGet("file", async Task (Guid caseId, ExportCaseFile export, HttpContext context, CancellationToken cancellation) =>
        {
            var copy = await export.BeginAsync(context.ToCaller(), caseId, cancellation);
            context.Response.ContentType = "application/zip";
            context.Response.Headers.ContentDisposition = $"attachment; filename*=UTF-8''{Uri.EscapeDataString(copy.FileName)}";
            context.Response.Headers.CacheControl = "no-store";
            await copy.WriteAsync(context.Response.Body, cancellation);
        }).WithName(nameof(ExportCaseFile)).Produces(200, contentType: "application/zip").WithMetadata(new ShowsAttribute(SecuredObject.CaseFileCopy));
        MapKeeping(api.MapGroup("records").WithMetadata(new ShowsAttribute(SecuredObject.CaseRecordsKeeping)));
    }

    private static void MapKeeping(RouteGroupBuilder records)
    {
        records.MapPost("deletion-requests/{requestId:guid}/answer", async Task<Ok<CaseRecordsView>> (Guid caseId, Guid requestId, AnswerDeletionRequest request, AnswerDeletion answer, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await answer.Handle(context.ToCaller(), caseId, requestId, request, cancellation))).WithName(nameof(AnswerDeletion));
        records.MapPost("class", async Task<Ok<CaseRecordsView>> (Guid caseId, ReclassifyRequest request, ReclassifyCase reclassify, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await reclassify.Handle(context.ToCaller(), caseId, request, cancellation))).WithName(nameof(ReclassifyCase));
        records.MapPost("holds", async Task<Ok<CaseRecordsView>> (Guid caseId, PlaceHoldRequest request, HoldCase hold, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await hold.Handle(context.ToCaller(), caseId, request, cancellation))).WithName(nameof(HoldCase));
        records.MapPost("holds/{holdId:guid}/release", async Task<Ok<CaseRecordsView>> (Guid caseId, Guid holdId, ReleaseHoldRequest request, HoldCase hold, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await hold.Release(context.ToCaller(), caseId, holdId, request, cancellation))).WithName("ReleaseHold");
        records.MapPost("seal", async Task<Ok<CaseRecordsView>> (Guid caseId, SealCaseRequest request, SealCase seal, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await seal.Handle(context.ToCaller(), caseId, request, cancellation))).WithName(nameof(SealCase));
        records.MapPost("openings", async Task<Ok<CaseRecordsView>> (Guid caseId, OpenSealedCaseRequest request, OpenSealedCase open, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await open.Handle(context.ToCaller(), caseId, request, cancellation))).WithName(nameof(OpenSealedCase));
        records.MapPost("openings/{openingId:guid}/end", async Task<Ok<CaseRecordsView>> (Guid caseId, Guid openingId, OpenSealedCase open, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await open.End(context.ToCaller(), caseId, openingId, cancellation))).WithName("EndOpening");
    }
}
