using System.Text.Json;
using NonLitigation.Odr.Application.Shared;

namespace NonLitigation.Odr.Server.Shared;

/// <summary>
/// A browser page of another origin may neither open a socket nor change anything with the visitor's cookie. CORS does not
/// cover WebSockets, so the Origin header is checked before the upgrade and on every unsafe method. Own origin, and those
/// in <c>Odr:Web:Origins</c>, pass; a request without an Origin comes from no page.
/// </summary>
public sealed class OriginFence(RequestDelegate next, IConfiguration configuration)
{
    private readonly HashSet<string> _allowed = new(configuration.GetSection("Odr:Web:Origins").Get<string[]>() ?? [], StringComparer.OrdinalIgnoreCase);

    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        var guarded = request.Path.StartsWithSegments("/hubs", StringComparison.OrdinalIgnoreCase)
            || !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method));
        var origins = request.Headers.Origin;
        if (!guarded || origins.Count == 0) return next(context);
        if (origins is [{ } origin] && (_allowed.Contains(origin) || Own(request, origin))) return next(context);
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return context.Response.WriteAsync(JsonSerializer.Serialize(RefusalTranslation.NotFound, OdrJson.Options));
    }

    private static bool Own(HttpRequest request, string origin) =>
        string.Equals(origin, $"{request.Scheme}://{request.Host.Value}", StringComparison.OrdinalIgnoreCase);
}
