using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;

namespace NonLitigation.Odr.Server.Shared;

/// <summary>What goes over a slow line goes packed: built assets as they were packed when they were built, the API's answers as they are made.</summary>
public static class Packing
{
    /// <summary>Encodings (RFC 9110, 8.4.1; RFC 7932) and how the file is called that has it; the smaller first.</summary>
    private static readonly (string Encoding, string Ending)[] Ways = [("br", ".br"), ("gzip", ".gz")];

    public static void AddPacking(this IServiceCollection services)
    {
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = ["application/json", "application/problem+json"];
            options.Providers.Add<BrotliCompressionProvider>();
            options.Providers.Add<GzipCompressionProvider>();
        });
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
    }

    /// <summary>
    /// For pages of our own alone: of an answer that another site's page has caused, the length must not depend on how well what that page
    /// put into the question packs together with what is in the answer (BREACH).
    /// </summary>
    public static void UsePackedAnswers(this IApplicationBuilder app) => app.UseWhen(
        context => context.Request.Path.StartsWithSegments("/api") && context.Request.Headers["Sec-Fetch-Site"] == "same-origin", api => api.UseResponseCompression());

    /// <summary>Before the files are served: whoever takes a packed one gets the file that stands beside it.</summary>
    public static void UsePackedAssets(this IApplicationBuilder app, IFileProvider files) => app.Use((context, next) =>
    {
        var request = context.Request;
        if (!request.Path.StartsWithSegments("/assets")) return next(context);
        context.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        foreach (var (encoding, ending) in Ways)
        {
            if (!Takes(request, encoding) || !files.GetFileInfo(request.Path + ending).Exists) continue;
            request.Path = request.Path + ending;
            context.Response.Headers.ContentEncoding = encoding;
            break;
        }
        return next(context);
    });

    /// <summary>Its type is that of what is in it.</summary>
    public static void TypeOfPacked(StaticFileResponseContext file, IContentTypeProvider types)
    {
        var path = file.Context.Request.Path.Value!;
        if (Ways.FirstOrDefault(way => path.EndsWith(way.Ending, StringComparison.Ordinal)).Ending is { } ending && types.TryGetContentType(path[..^ending.Length], out var type))
            file.Context.Response.ContentType = type;
    }

    private static bool Takes(HttpRequest request, string encoding) =>
        request.GetTypedHeaders().AcceptEncoding.Any(one => one.Quality is not 0 && one.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase));
}
