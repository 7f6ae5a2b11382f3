using Microsoft.AspNetCore.Http.HttpResults;
using NonLitigation.Odr.Application.Cases;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Cases;
using NonLitigation.Odr.Server.Shared;

namespace NonLitigation.Odr.Server.Cases;

/// <summary>Questions to legal guides: the mediator's by his case, the guide's by the question alone. No address of the guide's holds anything of a case.</summary>
public static class GuidanceEndpoints
{
    public static void MapGuidance(this IEndpointRouteBuilder routes)
    {
        var asking = routes.MapGroup("/api/cases/{caseId:guid}/guidance").RequireAuthorization().WithTags("Cases").WithMetadata(new ShowsAttribute(SecuredObject.CasePresiding));
        asking.MapGet("", async Task<Ok<CaseGuidanceView>> (Guid caseId, AskGuide ask, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await ask.Handle(context.ToCaller(), caseId, cancellation))).WithName("ReadCaseGuidance");
        asking.MapPost("", async Task<Ok<CaseGuidanceView>> (Guid caseId, AskGuideRequest request, AskGuide ask, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await ask.Handle(context.ToCaller(), caseId, request, cancellation))).WithName(nameof(AskGuide));
        asking.MapPost("check", async Task<Ok<GuidanceCheckView>> (Guid caseId, CheckGuidanceRequest request, AskGuide ask, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await ask.Handle(context.ToCaller(), caseId, request, cancellation))).WithName("CheckGuidance");
        asking.MapPost("{questionId:guid}/reply", async Task<Ok<CaseGuidanceView>> (Guid caseId, Guid questionId, ReplyToGuideRequest request, AskGuide ask, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await ask.Handle(context.ToCaller(), caseId, questionId, request, cancellation))).WithName("ReplyToGuide");
        asking.MapPost("{questionId:guid}/close", async Task<Ok<CaseGuidanceView>> (Guid caseId, Guid questionId, AskGuide ask, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await ask.CloseAsync(context.ToCaller(), caseId, questionId, cancellation))).WithName("CloseQuestion");

        var guide = routes.MapGroup("/api/guidance").RequireAuthorization().WithTags("Cases");
        guide.MapGet("", async Task<Ok<IReadOnlyList<GuideQuestionView>>> (GuideQuestions questions, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await questions.Handle(context.ToCaller(), cancellation))).WithName("ListGuidance").WithMetadata(new ShowsAttribute(SecuredObject.Own));
        var one = guide.MapGroup("{questionId:guid}").WithMetadata(new ShowsAttribute(SecuredObject.GuidanceQuestion));
        one.MapPost("take", async Task<Ok<GuideQuestionView>> (Guid questionId, GuideQuestions questions, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await questions.TakeAsync(context.ToCaller(), questionId, cancellation))).WithName("TakeQuestion");
        one.MapPost("give-back", async Task<Ok<GuideQuestionView>> (Guid questionId, GuideQuestions questions, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await questions.GiveBackAsync(context.ToCaller(), questionId, cancellation))).WithName("GiveQuestionBack");
        one.MapPost("ask-back", async Task<Ok<GuideQuestionView>> (Guid questionId, AskBackRequest request, GuideQuestions questions, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await questions.Handle(context.ToCaller(), questionId, request, cancellation))).WithName("AskBack");
        one.MapPost("answer", async Task<Ok<GuideQuestionView>> (Guid questionId, AnswerGuidanceRequest request, GuideQuestions questions, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await questions.Handle(context.ToCaller(), questionId, request, cancellation))).WithName("AnswerGuidance");
        one.MapPost("close", async Task<Ok<GuideQuestionView>> (Guid questionId, GuideQuestions questions, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await questions.CloseAsync(context.ToCaller(), questionId, cancellation))).WithName("CloseAnsweredQuestion");
    }
}
