using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using NonLitigation.Odr.Contracts.Settlements;
using NonLitigation.Odr.Documents.Rooms;
using NonLitigation.Odr.Server.Shared;
using NonLitigation.Odr.Server.Tests.Documents;
using NonLitigation.Odr.Server.Tests.Shared;

namespace NonLitigation.Odr.Server.Tests.Settlements;

/// <summary>The service of these tests has no database at all: nothing listens where it would look for one.</summary>
public sealed class VerifyingADocument : IAsyncLifetime
{
    private OdrCluster _cluster = null!;
    private HttpClient _http = null!;

    public async ValueTask InitializeAsync()
    {
        _cluster = await OdrCluster.StartAsync(adjust: builder =>
        {
            builder.Configuration["ConnectionStrings:Odr"] = "Host=127.0.0.1;Port=1;Timeout=1";
            builder.Services.AddSingleton(new Lazy<NonLitigation.Odr.Documents.Shared.KeyStore>(() => ExampleTranscript.Keys));
        });
        _http = new() { BaseAddress = _cluster.Addresses[0] };
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _cluster.DisposeAsync();
    }

    [Fact]
    public async Task Says_genuine_of_an_outcome_and_altered_of_any_change_without_a_database()
    {
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await _http.GetAsync(new Uri("health/ready", UriKind.Relative))).StatusCode);
        var pdf = await ExampleOutcome.PdfAsync();
        var genuine = await VerifyAsync(pdf);
        Assert.Equal((Verdict.Genuine, "outcome", "连非诉〔2026〕000123号"), (genuine.Verdict, genuine.DocumentKind, genuine.CaseNumber));
        Assert.NotEmpty(genuine.Details);
        Assert.Equal(genuine.Details.Count, genuine.DetailsEn.Count);
        for (var i = 1; i <= 20; i++)
        {
            var changed = pdf.ToArray();
            changed[i * (pdf.Length / 21)] ^= 1;
            var altered = await VerifyAsync(changed);
            Assert.Equal(Verdict.Altered, altered.Verdict);
            Assert.NotNull(altered.Where);
            Assert.NotNull(altered.WhereEn);
        }
    }

    [Fact]
    public async Task Says_genuine_of_a_transcript_altered_of_a_changed_one_and_unknown_of_anything_else()
    {
        var file = new TranscriptExporter(ExampleTranscript.Keys.Checkpoints).Export(ExampleTranscript.Room, new(), ExampleTranscript.Entries(12));
        Assert.Equal((Verdict.Genuine, "transcript"), (await VerifyAsync(file)) is var view ? (view.Verdict, view.DocumentKind) : default);
        var changed = file.ToArray();
        changed[file.Length / 2] ^= 1;
        Assert.Equal(Verdict.Altered, (await VerifyAsync(changed)).Verdict);
        Assert.Equal(Verdict.Unknown, (await VerifyAsync("%PDF-1.7 something else"u8.ToArray())).Verdict);
        Assert.Equal(Verdict.Unknown, (await VerifyAsync([0, 1, 2])).Verdict);
    }

    [Fact]
    public async Task Is_refused_without_a_file_and_above_25_MB()
    {
        Assert.Equal("settlements.file-missing", await RefusalAsync([], HttpStatusCode.UnprocessableEntity));
        Assert.Equal("settlements.file-too-large", await RefusalAsync(new byte[25 * 1024 * 1024 + 1], HttpStatusCode.RequestEntityTooLarge));
        Assert.Equal(Verdict.Unknown, (await VerifyAsync(new byte[25 * 1024 * 1024])).Verdict);
        using var nothing = new MultipartFormDataContent { { new StringContent("x"), "other" } };
        Assert.Equal(HttpStatusCode.BadRequest, (await _http.PostAsync(new Uri("api/verify", UriKind.Relative), nothing)).StatusCode);
    }

    private async Task<VerificationView> VerifyAsync(byte[] file)
    {
        using var answer = await PostAsync(file);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<VerificationView>(OdrJson.Options))!;
    }

    private async Task<string> RefusalAsync(byte[] file, HttpStatusCode status)
    {
        using var answer = await PostAsync(file);
        Assert.Equal(status, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString()!;
    }

    private async Task<HttpResponseMessage> PostAsync(byte[] file)
    {
        using var part = new ByteArrayContent(file) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } };
        using var form = new MultipartFormDataContent { { part, "file", "document" } };
        return await _http.PostAsync(new Uri("api/verify", UriKind.Relative), form);
    }
}
