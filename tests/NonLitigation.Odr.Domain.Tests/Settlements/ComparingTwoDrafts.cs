using CsCheck;
using NonLitigation.Odr.Domain.Settlements;
using NonLitigation.Odr.Domain.Shared;
using static NonLitigation.Odr.Domain.Tests.Settlements.SigningBench;

namespace NonLitigation.Odr.Domain.Tests.Settlements;

public sealed class ComparingTwoDrafts
{
    private static readonly Gen<string> Words = Gen.OneOfConst("周永顺", "李海生", "支付", "工资", "1,600", "1,800", "元", "于", "12月15日", "前", "，", "𠮷", "bank", " ", "转账").Array[0, 30].Select(string.Concat);
    private static readonly Gen<Clause> Clauses = Words.Where(text => text.Trim().Length > 0).Select(text => new Clause(text.Trim()));
    private static readonly Gen<Obligation> Obligations = Gen.Select(Gen.OneOfConst(Li, Zhou, Wu), Gen.OneOfConst(Li, Zhou, Wu), Gen.Int[0, 3], Words, Words, Gen.Int[0, 3])
        .Select((from, to, yuan, what, manner, day) => new Obligation(from.PartyId, to.PartyId, yuan == 0 ? null : yuan * 100, what, manner, day == 0 ? null : Due.AddDays(day)));
    private static readonly Gen<AgreementContent> Contents = Gen.Select(Words, Clauses.Array[0, 7], Obligations.Array[0, 6]).Select((facts, clauses, owed) => AgreementContent.Of(facts, clauses, owed));

    /// <summary>A later content that has much in common with the earlier one: dropped, moved, put in between.</summary>
    private static readonly Gen<(AgreementContent, AgreementContent)> Related = Gen.Select(Contents, Contents, Gen.Int[0, 7], Gen.Int[0, 7]).Select((one, other, drop, put) =>
        (one, AgreementContent.Of(one.Facts + other.Facts, one.Clauses.Where((_, at) => at != drop).Take(put).Concat(other.Clauses.Take(1)).Concat(one.Clauses.Skip(put)), other.Obligations.Take(1).Concat(one.Obligations.Where((_, at) => at != put)))));

    [Fact]
    public void Applied_to_the_earlier_it_gives_the_later() => Gen.OneOf(Related, Gen.Select(Contents, Contents)).Sample(pair =>
    {
        var difference = AgreementDifference.Between(pair.Item1, pair.Item2);
        Assert.Equal(pair.Item2, difference.Apply(pair.Item1));
        Assert.Equal(pair.Item1.Equals(pair.Item2), difference.IsEmpty);
    }, iter: 20_000);

    [Fact]
    public void Of_a_content_with_itself_is_nothing() => Contents.Sample(content =>
    {
        var difference = AgreementDifference.Between(content, content);
        Assert.True(difference.IsEmpty);
        Assert.All(difference.Clauses, clause => Assert.Equal((ChangeKind.Same, clause.After), (clause.Kind, clause.Before)));
    }, iter: 2_000);

    [Fact]
    public void Is_refused_by_another_content()
    {
        var difference = AgreementDifference.Between(BothSums(), BothSums("别的事实。"));
        Assert.Throws<ArgumentException>(() => difference.Apply(AgreementContent.Empty));
    }

    [Fact]
    public void Names_the_field_that_changed_and_not_its_neighbours()
    {
        var before = BothSums();
        var after = AgreementContent.Of(before.Facts, before.Clauses, [before.Obligations[0], before.Obligations[1] with { AmountFen = 150_000 }]);
        var difference = AgreementDifference.Between(before, after);
        Assert.Equal([ChangeKind.Same, ChangeKind.Changed], difference.Obligations.Select(one => one.Kind));
        Assert.Equal((180_000, 150_000, 1), (difference.Obligations[1].Was!.AmountFen, difference.Obligations[1].Is!.AmountFen, difference.Count));
        Assert.All(difference.Obligations[1].What, piece => Assert.Equal(PieceKind.Kept, piece.Kind));
    }

    [Fact]
    public void Follows_a_clause_to_its_new_number()
    {
        var before = AgreementContent.Of("事实。", [new("逾期按照年利率计付利息。"), new("各方再无其他争议。")], []);
        var after = AgreementContent.Of("事实。", [new("双方对内容保密。"), new("逾期按照年利率计付利息。"), new("各方就此再无其他争议。")], []);
        var difference = AgreementDifference.Between(before, after);
        Assert.Equal([(null, 1, ChangeKind.Added), (1, 2, ChangeKind.Same), (2, 3, ChangeKind.Changed)], difference.Clauses.Select(c => (c.Before, c.After, c.Kind)));
        Assert.Equal("各方[+就此]再无其他争议。", Marked(difference.Clauses[2].Words));
    }

    [Theory]
    [InlineData("支付工资1,600元。", "支付工资1,800元。", "支付工资[-1,600][+1,800]元。")]
    [InlineData("于12月1日前付清。", "于12月15日前付清。", "于12月[-1][+15]日前付清。")]
    [InlineData("周永顺向李海生支付工资。", "吴建国向李海生支付货款。", "[-周永顺][+吴建国]向李海生支付[-工资][+货款]。")]
    [InlineData("𠮷野家付款。", "𡈽野家付款。", "[-𠮷][+𡈽]野家付款。")]
    [InlineData("pay by bank transfer", "pay by wire transfer", "pay by [-bank][+wire] transfer")]
    [InlineData("", "新的一条。", "[+新的一条。]")]
    [InlineData("一样。", "一样。", "一样。")]
    public void Marks_words_as_people_read_them(string before, string after, string marked) => Assert.Equal(marked, Marked(TextDifference.Between(before, after)));

    /// <summary>Two long texts that share nothing are shown as two texts, at once and without growing memory.</summary>
    [Fact]
    public void Gives_up_on_texts_that_have_nothing_in_common()
    {
        var (before, after) = (new string('甲', 10_000), new string('乙', 10_000));
        Assert.Equal([PieceKind.Removed, PieceKind.Added], TextDifference.Between(before, after).Select(piece => piece.Kind));
    }

    private static string Marked(IEnumerable<TextPiece> pieces) =>
        string.Concat(pieces.Select(piece => piece.Kind switch { PieceKind.Added => $"[+{piece.Text}]", PieceKind.Removed => $"[-{piece.Text}]", _ => piece.Text }));
}
