using Microsoft.AspNetCore.Http.HttpResults;
using NonLitigation.Odr.Application.Enterprises;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Cases;
using NonLitigation.Odr.Contracts.Enterprises;
using NonLitigation.Odr.Server.Shared;

namespace NonLitigation.Odr.Server.Enterprises;

/// <summary>An enterprise exists for those who speak for it and for its butler team; its acts for those whose mandate reaches as far.</summary>
public static class EnterprisesEndpoints
{
    public static void MapEnterprises(this IEndpointRouteBuilder routes)
    {
        var acts = new ShowsAttribute(SecuredObject.EnterpriseActs);
        var enterprises = routes.MapGroup("/api/enterprises").RequireAuthorization().WithTags("Enterprises");

        enterprises.MapGet("", async Task<Ok<IReadOnlyList<EnterpriseSummaryView>>> (ListEnterprises list, HttpContext context, CancellationToken cancellation) =>
                TypedResults.Ok(await list.Handle(context.ToCaller(), cancellation)))
            .WithName(nameof(ListEnterprises)).WithMetadata(new ShowsAttribute(SecuredObject.Own));
        enterprises.MapGet("{id:guid}", async Task<Ok<EnterpriseView>> (Guid id, ReadEnterprise read, HttpContext context, CancellationToken cancellation) =>
                TypedResults.Ok(await read.Handle(context.ToCaller(), id, cancellation)))
            .WithName(nameof(ReadEnterprise)).WithMetadata(new ShowsAttribute(SecuredObject.Enterprise));
        enterprises.MapPost("{id:guid}/mandates", async Task<Ok<EnterpriseView>> (Guid id, GrantMandateRequest request, GrantMandate grant, HttpContext context, CancellationToken cancellation) =>
                TypedResults.Ok(await grant.Handle(context.ToCaller(), id, request, cancellation)))
            .WithName(nameof(GrantMandate)).WithMetadata(acts);
        enterprises.MapPost("{id:guid}/mandates/revoke", async Task<Results<Ok<EnterpriseView>, NoContent>> (
                Guid id, RevokeMandateRequest request, RevokeMandate revoke, HttpContext context, CancellationToken cancellation) =>
                await revoke.Handle(context.ToCaller(), id, request, cancellation) is { } view ? TypedResults.Ok(view) : TypedResults.NoContent())
            .WithName(nameof(RevokeMandate)).WithMetadata(acts);
        enterprises.MapPost("{id:guid}/disputes", async Task<Ok<CaseFiledView>> (Guid id, OpenDisputeRequest request, OpenDispute open, HttpContext context, CancellationToken cancellation) =>
                TypedResults.Ok(await open.Handle(context.ToCaller(), id, request, cancellation)))
            .WithName(nameof(OpenDispute)).WithMetadata(acts);
    }
}
