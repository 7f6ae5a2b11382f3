using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Domain.Shared;
using Xunit;

namespace NonLitigation.Odr.Domain.Tests.Rooms;

public class WritingACheckpoint
{
    private static readonly Checkpoint Example = new(
        Checkpoint.OriginOf(Guid.Parse("0193d3a0-0000-7000-8000-000000000001")), 42, MerkleTree.EmptyRoot, ["header x"]);

    private static readonly string Note = new SignedNote(Example.ToText(), [new("odr.example/checkpoint", new byte[68])]).ToString();

    [Fact]
    public void Gives_origin_size_root_and_extensions_on_lines_of_their_own()
    {
        const string text = "nonlitigation-odr/room/0193d3a0-0000-7000-8000-000000000001\n42\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\nheader x\n";
        Assert.Equal(text, Example.ToText());
        var read = Checkpoint.Read(text)!;
        Assert.Equal((Example.Origin, 42, Example.Root), (read.Origin, read.Size, read.Root));
        Assert.Equal(["header x"], read.Extensions);
    }

    [Theory]
    [InlineData("")]
    [InlineData("o\n42\nAAAA\n")]
    [InlineData("o\n042\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n")]
    [InlineData("o\n42\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFV=\n")]
    [InlineData("o\n42\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")]
    [InlineData("o\n-1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n")]
    public void Does_not_read_another_spelling(string text) => Assert.Null(Checkpoint.Read(text));

    [Fact]
    public void Is_read_back_from_a_note()
    {
        var read = SignedNote.Read(Note)!;
        Assert.Equal(Example.ToText(), read.Text);
        Assert.Equal("odr.example/checkpoint", Assert.Single(read.Signatures).KeyName);
    }

    [Fact]
    public void Is_not_read_from_a_note_with_any_part_missing()
    {
        for (var length = 0; length < Note.Length; length++) Assert.Null(SignedNote.Read(Note[..length]));
        Assert.Null(SignedNote.Read(Note + "\n"));
        Assert.Null(SignedNote.Read(Note + "x"));
    }
}
