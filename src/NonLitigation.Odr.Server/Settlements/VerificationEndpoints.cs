using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using NonLitigation.Odr.Application.Settlements;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Settlements;

namespace NonLitigation.Odr.Server.Settlements;

/// <summary>Open to anybody. Checking a file asks no database; checking a code tells who signed and when, nothing of the content.</summary>
public static class VerificationEndpoints
{
    private const long LargestRequest = VerifyDocument.LargestFile + 2 * 1024 * 1024;

    public static void MapVerification(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/verify").AllowAnonymous().WithMetadata(new ShowsAttribute(SecuredObject.Public)).WithTags("Verification");
        // Posted by plain forms and scripts too; there is nothing to forge: it changes nothing.
        api.MapPost("", async Task<Ok<VerificationView>> (IFormFile file, VerifyDocument verify, CancellationToken cancellation) =>
            {
                await using var content = file.OpenReadStream();
                return TypedResults.Ok(await verify.Handle(content, file.Length, cancellation));
            }).WithName(nameof(VerifyDocument)).DisableAntiforgery().WithMetadata(new RequestSizeLimitAttribute(LargestRequest), new RequestFormLimitsAttribute { MultipartBodyLengthLimit = LargestRequest });
        api.MapGet("copies/{sha256:length(64)}", async Task<Ok<OwnCopyView>> (string sha256, CheckOutcome check, CancellationToken cancellation) =>
            TypedResults.Ok(await check.OwnCopyAsync(sha256, cancellation))).WithName("ReadOwnCopy");
        api.MapGet("{code}", async Task<Ok<OutcomeCheckView>> (string code, CheckOutcome check, CancellationToken cancellation) =>
            TypedResults.Ok(await check.Handle(code, cancellation))).WithName(nameof(CheckOutcome));
    }
}
