using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using NonLitigation.Odr.Application.Settlements;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Settlements;
using NonLitigation.Odr.Server.Shared;

namespace NonLitigation.Odr.Server.Settlements;

/// <summary>Agreement and outcome: for the presiding mediator and those who take part; nobody else finds anything.</summary>
public static class SettlementsEndpoints
{
    public static void MapSettlements(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api").RequireAuthorization().WithTags("Settlements");
        MapDrafting(api.MapGroup("/cases/{caseId:guid}/agreement"));
        api.MapGroup("/cases/{caseId:guid}/agreement").MapDraftingTable();
        api.MapGroup("/cases/{caseId:guid}/sheets").MapSheets();
        MapPaper(api.MapGroup("/cases/{caseId:guid}/agreement/paper"));
        MapSigning(api.MapGroup("/agreements/{id:guid}").WithMetadata(new ShowsAttribute(SecuredObject.Agreement)));
        api.MapGet("/outcomes/{id:guid}", async Task<FileContentHttpResult> (Guid id, DownloadOutcome download, HttpContext context, CancellationToken cancellation) =>
            {
                var file = await download.Handle(context.ToCaller(), id, cancellation);
                return TypedResults.File(file.Pdf, "application/pdf", file.Name, entityTag: Tag(file.Sha256));
            }).WithName(nameof(DownloadOutcome)).WithMetadata(new ShowsAttribute(SecuredObject.Agreement));
    }

    private static void MapDrafting(RouteGroupBuilder agreement)
    {
        var presiding = new ShowsAttribute(SecuredObject.CasePresiding);
        agreement.MapGet("", async Task<Ok<AgreementView>> (Guid caseId, ReadAgreement read, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await read.Handle(context.ToCaller(), caseId, cancellation))).WithName(nameof(ReadAgreement)).WithMetadata(new ShowsAttribute(SecuredObject.Agreement));
        agreement.MapPut("", async Task<Ok<AgreementView>> (Guid caseId, DraftAgreementRequest request, DraftAgreement draft, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await draft.Handle(context.ToCaller(), caseId, request, cancellation))).WithName(nameof(DraftAgreement)).WithMetadata(presiding);
        agreement.MapPost("freeze", async Task<Ok<AgreementView>> (Guid caseId, FreezeAgreementRequest request, FreezeAgreement freeze, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await freeze.Handle(context.ToCaller(), caseId, request, cancellation))).WithName(nameof(FreezeAgreement)).WithMetadata(presiding);
        agreement.MapPost("reopen", async Task<Ok<AgreementView>> (Guid caseId, ReopenAgreementRequest request, ReopenAgreement reopen, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await reopen.Handle(context.ToCaller(), caseId, request, cancellation))).WithName(nameof(ReopenAgreement)).WithMetadata(presiding);
    }

    /// <summary>What cannot be signed electronically (电子签名法 3).</summary>
    private static void MapPaper(RouteGroupBuilder paper)
    {
        var presiding = new ShowsAttribute(SecuredObject.CasePresiding);
        paper.MapPost("split", async Task<Ok<AgreementView>> (Guid caseId, SplitOffRequest request, ChangePaperPart change, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await change.SplitOffAsync(context.ToCaller(), caseId, request, cancellation))).WithName("SplitOffToPaper").WithMetadata(presiding);
        paper.MapPost("drop", async Task<Ok<AgreementView>> (Guid caseId, DropPaperClauseRequest request, ChangePaperPart change, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await change.DropAsync(context.ToCaller(), caseId, request, cancellation))).WithName("DropPaperClause").WithMetadata(presiding);
        paper.MapPost("fix", async Task<Ok<AgreementView>> (Guid caseId, ChangePaperPart change, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await change.FixAsync(context.ToCaller(), caseId, cancellation))).WithName("FixPaperPart").WithMetadata(presiding);
        paper.MapPost("reopen", async Task<Ok<AgreementView>> (Guid caseId, ChangePaperPart change, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await change.ReopenAsync(context.ToCaller(), caseId, cancellation))).WithName("ReopenPaperPart").WithMetadata(presiding);
        paper.MapPost("signed", async Task<Ok<AgreementView>> (Guid caseId, RecordPaperSigningRequest request, ChangePaperPart change, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await change.RecordAsync(context.ToCaller(), caseId, request, cancellation))).WithName("RecordPaperSigning").WithMetadata(presiding);
        paper.MapGet("print", async Task<FileContentHttpResult> (Guid caseId, PrintPaperPart print, HttpContext context, CancellationToken cancellation) =>
        {
            var file = await print.Handle(context.ToCaller(), caseId, cancellation);
            return TypedResults.File(file.Pdf, "application/pdf", file.Name);
        }).WithName(nameof(PrintPaperPart)).WithMetadata(new ShowsAttribute(SecuredObject.Agreement));
    }

    private static void MapSigning(RouteGroupBuilder agreement)
    {
        agreement.MapGet("text", async Task<FileContentHttpResult> (Guid id, ReadAgreementText read, HttpContext context, CancellationToken cancellation) =>
        {
            var text = await read.Handle(context.ToCaller(), id, cancellation);
            return TypedResults.File(text.Bytes, "application/json", entityTag: Tag(text.Hash));
        }).WithName(nameof(ReadAgreementText));
        agreement.MapPost("sign", async Task<Ok<AgreementView>> (Guid id, SignAgreementRequest request, SignAgreement sign, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await sign.Handle(context.ToCaller(), id, request, Place(context), cancellation))).WithName(nameof(SignAgreement));
        agreement.MapPost("decline", async Task<Ok<AgreementView>> (Guid id, DeclineToSignRequest request, DeclineToSign decline, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await decline.Handle(context.ToCaller(), id, request, cancellation))).WithName(nameof(DeclineToSign));
    }

    private static SigningPlace Place(HttpContext context) => new(context.Connection.RemoteIpAddress?.ToString(), context.Request.Headers.UserAgent.ToString());

    private static EntityTagHeaderValue Tag(string hash) => new($"\"{hash}\"");
}
