using Microsoft.AspNetCore.Http.Features;

namespace NonLitigation.Odr.Server.Shared;

/// <summary>
/// The request that carries a line lasts for hours. What only its beginning needed is given back before: the services that looked at the cookie, with
/// their database context, and the text of the cookie itself (by a heap dump more than 10 KiB of each person; and no node holds secrets that it does not need).
/// </summary>
public sealed class LineOpening(RequestDelegate next, IServiceScopeFactory scopes)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (HttpMethods.IsGet(context.Request.Method) && context.Request.Path.StartsWithSegments("/hubs"))
        {
            var opening = context.Features.Get<IServiceProvidersFeature>();
            context.Features.Set<IServiceProvidersFeature>(new RequestServicesFeature(context, scopes));
            if (opening is IAsyncDisposable services) await services.DisposeAsync();
            context.Request.Headers.Cookie = default;
            context.Features.Set<IRequestCookiesFeature>(null);
        }
        await next(context);
    }
}
