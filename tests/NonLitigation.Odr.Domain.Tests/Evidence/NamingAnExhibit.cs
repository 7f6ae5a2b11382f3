using NonLitigation.Odr.Domain.Evidence;

namespace NonLitigation.Odr.Domain.Tests.Evidence;

public sealed class NamingAnExhibit
{
    [Theory]
    [InlineData("欠条.JPG", "欠条.jpg")]
    [InlineData("欠条.jpeg", "欠条.jpg")]
    [InlineData("../../etc/passwd", "passwd.jpg")]
    [InlineData("C:\\Users\\me\\photo.jpg", "photo.jpg")]
    [InlineData("a\u202egpj.exe", "agpj.exe.jpg")]
    [InlineData("x\r\nSet-Cookie: a=b", "xSet-Cookie a=b.jpg")]
    [InlineData("..", "材料.jpg")]
    [InlineData("", "材料.jpg")]
    [InlineData(null, "材料.jpg")]
    [InlineData("CON", "材料CON.jpg")]
    [InlineData("𠮷田.jpg", "𠮷田.jpg")]
    [InlineData("<b>\"|?*.jpg", "b.jpg")]
    public void Leaves_nothing_that_a_file_system_or_a_header_minds(string? typed, string kept) => Assert.Equal(kept, ExhibitNames.Clean(typed, MediaKind.Jpeg));

    [Fact]
    public void Shortens_long_names_but_not_the_extension()
    {
        var name = ExhibitNames.Clean(new string('长', 300) + ".pdf", MediaKind.Pdf);
        Assert.Equal(ExhibitNames.Longest, name.Length);
        Assert.EndsWith("长.pdf", name, StringComparison.Ordinal);
    }
}
