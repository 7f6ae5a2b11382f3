using Microsoft.AspNetCore.Http.HttpResults;
using NonLitigation.Odr.Application.Cases;
using NonLitigation.Odr.Application.Rooms;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Cases;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Server.Shared;

namespace NonLitigation.Odr.Server.Rooms;

/// <summary>The mediator's desk: canned texts, private notes; for the organisation, who waits unheard.</summary>
public static class DeskEndpoints
{
    public static void MapDesk(this IEndpointRouteBuilder routes)
    {
        var own = routes.MapGroup("/api").RequireAuthorization().WithTags("Rooms").WithMetadata(new ShowsAttribute(SecuredObject.Own));
        own.MapGet("unattended", async Task<Ok<UnattendedView>> (ReadUnattended read, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await read.Handle(context.ToCaller(), cancellation))).WithName(nameof(ReadUnattended));
        own.MapPut("attention-limit", async Task<Ok<UnattendedView>> (SetAttentionLimitRequest request, SetAttentionLimit set, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await set.Handle(context.ToCaller(), request, cancellation))).WithName(nameof(SetAttentionLimit));
        own.MapGet("snippets", async Task<Ok<IReadOnlyList<SnippetView>>> (KeepSnippets keep, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await keep.Handle(context.ToCaller(), cancellation))).WithName("ListSnippets");
        own.MapPut("snippets/{snippetId:guid}", async Task<Ok<IReadOnlyList<SnippetView>>> (Guid snippetId, WriteSnippetRequest request, KeepSnippets keep, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await keep.Handle(context.ToCaller(), snippetId, request, cancellation))).WithName("WriteSnippet");
        own.MapPost("snippets/{snippetId:guid}/remove", async Task<Ok<IReadOnlyList<SnippetView>>> (Guid snippetId, KeepSnippets keep, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await keep.RemoveAsync(context.ToCaller(), snippetId, cancellation))).WithName("RemoveSnippet");

        var notes = routes.MapGroup("/api/cases/{caseId:guid}").RequireAuthorization().WithTags("Cases").WithMetadata(new ShowsAttribute(SecuredObject.PresidingNotes));
        notes.MapGet("notes", async Task<Ok<CaseNotesView>> (Guid caseId, KeepNotes keep, HttpContext context, CancellationToken cancellation) =>
        {
            context.Response.Headers.CacheControl = "no-store";
            return TypedResults.Ok(await keep.Handle(context.ToCaller(), caseId, cancellation));
        }).WithName("ReadCaseNotes");
        notes.MapPut("notes", async Task<Ok<CaseNotesView>> (Guid caseId, WriteCaseNotesRequest request, KeepNotes keep, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await keep.Handle(context.ToCaller(), caseId, request, cancellation))).WithName("WriteCaseNotes");
    }
}
