using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Contracts.Shared;

namespace NonLitigation.Odr.Server.Shared;

/// <summary>
/// A browser page of another origin may neither open a socket nor change anything with the visitor's cookie. CORS does not
/// cover WebSockets, so the Origin header is checked before the upgrade and on every unsafe method. Own origin, and those
/// in <c>Odr:Web:Origins</c>, pass; a request without an Origin passes unless the browser says that another site made it.
/// </summary>
public sealed class OriginFence(RequestDelegate next, IConfiguration configuration)
{
    public static readonly RefusalView OtherOrigin = new("shared.other-origin",
        "这个请求来自其他网站的页面，已被拒绝。", "This request came from a page of another site and was refused.");

    private readonly HashSet<string> _allowed = new(configuration.GetSection("Odr:Web:Origins").Get<string[]>() ?? [], StringComparer.OrdinalIgnoreCase);

    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        var guarded = request.Path.StartsWithSegments("/hubs", StringComparison.OrdinalIgnoreCase)
            || !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method));
        if (!guarded || Passes(request)) return next(context);
        return Results.Problem(title: OtherOrigin.En, statusCode: StatusCodes.Status403Forbidden, type: $"urn:nonlitigation-odr:{OtherOrigin.Code}",
            extensions: new Dictionary<string, object?> { ["code"] = OtherOrigin.Code, ["zh"] = OtherOrigin.Zh, ["en"] = OtherOrigin.En }).ExecuteAsync(context);
    }

    private bool Passes(HttpRequest request) => request.Headers.Origin switch
    {
        { Count: 0 } => request.Headers["Sec-Fetch-Site"].ToString() is not ("cross-site" or "same-site"),
        [{ } origin] => _allowed.Contains(origin) || Own(request, origin),
        _ => false,
    };

    private static bool Own(HttpRequest request, string origin) =>
        string.Equals(origin, $"{request.Scheme}://{request.Host.Value}", StringComparison.OrdinalIgnoreCase);
}
