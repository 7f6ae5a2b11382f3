using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using NonLitigation.Odr.Application.Evidence;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Evidence;
using NonLitigation.Odr.Server.Shared;

namespace NonLitigation.Odr.Server.Evidence;

public static class EvidenceEndpoints
{
    /// <summary>Somewhat above the limit for one file, so that a file that is a little too large gets a sentence of its own.</summary>
    private const long LargestRequest = 32 * 1024 * 1024;

    public static void AddExhibitDirectory(this WebApplicationBuilder builder) => builder.Services.AddSingleton(services =>
    {
        var configured = services.GetRequiredService<IConfiguration>()["Odr:Files:Directory"];
        return new ExhibitDirectory(configured is { Length: > 0 } ? configured : Path.Combine(builder.Environment.ContentRootPath, ".run", "files"));
    });

    public static void MapEvidence(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api").RequireAuthorization().WithTags("Evidence");
        // Not a page's form post: the Origin fence and the SameSite cookie stand before it.
        api.MapPost("exhibits", async Task<Ok<ExhibitView>> (
                IFormFile file, [FromForm] Guid? caseId, [FromForm] Guid? roomId, [FromForm] Guid? clientMessageId, UploadExhibit upload, HttpContext context, CancellationToken cancellation) =>
            {
                await using var content = file.OpenReadStream();
                return TypedResults.Ok(await upload.Handle(context.ToCaller(), file.FileName, content, file.Length, new UploadPlace(caseId, roomId, clientMessageId), cancellation));
            })
            .DisableAntiforgery().WithFormOptions(multipartBodyLengthLimit: LargestRequest, valueCountLimit: 8, multipartHeadersLengthLimit: 4096)
            .WithMetadata(new RequestSizeLimitAttribute(LargestRequest))
            .WithName(nameof(UploadExhibit)).WithMetadata(new ShowsAttribute(SecuredObject.CaseFile, SecuredObject.JointRoom, SecuredObject.Caucus, SecuredObject.Panel, SecuredObject.Enterprise));

        api.MapGet("exhibits/{id:guid}", async Task<FileStreamHttpResult> (Guid id, ReadExhibit read, HttpContext context, CancellationToken cancellation) =>
            {
                var exhibit = await read.Handle(context.ToCaller(), id, cancellation);
                Harmless(context.Response.Headers, exhibit.Name);
                return TypedResults.Stream(exhibit.Bytes, exhibit.MediaType, entityTag: new EntityTagHeaderValue($"\"{exhibit.Sha256}\""), enableRangeProcessing: true); // a voice is played from any moment
            })
            .WithName(nameof(ReadExhibit)).WithMetadata(new ShowsAttribute(SecuredObject.CaseFile, SecuredObject.JointRoom, SecuredObject.Caucus, SecuredObject.Panel, SecuredObject.Enterprise));

        api.MapGet("cases/{id:guid}/exhibits", async Task<Ok<IReadOnlyList<ExhibitView>>> (Guid id, ListExhibits list, HttpContext context, CancellationToken cancellation) =>
                TypedResults.Ok(await list.Handle(context.ToCaller(), id, cancellation)))
            .WithName(nameof(ListExhibits)).WithMetadata(new ShowsAttribute(SecuredObject.CaseFile));
    }

    /// <summary>Saved, never shown by itself: whatever slipped through runs nowhere.</summary>
    private static void Harmless(IHeaderDictionary headers, string name)
    {
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(name);
        headers.ContentDisposition = disposition.ToString();
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        headers.CacheControl = "private, no-store";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
    }
}
