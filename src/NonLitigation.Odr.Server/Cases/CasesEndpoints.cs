using Microsoft.AspNetCore.Http.HttpResults;
using NonLitigation.Odr.Application.Cases;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Cases;
using NonLitigation.Odr.Server.Shared;

namespace NonLitigation.Odr.Server.Cases;

public static class CasesEndpoints
{
    public static void MapCases(this IEndpointRouteBuilder routes)
    {
        var own = new ShowsAttribute(SecuredObject.Own);
        var inTheCase = new ShowsAttribute(SecuredObject.CaseFile, SecuredObject.CaseAdministration);
        var cases = routes.MapGroup("/api/cases").RequireAuthorization().WithTags("Cases");

        cases.MapPost("", async Task<Ok<CaseFiledView>> (FileCaseRequest request, FileCase file, HttpContext context, CancellationToken cancellation) =>
                TypedResults.Ok(await file.Handle(context.ToCaller(), request, cancellation)))
            .WithName(nameof(FileCase)).WithMetadata(own);
        cases.MapGet("", async Task<Ok<IReadOnlyList<CaseSummaryView>>> (string? view, int? skip, int? take, ListCases list, HttpContext context, CancellationToken cancellation) =>
                TypedResults.Ok(await list.Handle(context.ToCaller(), ListCases.KindOf(view), skip, take, cancellation)))
            .WithName(nameof(ListCases)).WithMetadata(own);
        cases.MapGet("{id:guid}", async Task<Ok<CaseView>> (Guid id, ReadCase read, HttpContext context, CancellationToken cancellation) =>
                TypedResults.Ok(await read.Handle(context.ToCaller(), id, cancellation)))
            .WithName(nameof(ReadCase)).WithMetadata(new ShowsAttribute(SecuredObject.CaseStatus));
        cases.MapPost("{id:guid}/answer", async Task<Ok<CaseView>> (Guid id, AnswerInvitationRequest request, AnswerInvitation answer, HttpContext context, CancellationToken cancellation) =>
                TypedResults.Ok(await answer.Handle(context.ToCaller(), id, request, cancellation)))
            .WithName(nameof(AnswerInvitation)).WithMetadata(new ShowsAttribute(SecuredObject.CaseStatus));
        cases.MapPost("{id:guid}/invitations/{partyId:guid}", async Task<NoContent> (Guid id, Guid partyId, SendInvitationRequest? request, SendInvitation send, HttpContext context, CancellationToken cancellation) =>
            {
                await send.Handle(context.ToCaller(), id, partyId, request, cancellation);
                return TypedResults.NoContent();
            }).WithName(nameof(SendInvitation)).WithMetadata(inTheCase);
        cases.MapPost("{id:guid}/mediator", async Task<Ok<CaseView>> (Guid id, ChooseMediatorRequest request, ChooseMediator choose, HttpContext context, CancellationToken cancellation) =>
                TypedResults.Ok(await choose.Handle(context.ToCaller(), id, request, cancellation)))
            .WithName(nameof(ChooseMediator)).WithMetadata(inTheCase);
        cases.MapPost("{id:guid}/appointment", async Task<Results<Ok<CaseView>, NoContent>> (Guid id, AnswerAppointmentRequest request, AnswerAppointment answer, HttpContext context, CancellationToken cancellation) =>
                await answer.Handle(context.ToCaller(), id, request, cancellation) is { } view ? TypedResults.Ok(view) : TypedResults.NoContent())
            .WithName(nameof(AnswerAppointment)).WithMetadata(new ShowsAttribute(SecuredObject.CasePresiding));
        cases.MapPost("{id:guid}/close", async Task<Ok<CaseView>> (Guid id, CloseCaseRequest request, CloseCase close, HttpContext context, CancellationToken cancellation) =>
                TypedResults.Ok(await close.Handle(context.ToCaller(), id, request, cancellation)))
            .WithName(nameof(CloseCase)).WithMetadata(inTheCase);

        var presiding = new ShowsAttribute(SecuredObject.CasePresiding);
        cases.MapPost("{id:guid}/term/extension", async Task<Ok<CaseView>> (Guid id, ProposeExtensionRequest request, ChangeTerm term, HttpContext context, CancellationToken cancellation) =>
                TypedResults.Ok(await term.Handle(context.ToCaller(), id, request, cancellation)))
            .WithName("ProposeExtension").WithMetadata(presiding);
        cases.MapPost("{id:guid}/term/extension/answer", async Task<Ok<CaseView>> (Guid id, AnswerExtensionRequest request, ChangeTerm term, HttpContext context, CancellationToken cancellation) =>
                TypedResults.Ok(await term.Handle(context.ToCaller(), id, request, cancellation)))
            .WithName("AnswerExtension").WithMetadata(new ShowsAttribute(SecuredObject.CaseFile));
        cases.MapPost("{id:guid}/term/suspension", async Task<Ok<CaseView>> (Guid id, SuspendTermRequest request, ChangeTerm term, HttpContext context, CancellationToken cancellation) =>
                TypedResults.Ok(await term.Handle(context.ToCaller(), id, request, cancellation)))
            .WithName("SuspendTerm").WithMetadata(presiding);
        cases.MapPost("{id:guid}/term/suspension/end", async Task<Ok<CaseView>> (Guid id, ChangeTerm term, HttpContext context, CancellationToken cancellation) =>
                TypedResults.Ok(await term.Resume(context.ToCaller(), id, cancellation)))
            .WithName("ResumeTerm").WithMetadata(presiding);

        routes.MapPost("/api/invitations/open", async Task<Ok<InvitationView>> (OpenInvitationRequest request, OpenInvitation open, CancellationToken cancellation) =>
                TypedResults.Ok(await open.Handle(request, cancellation)))
            .WithTags("Cases").WithName(nameof(OpenInvitation)).WithMetadata(new ShowsAttribute(SecuredObject.Public));
    }
}
