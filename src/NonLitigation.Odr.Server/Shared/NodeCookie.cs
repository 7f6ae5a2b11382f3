namespace NonLitigation.Odr.Server.Shared;

/// <summary>
/// A line's requests all have to reach the node that agreed to it (server-sent events and long polling for as long as it lasts). The balancer
/// chooses by the cookie <c>odr_node</c>; when another node than the one named there answers, as after a restart, it puts its own name in.
/// </summary>
public sealed class NodeCookie(RequestDelegate next, IConfiguration configuration)
{
    private const string Name = "odr_node";
    private readonly string _node = configuration["Odr:Node"] ?? "";

    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (_node.Length > 0 && request.Path.StartsWithSegments("/hubs") && request.Path.Value!.EndsWith("/negotiate", StringComparison.Ordinal)
            && request.Cookies[Name] is { } named && named != _node)
            context.Response.Cookies.Append(Name, _node, new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Path = "/", Secure = request.IsHttps });
        return next(context);
    }
}
