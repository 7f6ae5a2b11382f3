using System.IO.Compression;
using System.Net;

namespace NonLitigation.Odr.Server.Tests.Shared;

/// <summary>What goes over a slow line goes packed, and never where its length could tell something to another site.</summary>
public sealed class PackingWhatIsSent : IAsyncLifetime
{
    private const string Script = "/assets/app-1a2b3c.js", Words = "export const words = '三月份工资'";

    private readonly string _root = Directory.CreateTempSubdirectory("odr-web-").FullName;
    private readonly HttpClient _http = new(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None });
    private OdrCluster _cluster = null!;

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(Path.Combine(_root, "assets"));
        await File.WriteAllTextAsync(Path.Combine(_root, "index.html"), "<!doctype html>");
        await File.WriteAllTextAsync(_root + Script, Words);
        await PackAsync(".br", file => new BrotliStream(file, CompressionLevel.SmallestSize));
        await PackAsync(".gz", file => new GZipStream(file, CompressionLevel.SmallestSize));
        _cluster = await OdrCluster.StartAsync(adjust: builder => builder.Configuration["Odr:Web:Root"] = _root);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _cluster.DisposeAsync();
        Directory.Delete(_root, recursive: true);
    }

    [Theory]
    [InlineData("gzip, deflate, br", "br")]
    [InlineData("gzip, deflate", "gzip")]
    [InlineData("br;q=0, gzip;q=0.5", "gzip")]
    [InlineData("identity", null)]
    [InlineData(null, null)]
    public async Task An_asset_comes_in_the_smallest_form_that_is_taken(string? takes, string? comes)
    {
        using var answer = await GetAsync(Script, ("Accept-Encoding", takes));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(comes, answer.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Equal("text/javascript", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("Accept-Encoding", answer.Headers.Vary);
        Assert.True(answer.Headers.CacheControl is { MaxAge.TotalDays: 365, Public: true });
        Assert.Equal(Words, await TextAsync(answer));
    }

    [Fact]
    public async Task An_asset_that_was_not_packed_comes_as_it_is()
    {
        await File.WriteAllTextAsync(Path.Combine(_root, "assets", "late.css"), ".late {}");
        using var answer = await GetAsync("/assets/late.css", ("Accept-Encoding", "br"));
        Assert.Empty(answer.Content.Headers.ContentEncoding);
        Assert.Equal(".late {}", await TextAsync(answer));
        using var missing = await GetAsync("/assets/gone.js", ("Accept-Encoding", "br"));
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        Assert.Empty(missing.Content.Headers.ContentEncoding);
    }

    [Theory]
    [InlineData("same-origin", "br")]
    [InlineData("cross-site", null)]
    [InlineData("same-site", null)]
    [InlineData("none", null)]
    [InlineData(null, null)]
    public async Task An_answer_is_packed_for_pages_of_our_own_alone(string? asks, string? comes)
    {
        using var answer = await GetAsync("/api/organisations", ("Accept-Encoding", "br"), ("Sec-Fetch-Site", asks));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(comes, answer.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.StartsWith("[", await TextAsync(answer), StringComparison.Ordinal);
    }

    private async Task PackAsync(string ending, Func<Stream, Stream> pack)
    {
        await using var file = File.Create(_root + Script + ending);
        await using var packed = pack(file);
        await packed.WriteAsync(System.Text.Encoding.UTF8.GetBytes(Words));
    }

    private async Task<HttpResponseMessage> GetAsync(string path, params (string Name, string? Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_cluster.Addresses[0], path));
        foreach (var (name, value) in headers) if (value is not null) request.Headers.TryAddWithoutValidation(name, value);
        return await _http.SendAsync(request);
    }

    private static async Task<string> TextAsync(HttpResponseMessage answer)
    {
        await using var body = await answer.Content.ReadAsStreamAsync();
        await using var plain = answer.Content.Headers.ContentEncoding.SingleOrDefault() switch
        {
            "br" => new BrotliStream(body, CompressionMode.Decompress),
            "gzip" => new GZipStream(body, CompressionMode.Decompress),
            _ => body,
        };
        using var reader = new StreamReader(plain);
        return await reader.ReadToEndAsync();
    }
}
