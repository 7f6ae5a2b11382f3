using System.Net;
using System.Security.Cryptography.X509Certificates;
using NonLitigation.Odr.Documents.Settlements;
using NonLitigation.Odr.Documents.Shared;
using Xunit;

namespace NonLitigation.Odr.Server.Tests.Documents;

public class StampingAnOutcome
{
    private static readonly Uri Authority = new("http://tsa.test/");

    [Fact]
    public async Task Adds_the_token_of_the_authority_and_the_verifier_names_it()
    {
        using var authority = new OpensslAuthority();
        using var http = new HttpClient(authority);
        using var renderer = ExampleOutcome.Renderer(new TimestampClient(http, Authority));
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
        using var renderer = ExampleOutcome.Renderer(new TimestampClient(http, Authority));
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
        using var renderer = ExampleOutcome.Renderer(new TimestampClient(http, Authority));
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

    /// <summary>A real authority by openssl, with a certificate of its own.</summary>
    private sealed class OpensslAuthority : HttpMessageHandler
    {
        private readonly string _folder = OutsideTool.NewFolder();

        internal OpensslAuthority()
        {
            File.WriteAllText(Path.Combine(_folder, "tsa.cnf"), $"""
                [req]
                distinguished_name = dn
                x509_extensions = ext
                prompt = no
                [dn]
                CN = Test TSA
                [ext]
                extendedKeyUsage = critical,timeStamping
                [tsa]
                default_tsa = here
                [here]
                serial = {_folder}/serial
                default_policy = 1.2.3.4.1
                digests = sha256
                signer_digest = sha256
                ess_cert_id_alg = sha256
                """);
            File.WriteAllText(Path.Combine(_folder, "serial"), "01\n");
            var (code, output) = OutsideTool.Run("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "30", "-config", $"{_folder}/tsa.cnf",
                "-keyout", $"{_folder}/key.pem", "-out", $"{_folder}/cert.pem");
            Assert.True(code == 0, output);
        }

        internal X509Certificate2 Certificate => X509CertificateLoader.LoadCertificateFromFile($"{_folder}/cert.pem");

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await File.WriteAllBytesAsync($"{_folder}/query", await request.Content!.ReadAsByteArrayAsync(cancellationToken), cancellationToken);
            var (code, output) = OutsideTool.Run("openssl", "ts", "-reply", "-config", $"{_folder}/tsa.cnf", "-queryfile", $"{_folder}/query",
                "-signer", $"{_folder}/cert.pem", "-inkey", $"{_folder}/key.pem", "-out", $"{_folder}/reply");
            Assert.True(code == 0, output);
            return new(HttpStatusCode.OK) { Content = new ByteArrayContent(await File.ReadAllBytesAsync($"{_folder}/reply", cancellationToken)) };
        }
    }
}
