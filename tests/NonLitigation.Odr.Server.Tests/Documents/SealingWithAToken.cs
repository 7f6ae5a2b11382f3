using NonLitigation.Odr.Documents.Settlements;
using NonLitigation.Odr.Documents.Shared;
using NonLitigation.Odr.Server.Tests.Shared;
using Xunit;

namespace NonLitigation.Odr.Server.Tests.Documents;

/// <summary>By Debian's softhsm2, a token of software; where that is not installed there is no token to try.</summary>
public sealed class SealingWithAToken
{
    private const string Module = "/usr/lib/softhsm/libsofthsm2.so", Pin = "48151623";
    private static readonly Lazy<TestSeal> Token = new(NewToken);
    private readonly string _folder = OutsideTool.NewFolder();

    [Fact]
    public async Task Makes_a_seal_that_others_find_valid_with_a_key_that_is_no_file()
    {
        var keys = KeyStore.Open(Prepared());
        Assert.False(keys.Seal.HasPrivateKey);
        var pdf = (await new OutcomeRenderer(TestPrinter.Shared, OutcomeRenderer.DebianFonts, keys).RenderAsync(ExampleOutcome.Content(), [], TestContext.Current.CancellationToken)).Pdf;
        Assert.Equal(VerdictKind.Genuine, new DocumentVerifier(keys.Trust).Verify(pdf).Kind);
        Assert.Contains("Signature is Valid", OutsideTool.Run("pdfsig", OutsideTool.FileWith(pdf, ".pdf")).Output, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_folder, "seal.p12")));
    }

    [Theory]
    [InlineData("key", "has 0 private keys")]
    [InlineData("token", "There is no token")]
    [InlineData("pin", "did not sign: CKR_PIN_INCORRECT")]
    [InlineData("certificate", "is not that of the seal's certificate")]
    public void Is_refused_at_once_with_the_reason(string fault, string reason)
    {
        var options = Prepared();
        using var stranger = new TestSeal();
        if (fault == "pin") File.WriteAllText(options.Token!.PinFile, "0000");
        if (fault == "certificate") File.WriteAllText(Path.Combine(_folder, "seal.pem"), stranger.Pem());
        options = options with { Token = fault switch { "key" => options.Token! with { Key = "other" }, "token" => options.Token! with { Token = "other" }, _ => options.Token } };
        Assert.Contains(reason, Assert.Throws<InvalidOperationException>(() => KeyStore.Open(options)).Message, StringComparison.Ordinal);
    }

    private KeyStoreOptions Prepared()
    {
        Assert.SkipUnless(File.Exists(Module), "Debian's softhsm2 is not installed.");
        var pin = Path.Combine(_folder, "pin");
        File.WriteAllText(pin, Pin + "\n");
        File.WriteAllText(Path.Combine(_folder, "seal.pem"), Token.Value.Pem());
        return new(_folder, MayCreate: true, "odr.test/checkpoint", "测试") { Token = new(Module, "odr", pin, "seal") };
    }

    /// <summary>One for all tests, as the module reads its settings once in a process.</summary>
    private static TestSeal NewToken()
    {
        var (seal, folder) = (new TestSeal(), OutsideTool.NewFolder());
        var key = OutsideTool.FileWith(System.Text.Encoding.ASCII.GetBytes(seal.KeyPem()), ".pem");
        File.WriteAllText(Path.Combine(folder, "softhsm2.conf"), $"directories.tokendir = {folder}\n");
        OutsideTool.SetEnvironment("SOFTHSM2_CONF", Path.Combine(folder, "softhsm2.conf"));
        foreach (string[] arguments in new string[][]
        {
            ["--init-token", "--free", "--label", "odr", "--so-pin", Pin, "--pin", Pin], ["--import", key, "--token", "odr", "--label", "seal", "--id", "01", "--pin", Pin],
        })
        {
            var (code, output) = OutsideTool.Run("softhsm2-util", arguments);
            Assert.True(code == 0, output);
        }
        return seal;
    }
}
