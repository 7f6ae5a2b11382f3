using Microsoft.AspNetCore.Http.HttpResults;
using NonLitigation.Odr.Application.Settlements;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Settlements;
using NonLitigation.Odr.Server.Shared;

namespace NonLitigation.Odr.Server.Settlements;

/// <summary>Around the draft: its versions, what differs, who writes, what lies on the table, what was said about it, and wordings to begin with.</summary>
public static class DraftingEndpoints
{
    public static void MapDraftingTable(this RouteGroupBuilder agreement)
    {
        var (seen, presiding) = (new ShowsAttribute(SecuredObject.Agreement), new ShowsAttribute(SecuredObject.CasePresiding));
        agreement.MapGet("drafting", async Task<Ok<DraftingView>> (Guid caseId, ReadDrafting read, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await read.Handle(context.ToCaller(), caseId, cancellation))).WithName(nameof(ReadDrafting)).WithMetadata(seen);
        agreement.MapPost("drafting/looked", async Task<Ok<DraftingView>> (Guid caseId, LookedAtDraftRequest request, ReadDrafting read, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await read.LookedAsync(context.ToCaller(), caseId, request, cancellation))).WithName("LookedAtDraft").WithMetadata(seen);
        agreement.MapGet("versions/{before:int}/difference/{after:int}", async Task<Ok<DifferenceView>> (Guid caseId, int before, int after, CompareDrafts compare, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await compare.VersionsAsync(context.ToCaller(), caseId, before, after, cancellation))).WithName("CompareVersions").WithMetadata(seen);
        agreement.MapPost("compare", async Task<Ok<DifferenceView>> (Guid caseId, DraftAgreementRequest request, CompareDrafts compare, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await compare.UnsavedAsync(context.ToCaller(), caseId, request, cancellation))).WithName("CompareUnsaved").WithMetadata(presiding);
        agreement.MapPost("restore", async Task<Ok<AgreementView>> (Guid caseId, RestoreVersionRequest request, RestoreVersion restore, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await restore.Handle(context.ToCaller(), caseId, request, cancellation))).WithName(nameof(RestoreVersion)).WithMetadata(presiding);
        agreement.MapPost("table", async Task<Ok<AgreementView>> (Guid caseId, PutOnTableRequest request, PutOnTable table, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await table.PutAsync(context.ToCaller(), caseId, request, cancellation))).WithName(nameof(PutOnTable)).WithMetadata(presiding);
        agreement.MapPost("table/off", async Task<Ok<AgreementView>> (Guid caseId, PutOnTable table, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await table.TakeOffAsync(context.ToCaller(), caseId, cancellation))).WithName("TakeOffTable").WithMetadata(presiding);
        agreement.MapPost("lease", async Task<Ok<EditLeaseView>> (Guid caseId, HoldEditLeaseRequest request, HoldEditLease lease, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await lease.HoldAsync(context.ToCaller(), caseId, request, cancellation))).WithName(nameof(HoldEditLease)).WithMetadata(presiding);
        agreement.MapPost("lease/end", async Task<NoContent> (Guid caseId, HoldEditLeaseRequest request, HoldEditLease lease, HttpContext context, CancellationToken cancellation) =>
        {
            await lease.EndAsync(context.ToCaller(), caseId, request, cancellation);
            return TypedResults.NoContent();
        }).WithName("EndEditLease").WithMetadata(presiding);
        agreement.MapPost("comments", async Task<Ok<DraftingView>> (Guid caseId, CommentOnDraftRequest request, CommentOnDraft comment, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await comment.AddAsync(context.ToCaller(), caseId, request, cancellation))).WithName(nameof(CommentOnDraft)).WithMetadata(seen);
        agreement.MapPost("comments/{id:guid}/resolve", async Task<Ok<DraftingView>> (Guid caseId, Guid id, CommentOnDraft comment, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await comment.ResolveAsync(context.ToCaller(), caseId, id, cancellation))).WithName("ResolveDraftComment").WithMetadata(seen);
        agreement.MapGet("templates", async Task<Ok<IReadOnlyList<TemplateSetView>>> (Guid caseId, long? amountFen, DateOnly? dueOn, ListTemplates templates, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await templates.Handle(context.ToCaller(), caseId, amountFen, dueOn, cancellation))).WithName(nameof(ListTemplates)).WithMetadata(presiding);
    }
}
