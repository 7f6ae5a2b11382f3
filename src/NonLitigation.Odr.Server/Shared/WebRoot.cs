using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using NonLitigation.Odr.Application.Shared;

namespace NonLitigation.Odr.Server.Shared;

/// <summary>Serves the built web client from <c>Odr:Web:Root</c>; every other path that is not the service's own gets its index page.</summary>
public static class WebRoot
{
    // Component styles are written into the page at run time, hence inline styles; never inline scripts.
    private const string Policy =
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; " +
        "connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    public static void UseSafeHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Permissions-Policy"] = "camera=(self), microphone=(self)";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        if (context.Request.Path.StartsWithSegments("/api")) headers.CacheControl = "no-store";
        return next(context);
    });

    public static void UseWebRoot(this WebApplication app)
    {
        if (app.Configuration["Odr:Web:Root"] is not { Length: > 0 } root || !Directory.Exists(root)) return;
        var files = new PhysicalFileProvider(Path.GetFullPath(root));
        var options = new StaticFileOptions { FileProvider = files, OnPrepareResponse = Cache };
        app.UseStaticFiles(options);
        // A constraint never holds for the empty path, so the home page has a route of its own.
        foreach (var pattern in new[] { "/", "{*path:regex(^(?!api/|hubs/|health/|openapi/).*$):nonfile}" })
            app.MapFallbackToFile(pattern, "index.html", options).WithMetadata(new ShowsAttribute(SecuredObject.Public));
    }

    /// <summary>Built assets carry a hash in their name and never change; the index page names them and must be fresh.</summary>
    private static void Cache(StaticFileResponseContext file) => file.Context.Response.Headers.CacheControl =
        file.Context.Request.Path.StartsWithSegments("/assets") ? "public, max-age=31536000, immutable" : "no-cache";
}
