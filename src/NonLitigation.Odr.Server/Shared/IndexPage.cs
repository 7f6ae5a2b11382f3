using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.FileProviders;

namespace NonLitigation.Odr.Server.Shared;

/// <summary>The page that every address of the client gets; each answer has a number of its own for the styles that its scripts write.</summary>
public sealed class IndexPage(IFileInfo file)
{
    /// <summary>Stands in the built page where the number goes.</summary>
    public const string Place = "__CSP_NONCE__";

    private (DateTimeOffset Of, string Text) _read;

    public async Task WriteAsync(HttpContext context)
    {
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        var page = Encoding.UTF8.GetBytes((await ReadAsync(context.RequestAborted)).Replace(Place, nonce, StringComparison.Ordinal));
        var response = context.Response;
        response.Headers.ContentSecurityPolicy = PagePolicy.Of(nonce);
        response.Headers.CacheControl = "no-cache";
        (response.ContentType, response.ContentLength) = ("text/html; charset=utf-8", page.Length);
        if (!HttpMethods.IsHead(context.Request.Method)) await response.Body.WriteAsync(page, context.RequestAborted);
    }

    /// <summary>Read again when it was built anew.</summary>
    private async Task<string> ReadAsync(CancellationToken cancellation)
    {
        var known = _read;
        var of = File.GetLastWriteTimeUtc(file.PhysicalPath!);
        if (known.Text is { } text && known.Of == of) return text;
        text = await File.ReadAllTextAsync(file.PhysicalPath!, cancellation);
        _read = (of, text);
        return text;
    }
}
