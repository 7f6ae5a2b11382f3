using Microsoft.AspNetCore.Http.HttpResults;
using NonLitigation.Odr.Application.Settlements;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Settlements;
using NonLitigation.Odr.Server.Shared;

namespace NonLitigation.Odr.Server.Settlements;

/// <summary>Undisputed facts and minutes (court rules art. 18, 22): for the presiding mediator and those who take part.</summary>
internal static class SheetsEndpoints
{
    internal static void MapSheets(this RouteGroupBuilder sheets)
    {
        var (presiding, file) = (new ShowsAttribute(SecuredObject.CasePresiding), new ShowsAttribute(SecuredObject.CaseFile));
        sheets.MapGet("", async Task<Ok<IReadOnlyList<SheetView>>> (Guid caseId, SheetChange change, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await change.ReadAsync(context.ToCaller(), caseId, cancellation))).WithName("ReadSheets").WithMetadata(file);
        sheets.MapPut("", async Task<Ok<IReadOnlyList<SheetView>>> (Guid caseId, WriteSheetRequest request, SheetChange change, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await change.WriteAsync(context.ToCaller(), caseId, request, cancellation))).WithName("WriteSheet").WithMetadata(presiding);
        sheets.MapGet("minutes-draft", async Task<Ok<MinutesDraftView>> (Guid caseId, DraftMinutes draft, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await draft.Handle(context.ToCaller(), caseId, cancellation))).WithName(nameof(DraftMinutes)).WithMetadata(presiding);
        sheets.MapPost("{id:guid}/ask", async Task<Ok<IReadOnlyList<SheetView>>> (Guid caseId, Guid id, AskSheetRequest request, SheetChange change, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await change.AskAsync(context.ToCaller(), caseId, id, request, cancellation))).WithName("AskSheet").WithMetadata(presiding);
        sheets.MapPost("{id:guid}/answer", async Task<Ok<IReadOnlyList<SheetView>>> (Guid caseId, Guid id, AnswerSheetRequest request, SheetChange change, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await change.AnswerAsync(context.ToCaller(), caseId, id, request, cancellation))).WithName("AnswerSheet").WithMetadata(file);
    }
}
