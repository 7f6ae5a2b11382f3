using System.Text;
using System.Text.RegularExpressions;
using NonLitigation.Odr.Documents.Settlements;
using NonLitigation.Odr.Documents.Shared;
using NonLitigation.Odr.Server.Tests.Accounts;
using NonLitigation.Odr.Verifier;
using Xunit;

namespace NonLitigation.Odr.Server.Tests.Documents;

public class VerifyingAnOutcome(SealedOutcomeFixture outcome) : IClassFixture<SealedOutcomeFixture>
{
    [Fact]
    public void Says_genuine_and_who_signed_how_and_when()
    {
        var verdict = outcome.Verifier.Verify(outcome.Pdf);
        Assert.Equal((VerdictKind.Genuine, "outcome", "连非诉〔2026〕000123号"), (verdict.Kind, verdict.DocumentKind, verdict.CaseNumber));
        Assert.Contains(verdict.Details, d => d.Zh == "当事人 周永顺：2026年3月2日 10:16:30 以“手机验证码”核验身份后签名。");
        Assert.Contains(verdict.Details, d => d.Zh.Contains(ExampleOutcome.Agreement.Hash().ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void Checks_itself_what_each_passkey_signed()
    {
        var signed = outcome.Verifier.Verify(outcome.Pdf).Details.Where(d => d.En.Contains("The device key's own signature", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, signed.Count);
        Assert.All(signed, d => Assert.Contains("https://odr.example.cn", d.En, StringComparison.Ordinal));
    }

    /// <summary>Sealed by the service all the same: a service that claims a signature which the device never gave is found out.</summary>
    [Theory]
    [InlineData("of another text")]
    [InlineData("of another key")]
    [InlineData("of a device that did not ask who holds it")]
    [InlineData("changed")]
    public async Task Says_unknown_when_a_passkey_did_not_sign_this_text(string fault)
    {
        var (text, content) = (ExampleOutcome.Agreement, ExampleOutcome.Content());
        var evidence = fault switch
        {
            "of another text" => ExampleOutcome.Evidence(text with { Version = 4 }),
            "of a device that did not ask who holds it" => ExampleOutcome.Evidence(text, new SoftAuthenticator { Verifies = false }),
            _ => ExampleOutcome.Evidence(text),
        };
        using var stranger = new SoftAuthenticator();
        if (fault == "of another key") evidence = Regex.Replace(evidence, "\"publicKey\":\"[^\"]+", $"\"publicKey\":\"{Convert.ToBase64String(stranger.CoseKey())}");
        if (fault == "changed") evidence = evidence.Replace("\"signature\":\"ME", "\"signature\":\"MF", StringComparison.Ordinal);
        var broken = content with { Consents = [content.Consents[0] with { Evidence = evidence }, .. content.Consents.Skip(1)] };
        var pdf = (await ExampleOutcome.Renderer().RenderAsync(broken, [], TestContext.Current.CancellationToken)).Pdf;
        var verdict = outcome.Verifier.Verify(pdf);
        Assert.Equal(VerdictKind.Unknown, verdict.Kind);
        Assert.Contains("李海生", verdict.Why.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_altered_and_where_for_a_thousand_changes_of_one_byte_anywhere()
    {
        var random = new Random(20260302);
        for (var i = 0; i < 1_000; i++)
        {
            var at = random.Next(outcome.Pdf.Length);
            var verdict = outcome.Verifier.Verify(Flipped(at, random.Next(8)));
            Assert.True(verdict is { Kind: VerdictKind.Altered, Where: not null }, $"byte {at}: {verdict.Kind}");
        }
    }

    [Fact]
    public void Says_altered_for_each_byte_of_the_signature_itself()
    {
        var hole = Encoding.Latin1.GetString(outcome.Pdf).IndexOf("/Contents <30", StringComparison.Ordinal) + 11;
        for (var at = hole; at < hole + 6_000; at++)
        {
            var changed = outcome.Pdf.ToArray();
            changed[at] = changed[at] == (byte)'1' ? (byte)'2' : (byte)'1';
            Assert.True(outcome.Verifier.Verify(changed).Kind == VerdictKind.Altered, $"byte {at}");
        }
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("%%EOF\n")]
    [InlineData("1 0 obj\n<<>>\nendobj\nxref\n0 0\ntrailer\n<</Size 1>>\nstartxref\n9\n%%EOF\n")]
    public void Says_altered_for_bytes_after_the_signature(string more) =>
        Assert.Equal(VerdictKind.Altered, outcome.Verifier.Verify([.. outcome.Pdf, .. Encoding.ASCII.GetBytes(more)]).Kind);

    [Fact]
    public void Names_the_part_that_was_changed()
    {
        Assert.Equal("the pages", WhereAfterChanging("/Type /Catalog"));
        Assert.Equal("the attached agreement", WhereAfterChanging("李海生于2025年"));
        Assert.Equal("the attached consents", WhereAfterChanging("\"typedName\":\"吴建国\""));
        Assert.Equal("the signature does not cover the whole file", WhereAfterChanging("/ByteRange"));
    }

    [Fact]
    public void Says_unknown_when_the_seal_is_not_trusted()
    {
        var stranger = new DocumentVerifier(ExampleTranscript.NewKeys("elsewhere/checkpoint").Trust);
        Assert.Equal(VerdictKind.Unknown, stranger.Verify(outcome.Pdf).Kind);
    }

    [Fact]
    public void Says_unknown_for_files_of_others() =>
        Assert.All([[], "%PDF-1.4\n%%EOF\n"u8.ToArray(), new byte[100_000], "hello"u8.ToArray()],
            file => Assert.Equal(VerdictKind.Unknown, outcome.Verifier.Verify(file).Kind));

    [Fact]
    public void Is_not_overthrown_by_hostile_files()
    {
        const string marks = "%PDF-1.4 /OdrManifest [99999999999 9999999999] nonlitigation-odr/consents/1 /ByteRange [0 1 2 3] /Contents <";
        var random = new Random(7);
        Assert.Equal(VerdictKind.Altered, outcome.Verifier.Verify(Encoding.ASCII.GetBytes(marks)).Kind);
        for (var i = 0; i < 300; i++)
        {
            var broken = outcome.Pdf.ToArray();
            var (from, length) = (random.Next(broken.Length), random.Next(1, 20_000));
            random.NextBytes(broken.AsSpan(from, Math.Min(length, broken.Length - from)));
            Assert.NotEqual(VerdictKind.Genuine, outcome.Verifier.Verify(broken).Kind);
            Assert.NotEqual(VerdictKind.Genuine, outcome.Verifier.Verify(outcome.Pdf.AsSpan(0, from)).Kind);
        }
    }

    [Fact]
    public void Is_told_by_the_exit_code_of_the_command()
    {
        var trust = OutsideTool.FileWith(ExampleTranscript.Keys.Trust.ToJson(), ".json");
        var genuine = OutsideTool.FileWith(outcome.Pdf, ".pdf");
        var altered = OutsideTool.FileWith(Flipped(5_000, 3), ".pdf");
        var unknown = OutsideTool.FileWith("%PDF-1.4"u8, ".pdf");
        Assert.Equal((0, "真实"), Command("--trust", trust, "--lang", "zh", genuine));
        Assert.Equal((1, "ALTERED"), Command("--trust", trust, "--lang", "en", altered));
        Assert.Equal((2, "UNKNOWN"), Command("--trust", trust, "--lang", "en", unknown));
        Assert.Equal((1, "GENUINE"), Command("--trust", trust, "--lang", "en", genuine, unknown, altered));
        Assert.Equal(3, Command("--trust", genuine, genuine).Code);
        Assert.Equal(3, Command("--trust", trust).Code);
        Assert.Equal(3, Command("--trust", trust, "/nowhere.pdf").Code);
        Assert.Equal(3, Command("--wrong", genuine).Code);
    }

    private static (int Code, string Word) Command(params string[] args)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = VerifyCommand.Run(args, output, errors);
        Assert.True(code == 3 == errors.ToString().Length > 0);
        return (code, output.ToString().Split('\n')[0].Split(": ")[^1].Trim());
    }

    private string? WhereAfterChanging(string part)
    {
        var at = outcome.Pdf.AsSpan().IndexOf(Encoding.UTF8.GetBytes(part));
        Assert.True(at >= 0, part);
        return outcome.Verifier.Verify(Flipped(at + Encoding.UTF8.GetByteCount(part) - 1, 0)).Where?.En;
    }

    private byte[] Flipped(int at, int bit)
    {
        var changed = outcome.Pdf.ToArray();
        changed[at] ^= (byte)(1 << bit);
        return changed;
    }
}
