using NonLitigation.Odr.Domain.Shared;
using System.Text;
using NonLitigation.Odr.Documents.Shared;
using NonLitigation.Odr.Domain.Rooms;
using Xunit;

namespace NonLitigation.Odr.Server.Tests.Documents;

public class KeepingTheKeys
{
    private static KeyStoreOptions Options(string folder, bool mayCreate = true) => new(folder, mayCreate, "odr.test/checkpoint", "测试");

    [Fact]
    public void Makes_them_once_readable_to_nobody_else()
    {
        var folder = OutsideTool.NewFolder();
        var (first, second) = (KeyStore.Open(Options(folder)), KeyStore.Open(Options(folder, mayCreate: false)));
        Assert.Equal(first.Checkpoints.Verifier.ToString(), second.Checkpoints.Verifier.ToString());
        Assert.Equal(first.Seal.Thumbprint, second.Seal.Thumbprint);
        Assert.All(["checkpoint.key", "seal.p12"], file => Assert.Equal("600", OutsideTool.Run("stat", "-c", "%a", Path.Combine(folder, file)).Output.Trim()));
    }

    [Fact]
    public void Refuses_to_go_on_without_them_where_they_may_not_be_made() =>
        Assert.Contains("checkpoint.key", Assert.Throws<InvalidOperationException>(() => KeyStore.Open(Options(OutsideTool.NewFolder(), mayCreate: false))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Gives_nodes_that_start_together_the_same_keys()
    {
        var folder = OutsideTool.NewFolder();
        var stores = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => KeyStore.Open(Options(folder)))));
        Assert.Single(stores.Select(s => s.Checkpoints.Verifier + s.Seal.Thumbprint).Distinct());
    }

    [Fact]
    public void Goes_on_trusting_the_key_of_yesterday()
    {
        var folder = OutsideTool.NewFolder();
        var old = KeyStore.Open(Options(folder)).Checkpoints.Verifier.ToString();
        File.Delete(Path.Combine(folder, "checkpoint.key"));
        var now = KeyStore.Open(Options(folder));
        Assert.Equal([old, now.Checkpoints.Verifier.ToString()], Trust.Read(File.ReadAllBytes(Path.Combine(folder, "trust.json"))).CheckpointKeys.Select(k => k.ToString()));
    }

    [Fact]
    public void Reads_the_verifier_key_and_note_of_the_signed_note_documentation()
    {
        var key = NoteVerifierKey.Parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
        var note = SignedNote.Read("If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n\n"
            + "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n")!;
        var signature = Assert.Single(note.Signatures);
        Assert.True(key.IsNamedBy(signature) && key.Verifies(note.Text, signature));
        Assert.False(key.Verifies(note.Text + "x", signature));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("{\"format\":\"nonlitigation-odr/trust/1\",\"checkpointKeys\":[\"a+b+c\"],\"sealAuthorities\":[]}")]
    [InlineData("{\"format\":\"nonlitigation-odr/trust/1\",\"checkpointKeys\":[],\"sealAuthorities\":[\"x\"]}")]
    [InlineData("{\"format\":\"nonlitigation-odr/trust/1\",\"checkpointKeys\":[null],\"sealAuthorities\":[]}")]
    public void Does_not_read_what_is_no_trust_file(string json) => Assert.Throws<FormatException>(() => Trust.Read(Encoding.UTF8.GetBytes(json)));
}
