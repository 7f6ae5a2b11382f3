using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using NonLitigation.Odr.Application.Shared;

namespace NonLitigation.Odr.Server.Shared;

/// <summary>Serves the built web client from <c>Odr:Web:Root</c>; every other path that is not the service's own gets its index page.</summary>
public static class WebRoot
{
    public static void UseSafeHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = PagePolicy.Text;
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
        // A constraint never holds for the empty path, so the home page has a route of its own; by its file name it is the same page.
        foreach (var pattern in new[] { "/", "/index.html", "{*path:regex(^(?!api/|hubs/|health/|openapi/).*$):nonfile}" })
            app.MapFallback(pattern, context => SendIndexAsync(context, files.GetFileInfo("index.html"))).WithMetadata(new HttpMethodMetadata([HttpMethods.Get, HttpMethods.Head]), new ShowsAttribute(SecuredObject.Public));
        app.UsePackedAssets(files);
        app.UseStaticFiles(new StaticFileOptions { FileProvider = files, ContentTypeProvider = Types, OnPrepareResponse = Prepare });
    }

    /// <summary>As it was last built; it names the assets and must be fresh.</summary>
    private static async Task SendIndexAsync(HttpContext context, IFileInfo index)
    {
        var response = context.Response;
        response.Headers.CacheControl = "no-cache";
        (response.ContentType, response.ContentLength) = ("text/html; charset=utf-8", index.Length);
        if (!HttpMethods.IsHead(context.Request.Method)) await response.SendFileAsync(index, context.RequestAborted);
    }

    private static readonly FileExtensionContentTypeProvider Types = new() { Mappings = { [".webmanifest"] = "application/manifest+json", [".br"] = "application/octet-stream", [".gz"] = "application/gzip" } };

    /// <summary>Built assets carry a hash in their name and never change.</summary>
    private static void Prepare(StaticFileResponseContext file)
    {
        file.Context.Response.Headers.CacheControl = file.Context.Request.Path.StartsWithSegments("/assets") ? "public, max-age=31536000, immutable" : "no-cache";
        Packing.TypeOfPacked(file, Types);
    }
}
