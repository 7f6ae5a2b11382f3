using NonLitigation.Odr.Domain.Law;

namespace NonLitigation.Odr.Domain.Tests.Law;

public sealed class ReadingAStatute
{
    private const string Sample = """
        # 示范调解条例

        2020年1月2日 示范会议通过

        <!-- INFO END -->

        ## 第一章 总 则

        第一条 为了示范，制定本条例。

        第二条 调解遵循下列原则：

        （一）自愿；

        （二）平等。

        ## 第二章 附 则

        第二条之一　补充规定。
        """;

    private static readonly DateTimeOffset Now = new(2026, 11, 24, 9, 0, 0, TimeSpan.FromHours(8));

    private static string Fault(string name, string content) => Assert.Throws<FormatException>(() => StatuteFile.Read(name, content, Now)).Message;

    [Fact]
    public void Gives_each_article_with_all_its_paragraphs()
    {
        var articles = StatuteFile.Read("示范调解条例(2020-01-02).md", Sample, Now);
        Assert.Equal(["第一条", "第二条", "第二条之一"], articles.Select(a => a.Label));
        Assert.Equal("调解遵循下列原则：\n（一）自愿；\n（二）平等。", articles[1].Text);
        Assert.All(articles, a => Assert.Equal(("示范调解条例", new DateOnly(2020, 1, 2)), (a.Statute, a.VersionOf)));
        Assert.Equal([1, 2, 3], articles.Select(a => a.Position));
    }

    [Fact]
    public void Says_what_a_file_lacks()
    {
        Assert.Contains("the day of the version", Fault("条例.md", Sample), StringComparison.Ordinal);
        Assert.Contains("no article", Fault("条例(2020-01-02).md", "# 条例\n没有条文"), StringComparison.Ordinal);
        Assert.Contains("title", Fault("条例(2020-01-02).md", "第一条 没有标题。"), StringComparison.Ordinal);
        Assert.Contains("twice", Fault("条例(2020-01-02).md", "# 条例\n第一条 甲。\n第一条 乙。"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1", "第一条")]
    [InlineData("10", "第十条")]
    [InlineData("19", "第十九条")]
    [InlineData("29", "第二十九条")]
    [InlineData("100", "第一百条")]
    [InlineData("105", "第一百零五条")]
    [InlineData("110", "第一百一十条")]
    [InlineData("355", "第三百五十五条")]
    [InlineData("1001", "第一千零一条")]
    [InlineData("1260", "第一千二百六十条")]
    [InlineData("0", null)]
    [InlineData("调解", null)]
    public void Writes_a_number_as_labels_do(string digits, string? label) => Assert.Equal(label, StatuteFile.LabelOf(digits));
}
