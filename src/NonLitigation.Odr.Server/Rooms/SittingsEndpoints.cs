using Microsoft.AspNetCore.Http.HttpResults;
using NonLitigation.Odr.Application.Rooms;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Server.Shared;

namespace NonLitigation.Odr.Server.Rooms;

/// <summary>When a case is heard: times proposed and answered, the fixed sitting, calendars.</summary>
public static class SittingsEndpoints
{
    private const string Calendar = "text/calendar; charset=utf-8";

    public static void MapSittings(this IEndpointRouteBuilder routes)
    {
        var (file, presiding, own) = (new ShowsAttribute(SecuredObject.CaseFile), new ShowsAttribute(SecuredObject.CasePresiding), new ShowsAttribute(SecuredObject.Own));
        var sittings = routes.MapGroup("/api/cases/{caseId:guid}/sittings").RequireAuthorization().WithTags("Rooms");
        sittings.MapGet("", async Task<Ok<CaseSittingsView>> (Guid caseId, ReadSittings read, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await read.Handle(context.ToCaller(), caseId, cancellation))).WithName(nameof(ReadSittings)).WithMetadata(file);
        sittings.MapPost("", async Task<Ok<CaseSittingsView>> (Guid caseId, ProposeSittingRequest request, ScheduleSitting schedule, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await schedule.Handle(context.ToCaller(), caseId, request, cancellation))).WithName("ProposeSitting").WithMetadata(presiding);
        sittings.MapPost("{sittingId:guid}/answer", async Task<Ok<CaseSittingsView>> (Guid caseId, Guid sittingId, AnswerSittingRequest request, AnswerSitting answer, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await answer.Handle(context.ToCaller(), caseId, sittingId, request, cancellation))).WithName(nameof(AnswerSitting)).WithMetadata(file);
        sittings.MapPost("{sittingId:guid}/fix", async Task<Ok<CaseSittingsView>> (Guid caseId, Guid sittingId, FixSittingRequest request, ScheduleSitting schedule, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await schedule.Handle(context.ToCaller(), caseId, sittingId, request, cancellation))).WithName("FixSitting").WithMetadata(presiding);
        sittings.MapPost("{sittingId:guid}/move", async Task<Ok<CaseSittingsView>> (Guid caseId, Guid sittingId, MoveSittingRequest request, ScheduleSitting schedule, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await schedule.Handle(context.ToCaller(), caseId, sittingId, request, cancellation))).WithName("MoveSitting").WithMetadata(presiding);
        sittings.MapPost("{sittingId:guid}/cancel", async Task<Ok<CaseSittingsView>> (Guid caseId, Guid sittingId, CancelSittingRequest request, ScheduleSitting schedule, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await schedule.Handle(context.ToCaller(), caseId, sittingId, request, cancellation))).WithName("CancelSitting").WithMetadata(presiding);
        sittings.MapGet("{sittingId:guid}/calendar", async Task<FileContentHttpResult> (Guid caseId, Guid sittingId, DownloadSitting download, HttpContext context, CancellationToken cancellation) =>
        {
            var (name, content) = await download.Handle(context.ToCaller(), caseId, sittingId, cancellation);
            return TypedResults.File(System.Text.Encoding.UTF8.GetBytes(content), Calendar, name);
        }).WithName(nameof(DownloadSitting)).WithMetadata(file);

        routes.MapGet("/api/sittings", async Task<Ok<IReadOnlyList<OwnSittingView>>> (ListSittings list, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await list.Handle(context.ToCaller(), cancellation))).RequireAuthorization().WithTags("Rooms").WithName(nameof(ListSittings)).WithMetadata(own);
        MapCalendars(routes, own);
    }

    private static void MapCalendars(IEndpointRouteBuilder routes, ShowsAttribute own)
    {
        var mine = routes.MapGroup("/api/calendar").RequireAuthorization().WithTags("Rooms").WithMetadata(own);
        mine.MapGet("", async Task<Ok<CalendarFeedView>> (CalendarFeeds feeds, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await feeds.Read(context.ToCaller(), cancellation))).WithName("ReadCalendarFeed");
        mine.MapPost("", async Task<Ok<CalendarFeedView>> (CalendarFeeds feeds, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await feeds.Make(context.ToCaller(), cancellation))).WithName("MakeCalendarFeed");
        mine.MapPost("revoke", async Task<Ok<CalendarFeedView>> (CalendarFeeds feeds, HttpContext context, CancellationToken cancellation) =>
            TypedResults.Ok(await feeds.Revoke(context.ToCaller(), cancellation))).WithName("RevokeCalendarFeed");
        // A calendar program has no cookie: the address itself is the right (docs/decisions/0017).
        routes.MapGet("/api/calendars/{address}", async Task<ContentHttpResult> (string address, CalendarFeeds feeds, HttpContext context, CancellationToken cancellation) =>
        {
            var content = await feeds.Subscribe(address, cancellation);
            context.Response.Headers.CacheControl = "private, no-store";
            return TypedResults.Text(content, Calendar);
        }).AllowAnonymous().WithTags("Rooms").WithName("SubscribeToCalendar").WithMetadata(new ShowsAttribute(SecuredObject.Public));
    }
}
