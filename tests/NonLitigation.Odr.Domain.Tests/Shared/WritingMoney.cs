using CsCheck;
using NonLitigation.Odr.Domain.Shared;
using Xunit;

namespace NonLitigation.Odr.Domain.Tests.Shared;

public class WritingMoney
{
    [Theory]
    [InlineData(0, "零元整")]
    [InlineData(5, "伍分")]
    [InlineData(50, "伍角整")]
    [InlineData(105, "壹元零伍分")]
    [InlineData(150, "壹元伍角整")]
    [InlineData(1_000, "壹拾元整")]
    [InlineData(160_000, "壹仟陆佰元整")]
    [InlineData(180_000, "壹仟捌佰元整")]
    [InlineData(140_950, "壹仟肆佰零玖元伍角整")]
    [InlineData(600_714, "陆仟零柒元壹角肆分")]
    [InlineData(1_070_005_3, "壹拾万柒仟元伍角叁分")]
    [InlineData(16_409_02, "壹万陆仟肆佰零玖元零贰分")]
    [InlineData(100_000_500_00, "壹亿零伍佰元整")]
    [InlineData(100_500_000_00, "壹亿零伍拾万元整")]
    [InlineData(1_050_000_000_00, "壹拾亿伍仟万元整")]
    [InlineData(1_000_000_005_000_00, "壹万亿零伍仟元整")]
    [InlineData(Money.LargestFen, "玖万玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分")]
    public void Gives_the_words_of_the_payment_rules(long fen, string words) => Assert.Equal(words, new Money(fen).ToCapitals());

    [Fact]
    public void Can_be_read_back_from_its_words() =>
        Gen.OneOf(Gen.Long[0, Money.LargestFen], Gen.Long[0, 100_000],
                Gen.Select(Gen.Int[0, 13], Gen.Int[1, 99]).Select((zeros, lead) => Math.Min(Money.LargestFen, lead * (long)Math.Pow(10, zeros))))
            .Sample(fen => Money.TryParseCapitals("人民币" + new Money(fen).ToCapitals(), out var read) && read.Fen == fen, iter: 20_000);

    [Theory]
    [InlineData("壹仟陆佰捌拾元零叁角贰分", 168_032)]
    [InlineData("壹仟陆佰圆正", 160_000)]
    public void Reads_the_other_permitted_spellings(string words, long fen) =>
        Assert.True(Money.TryParseCapitals(words, out var read) && read.Fen == fen);

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("人民币")]
    [InlineData("一千元")]
    [InlineData("陆佰壹仟元整")]
    [InlineData("壹佰元拾")]
    [InlineData("玖亿玖亿玖亿玖亿元整")]
    public void Does_not_read_what_is_no_amount(string? words) => Assert.False(Money.TryParseCapitals(words, out _));

    [Fact]
    public void Gives_figures_with_two_places() =>
        Assert.Equal(("¥1,600.00", "1600.00元", "-¥0.05"), (new Money(160_000).ToFigures(), new Money(160_000).ToYuanText(), new Money(-5).ToFigures()));

    [Theory]
    [InlineData(-1)]
    [InlineData(Money.LargestFen + 1)]
    public void Is_refused_in_words_when_out_of_range(long fen) =>
        Assert.Same(SharedRules.AmountOutOfRange, Assert.Throws<RefusalException>(() => new Money(fen).ToCapitals()).Reason);
}
