using System.Net;
using NonLitigation.Odr.Documents.Settlements;
using NonLitigation.Odr.Documents.Shared;
using Xunit;
using NonLitigation.Odr.Server.Tests.Shared;

namespace NonLitigation.Odr.Server.Tests.Documents;

public class StampingAnOutcome
{
    private static readonly Uri Authority = new("http://tsa.test/");

    [Fact]
    public async Task Adds_the_token_of_the_authority_and_the_verifier_names_it()
    {
        using var authority = new OpensslAuthority();
        using var http = new HttpClient(authority);
        var renderer = ExampleOutcome.Renderer(new TimestampClient(http, Authority));
        var stamped = await renderer.RenderAsync(ExampleOutcome.Content(), [], TestContext.Current.CancellationToken);
        Assert.False(stamped.TimestampPending);
        Assert.Contains("Signature is Valid", OutsideTool.Run("pdfsig", OutsideTool.FileWith(stamped.Pdf, ".pdf")).Output, StringComparison.Ordinal);
        var strange = new DocumentVerifier(ExampleTranscript.Keys.Trust).Verify(stamped.Pdf);
        Assert.Contains(strange.Details, d => d.En.Contains("not on the list", StringComparison.Ordinal));
        var known = new DocumentVerifier(ExampleTranscript.Keys.Trust with { TimestampAuthorities = [authority.Certificate] }).Verify(stamped.Pdf);
        Assert.Equal(VerdictKind.Genuine, known.Kind);
        Assert.Contains(known.Details, d => d.En.StartsWith("Timestamp: ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.OK)] // with nonsense for an answer
    public async Task Does_not_hold_up_the_seal_when_the_authority_fails(HttpStatusCode status)
    {
        using var http = new HttpClient(new FailingAuthority(status));
        var renderer = ExampleOutcome.Renderer(new TimestampClient(http, Authority));
        var stamped = await renderer.RenderAsync(ExampleOutcome.Content(), [], TestContext.Current.CancellationToken);
        Assert.True(stamped.TimestampPending);
        Assert.Equal(VerdictKind.Genuine, new DocumentVerifier(ExampleTranscript.Keys.Trust).Verify(stamped.Pdf).Kind);
    }

    [Fact]
    public async Task Can_be_done_later_without_touching_what_was_sealed()
    {
        var sealedOnly = await ExampleOutcome.PdfAsync();
        using var authority = new OpensslAuthority();
        using var http = new HttpClient(authority);
        var renderer = ExampleOutcome.Renderer(new TimestampClient(http, Authority));
        var stamped = await renderer.StampAsync(sealedOnly, TestContext.Current.CancellationToken);
        var verdict = new DocumentVerifier(ExampleTranscript.Keys.Trust with { TimestampAuthorities = [authority.Certificate] }).Verify(stamped);
        Assert.Equal(VerdictKind.Genuine, verdict.Kind);
        Assert.Contains(verdict.Details, d => d.En.StartsWith("Timestamp: ", StringComparison.Ordinal));
        Assert.Contains("Signature is Valid", OutsideTool.Run("pdfsig", OutsideTool.FileWith(stamped, ".pdf")).Output, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentException>(() => renderer.StampAsync([1, 2, 3], TestContext.Current.CancellationToken));
    }

    private sealed class FailingAuthority(HttpStatusCode status) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent("out of order") });
    }
}
