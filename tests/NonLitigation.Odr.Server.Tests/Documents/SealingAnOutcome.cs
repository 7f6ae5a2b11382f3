using System.Text;
using System.Text.RegularExpressions;
using NonLitigation.Odr.Documents.Settlements;
using NonLitigation.Odr.Domain.Settlements;
using NonLitigation.Odr.Domain.Shared;
using Xunit;
using NonLitigation.Odr.Server.Tests.Shared;

namespace NonLitigation.Odr.Server.Tests.Documents;

public class SealingAnOutcome(SealedOutcomeFixture outcome) : IClassFixture<SealedOutcomeFixture>
{
    [Fact]
    public void Makes_a_signature_that_poppler_finds_valid_over_the_whole_document()
    {
        var report = OutsideTool.Run("pdfsig", OutsideTool.FileWith(outcome.Pdf, ".pdf")).Output;
        Assert.Contains("Signature is Valid", report, StringComparison.Ordinal);
        Assert.Contains("Total document signed", report, StringComparison.Ordinal);
        Assert.Contains("ETSI.CAdES.detached", report, StringComparison.Ordinal);
    }

    [Fact]
    public void Makes_a_CAdES_signature_that_openssl_verifies_up_to_the_root()
    {
        var ranges = Regex.Match(Encoding.Latin1.GetString(outcome.Pdf), @"/ByteRange \[0 (\d+) (\d+)");
        int start = int.Parse(ranges.Groups[1].Value), end = int.Parse(ranges.Groups[2].Value);
        var der = Convert.FromHexString(Encoding.ASCII.GetString(outcome.Pdf, start + 1, end - start - 2));
        var length = 4 + (der[2] << 8) + der[3];
        var (code, output) = OutsideTool.Run("openssl", "cms", "-verify", "-cades", "-binary", "-inform", "DER", "-purpose", "any", "-out", "/dev/null",
            "-in", OutsideTool.FileWith(der.AsSpan(0, length), ".der"),
            "-content", OutsideTool.FileWith([.. outcome.Pdf[..start], .. outcome.Pdf[end..]], ".bin"),
            "-CAfile", OutsideTool.FileWith(Encoding.ASCII.GetBytes(ExampleTranscript.Keys.Trust.SealAuthorities[0].ExportCertificatePem()), ".pem"));
        Assert.True(code == 0, output);
    }

    [Fact]
    public void Keeps_the_file_sound_small_and_with_its_attachments()
    {
        var path = OutsideTool.FileWith(outcome.Pdf, ".pdf");
        Assert.Contains("No syntax or stream encoding errors", OutsideTool.Run("qpdf", "--check", path).Output, StringComparison.Ordinal);
        Assert.InRange(outcome.Pdf.Length, 10_000, 500_000);
        var saved = OutsideTool.FileWith([], ".json");
        Assert.Equal(0, OutsideTool.Run("pdfdetach", "-save", "1", "-o", saved, path).Code);
        Assert.Equal(ExampleOutcome.Agreement.CanonicalBytes(), File.ReadAllBytes(saved));
    }

    [Fact]
    public void Prints_every_line_of_the_signed_text_so_that_it_can_be_extracted_again()
    {
        var text = OutsideTool.TextOf(outcome.Pdf);
        // The page repeats its number in the margin, also in the middle of a paragraph.
        text = Regex.Replace(text, @"第\d+页共\d+页", "");
        Assert.All(ExampleOutcome.Agreement.ToPlainText().Split('\n', StringSplitOptions.RemoveEmptyEntries)[..^2],
            line => Assert.Contains(OutsideTool.Squeeze(line), text, StringComparison.Ordinal));
        Assert.All(["¥1,600.00", "壹仟陆佰元整", "¥1,800.00", "壹仟捌佰元整", "7K2M-9QXA-0T4B-HJ6R", "调解员（签名）", "王正明", "2026年3月2日10:26:30",
            ExampleOutcome.Agreement.Hash().ToString()], part => Assert.Contains(part, text, StringComparison.Ordinal));
        Assert.DoesNotContain(text, c => c is >= '\u2e80' and <= '\u2fdf'); // no radicals in the place of characters
    }

