using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Shared;

namespace NonLitigation.Odr.Server.Shared;

/// <summary>Every error over HTTP is a ProblemDetails (RFC 9457) with <c>code</c>, <c>zh</c> and <c>en</c>.</summary>
public sealed partial class RefusalExceptionHandler(IProblemDetailsService problems, ILogger<RefusalExceptionHandler> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested) return true;
        var (view, status) = RefusalTranslation.Describe(exception) ?? exception switch
        {
            BadHttpRequestException bad => (RefusalTranslation.Malformed, bad.StatusCode),
            _ => (RefusalTranslation.Fault, 500),
        };
        if (status >= 500) LogFault(logger, exception, httpContext.Request.Method, httpContext.GetEndpoint()?.DisplayName);
        httpContext.Response.StatusCode = status;
        if (status is 429 or 503) httpContext.Response.Headers.RetryAfter = "1";
        return await problems.TryWriteAsync(new() { HttpContext = httpContext, ProblemDetails = Problem(view, status) });
    }

    /// <summary>Answers without an exception (401 of the cookie scheme, 404 of the router) get the same shape.</summary>
    public static void Complete(ProblemDetailsContext context)
    {
        var problem = context.ProblemDetails;
        if (problem.Extensions.ContainsKey("code")) return;
        var view = problem.Status switch
        {
            401 => RefusalTranslation.NotSignedIn,
            403 or 404 or 405 => RefusalTranslation.NotFound,
            >= 500 => RefusalTranslation.Fault,
            _ => RefusalTranslation.Malformed,
        };
        problem.Title = view.En;
        foreach (var (name, value) in Problem(view, problem.Status ?? 400).Extensions) problem.Extensions[name] = value;
    }

    /// <summary>An answer given before any endpoint.</summary>
    internal static async Task AnswerAsync(HttpContext context, RefusalView view, int status)
    {
        context.Response.StatusCode = status;
        await context.RequestServices.GetRequiredService<IProblemDetailsService>().WriteAsync(new() { HttpContext = context, ProblemDetails = Problem(view, status) });
    }

    private static ProblemDetails Problem(RefusalView view, int status)
    {
        var problem = new ProblemDetails { Status = status, Title = view.En, Type = $"urn:nonlitigation-odr:{view.Code}" };
        (problem.Extensions["code"], problem.Extensions["zh"], problem.Extensions["en"]) = (view.Code, view.Zh, view.En);
        ServerMeters.Refused(view.Code);
        if (view.Errors is not null) problem.Extensions["errors"] = view.Errors;
        return problem;
    }

    [LoggerMessage(LogLevel.Error, "Fault in {Method} {Endpoint}")]
    private static partial void LogFault(ILogger logger, Exception exception, string method, string? endpoint);
}
