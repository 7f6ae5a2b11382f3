using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace NonLitigation.Odr.Server.Tests.Documents;

/// <summary>A timestamp authority at an address of its own.</summary>
internal static class TestAuthority
{
    /// <param name="answer">Null: out of order.</param>
    internal static async Task<WebApplication> OpenAsync(Func<byte[], byte[]?> answer)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var authority = builder.Build();
        authority.MapPost("/", async (HttpRequest request) =>
        {
            using var query = new MemoryStream();
            await request.Body.CopyToAsync(query);
            return answer(query.ToArray()) is { } reply ? Results.Bytes(reply, "application/timestamp-reply") : Results.StatusCode(503);
        });
        await authority.StartAsync();
        return authority;
    }
}