    [Fact]
    public async Task Prints_markup_as_text_rare_characters_and_many_obligations()
    {
        var example = ExampleOutcome.Agreement;
        var hostile = example with
        {
            OrganisationName = "连云港市<b>海州区</b>&非诉讼服务中心",
            Parties = [example.Parties[0] with { Name = "王𬭳𠮷" }, example.Parties[1] with { Name = "<script>alert(1)</script>", RepresentedBy = "赵\"钱\"" }, example.Parties[2]],
            Obligations = [.. Enumerable.Range(1, 40).Select(i => example.Obligations[0] with { Amount = new Money(i * 12_345_67), What = $"第{i}期款" })],
        };
        var pdf = await ExampleOutcome.PdfAsync(hostile);
        var text = OutsideTool.TextOf(pdf);
        Assert.All(["王𬭳𠮷", "<script>alert(1)</script>", "赵\"钱\"", "<b>海州区</b>&", "第40期款", new Money(40 * 12_345_67).ToCapitals()],
            part => Assert.Contains(part, text, StringComparison.Ordinal));
        Assert.InRange(pdf.Length, 10_000, 500_000);
        Assert.Equal(NonLitigation.Odr.Documents.Shared.VerdictKind.Genuine, outcome.Verifier.Verify(pdf).Kind);
    }

    [Fact]
    public async Task Prints_the_number_of_a_character_that_no_font_has()
    {
        var renderer = ExampleOutcome.Renderer();
        Assert.Equal([new Rune(0x10FFFD)], renderer.MissingGlyphs("李海生\u3000\n𬭳 ¥1,600.00 \U0010FFFD"));
        var named = ExampleOutcome.Agreement with { Facts = "名\U0010FFFD字" };
        Assert.Contains("名〔U+10FFFD〕字", OutsideTool.TextOf(await ExampleOutcome.PdfAsync(named)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("other bytes")]
    [InlineData("no mediator")]
    [InlineData("a party is missing")]
    [InlineData("too early")]
    public async Task Is_not_done_for_an_outcome_that_contradicts_itself(string fault)
    {
        var whole = ExampleOutcome.Content();
        var broken = fault switch
        {
            "other bytes" => whole with { Consents = [whole.Consents[0] with { SignedHash = Digest.Of([1]) }, .. whole.Consents.Skip(1)] },
            "no mediator" => whole with { Consents = [.. whole.Consents.Where(c => c.Role == "Party")] },
            "a party is missing" => whole with { Consents = [.. whole.Consents.Skip(1)] },
            _ => whole with { EffectiveAt = whole.SealedAt.AddHours(-1) },
        };
        var renderer = ExampleOutcome.Renderer();
        await Assert.ThrowsAsync<ArgumentException>(() => renderer.RenderAsync(broken, [], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Says_what_is_missing_when_there_is_no_browser_or_font()
    {
        using var nowhere = new Chromium(ChromiumOptions.Default with { Path = "/nowhere/chromium" });
        var blind = new OutcomeRenderer(nowhere, OutcomeRenderer.DebianFonts, ExampleTranscript.Keys);
        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => blind.RenderAsync(ExampleOutcome.Content(), [], TestContext.Current.CancellationToken));
        Assert.Contains("apt-get install chromium", fault.Message, StringComparison.Ordinal);
        var mute = new OutcomeRenderer(TestPrinter.Shared, ["/nowhere/font.ttf"], ExampleTranscript.Keys);
        Assert.Contains("fonts-lxgw-wenkai", Assert.Throws<FileNotFoundException>(() => mute.MissingGlyphs("李")).Message, StringComparison.Ordinal);
    }
}
