using System.Net;
using System.Security.Cryptography.Pkcs;
using System.Text;
using System.Text.RegularExpressions;
using NonLitigation.Odr.Documents.Settlements;
using NonLitigation.Odr.Documents.Shared;
using NonLitigation.Odr.Server.Tests.Shared;
using Xunit;

namespace NonLitigation.Odr.Server.Tests.Documents;

public class ProvingAnOutcomeYearsLater
{
    private static readonly DateTimeOffset SealedAt = ExampleOutcome.Content().SealedAt;
    private static readonly Uri Authority = new("http://tsa.test/");

    [Fact]
    public async Task Needs_nothing_but_the_file_for_the_revocation_list_is_sealed_with_it()
    {
        using var seal = new TestSeal(namesList: true);
        var keys = Keys(seal);
        var list = seal.List(SealedAt.AddDays(-1));
        var pdf = await PdfAsync(keys, new Answering(list));
        Assert.Contains("Signature is Valid", OutsideTool.Run("pdfsig", OutsideTool.FileWith(pdf, ".pdf")).Output, StringComparison.Ordinal);
        Assert.Contains("No syntax or stream encoding errors", OutsideTool.Run("qpdf", "--check", OutsideTool.FileWith(pdf, ".pdf")).Output, StringComparison.Ordinal);
        Assert.Matches(@"/DSS <</Type /DSS /Certs \[\d+ 0 R \d+ 0 R\] /CRLs \[\d+ 0 R\]>>", Encoding.Latin1.GetString(pdf));
        Assert.True(pdf.AsSpan().IndexOf(list) > 0);
        var verdict = Verify(pdf, keys.Trust, years: 1);
        Assert.Equal(VerdictKind.Genuine, verdict.Kind);
        Assert.Contains(verdict.Details, d => d.En == "By the revocation list of 2026-03-01 the seal's certificate was not revoked.");
    }

    [Fact]
    public async Task Says_that_the_certificate_has_expired_and_what_shows_when_it_was_sealed()
    {
        using var seal = new TestSeal();
        var keys = Keys(seal);
        var pdf = await PdfAsync(keys);
        Assert.DoesNotContain(Verify(pdf, keys.Trust, years: 9).Details, d => d.En.Contains("expired", StringComparison.Ordinal));
        var later = Verify(pdf, keys.Trust, years: 15);
        Assert.Equal(VerdictKind.Genuine, later.Kind);
        Assert.Contains(later.Details, d => d.En == "The seal's certificate expired on 2036-01-01; without a timestamp, only the document itself says when it was sealed.");
    }

    [Fact]
    public async Task Rests_on_the_timestamp_which_openssl_finds_over_the_signature()
    {
        using var seal = new TestSeal();
        var keys = Keys(seal);
        using var authority = new OpensslAuthority();
        using var http = new HttpClient(authority);
        var pdf = (await new OutcomeRenderer(TestPrinter.Shared, OutcomeRenderer.DebianFonts, keys, new TimestampClient(http, Authority))
            .RenderAsync(ExampleOutcome.Content(), [], TestContext.Current.CancellationToken)).Pdf;
        var cms = new SignedCms();
        cms.Decode(Signature(pdf));
        var token = OutsideTool.FileWith(cms.SignerInfos[0].UnsignedAttributes[0].Values[0].RawData, ".tst");
        var value = OutsideTool.FileWith(cms.SignerInfos[0].GetSignature(), ".sig");
        var (code, output) = OutsideTool.Run("openssl", "ts", "-verify", "-token_in", "-in", token, "-data", value, "-CAfile", authority.CertificateFile);
        Assert.True(code == 0, output);
        var later = Verify(pdf, keys.Trust with { TimestampAuthorities = [authority.Certificate] }, years: 15);
        Assert.Equal(VerdictKind.Genuine, later.Kind);
        Assert.Contains(later.Details, d => d.En == "The seal's certificate expired on 2036-01-01; the timestamp shows that it was affixed before.");
    }

    [Theory]
    [InlineData(-10, VerdictKind.Unknown)]
    [InlineData(10, VerdictKind.Genuine)]
    public async Task Fails_only_when_the_certificate_had_been_revoked_before_the_sealing(int days, VerdictKind kind)
    {
        using var seal = new TestSeal(namesList: true);
        var keys = Keys(seal);
        var pdf = await PdfAsync(keys, new Answering(seal.List(SealedAt.AddDays(20), SealedAt.AddDays(days))));
        Assert.Equal(kind, Verify(pdf, keys.Trust, years: 1).Kind);
    }

    [Fact]
    public async Task Does_not_believe_a_list_of_somebody_else()
    {
        using var seal = new TestSeal(namesList: true);
        using var stranger = new TestSeal(namesList: true);
        var keys = Keys(seal);
        var pdf = await PdfAsync(keys, new Answering(stranger.List(SealedAt, SealedAt.AddDays(-10))));
        var verdict = Verify(pdf, keys.Trust, years: 1);
        Assert.Equal(VerdictKind.Genuine, verdict.Kind);
        Assert.DoesNotContain(verdict.Details, d => d.En.Contains("revocation list", StringComparison.Ordinal));
    }

    /// <summary>No list, or what is none: sealed without.</summary>
    [Theory]
    [InlineData(null)]
    [InlineData("not a list")]
    public async Task Is_not_waited_for_when_the_list_cannot_be_had(string? answer)
    {
        using var seal = new TestSeal(namesList: true);
        var keys = Keys(seal);
        var pdf = await PdfAsync(keys, new Answering(answer is null ? null : Encoding.ASCII.GetBytes(answer)));
        Assert.Equal(VerdictKind.Genuine, Verify(pdf, keys.Trust, years: 1).Kind);
        Assert.DoesNotContain("/CRLs", Encoding.Latin1.GetString(pdf), StringComparison.Ordinal);
    }

    private static KeyStore Keys(TestSeal seal)
    {
        var folder = OutsideTool.NewFolder();
        File.WriteAllBytes(Path.Combine(folder, "seal.p12"), seal.File());
        return KeyStore.Open(new(folder, MayCreate: true, "odr.test/checkpoint", "测试"));
    }

    private static async Task<byte[]> PdfAsync(KeyStore keys, HttpMessageHandler? lists = null)
    {
        using var http = new HttpClient(lists ?? new Answering(null));
        return (await new OutcomeRenderer(TestPrinter.Shared, OutcomeRenderer.DebianFonts, keys, lists: new RevocationLists(http, TimeProvider.System))
            .RenderAsync(ExampleOutcome.Content(), [], TestContext.Current.CancellationToken)).Pdf;
    }

    private static Verdict Verify(byte[] pdf, Trust trust, int years) => new OutcomeVerifier(trust, new Later(SealedAt.AddYears(years))).Verify(pdf);

    private static byte[] Signature(byte[] pdf)
    {
        var ranges = Regex.Match(Encoding.Latin1.GetString(pdf), @"/ByteRange \[0 (\d+) (\d+)");
        int start = int.Parse(ranges.Groups[1].Value), end = int.Parse(ranges.Groups[2].Value);
        var der = Convert.FromHexString(Encoding.ASCII.GetString(pdf, start + 1, end - start - 2));
        return der[..(4 + (der[2] << 8) + der[3])];
    }

    private sealed class Later(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }

    private sealed class Answering(byte[]? content) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(content is null ? new HttpResponseMessage(HttpStatusCode.NotFound) : new(HttpStatusCode.OK) { Content = new ByteArrayContent(content) });
    }
}
