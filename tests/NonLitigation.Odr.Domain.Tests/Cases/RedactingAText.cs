using CsCheck;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Tests.Cases;

/// <summary>Words that go to a legal guide name nobody whom the case knows, and no number of anybody.</summary>
public sealed class RedactingAText
{
    private static readonly NeutralLabel A = KnownPerson.LabelOf(PartyRole.Applicant, ""), B = KnownPerson.LabelOf(PartyRole.Respondent, "");
    private static readonly KnownPerson Li = new("李海生", false, A, "13900000001", "320703199001011237", "江苏省连云港市海州区朝阳东路12号3幢", "钱明远");
    private static readonly KnownPerson Kun = new("连云港海鲲供应链有限公司", true, B, "+6591234567", "91320703MA1XYZABC5");
    private static readonly Redaction Known = new([Li, Kun], [new("连非诉〔2026〕000123号", RecognisedKind.CaseNumber, NeutralLabel.CaseNumber)]);

    private static string Redacted(string text, bool english = false, params string[] vouched) => Known.Redact(text, english, vouched);

    [Theory]
    [InlineData("李海生要工资", "甲方要工资")]
    [InlineData("李 海 生、李·海生、海生", "甲方、甲方、甲方")]
    [InlineData("李某、老李、李师傅、姓李的", "甲方、甲方、甲方、甲方的")]
    [InlineData("钱明远代他来", "甲方代理人代他来")]
    [InlineData("连云港海鲲供应链有限公司欠款，海鲲供应链说海鲲没钱", "乙方欠款，乙方说乙方没钱")]
    [InlineData("连云港海鲲供应链有限责任公司", "乙方有限责任公司")]
    [InlineData("电话139-0000-0001或１３９０００００００２，座机0518-85812345", "电话[电话]或[电话]，座机[电话]")]
    [InlineData("新加坡+65 9123 4567，邮箱 a.b@example.org", "新加坡[电话]，邮箱 [邮箱]")]
    [InlineData("身份证320703 19900101 1237、320703199001011238", "身份证[证件号]、[证件号]")]
    [InlineData("信用代码91320703MA1XYZABC5，护照E12345678", "信用代码[证件号]，护照[证件号]")]
    [InlineData("卡号6222 0200 0000 1234 567，账号123456789012", "卡号[号码]，账号[号码]")]
    [InlineData("①③⑨００００0002，¹³⁹⁰⁰⁰⁰⁰⁰⁰²", "[电话]，[电话]")]
    [InlineData("号码一三九零零零零零零零一", "号码[号码]")]
    [InlineData("住朝阳东路12号3幢，朝阳东路上", "住[地址]，[地址]上")]
    [InlineData("连非诉〔2026〕000123号、（2026）苏0706民初123号", "[案号]、[案号]")]
    [InlineData("车苏G12345，船苏连渔12345", "车[车船号]，船[车船号]")]
    public void Puts_neutral_words_in_place_of_what_the_case_knows_and_of_what_numbers_give_away(string text, string redacted)
    {
        Assert.Equal(redacted, Redacted(text));
        Assert.Empty(Known.Find(redacted, []));
    }

    [Theory]
    [InlineData("甲方出海二十天，乙方未付3000元，2026-11-26到期，法释〔2020〕17号第二条如何适用？")]
    [InlineData("约定月薪12000.50元，自2026年3月1日至2026年5月31日，共3个月，合计36001.50元")]
    [InlineData("民法典第五百七十七条；利率3.45%；分12期，每期1000元，2026-01-01 2026-12-31")]
    [InlineData("The crew member claims 3,000 yuan; the owner says the contract ended in May 2026.")]
    public void Leaves_a_text_without_such_words_as_it_is(string text) => Assert.Equal(text, Redacted(text));

    [Fact]
    public void Says_which_words_and_where()
    {
        var found = Known.Find("昨天李海生打来13900000001。", []);
        Assert.Equal([(2, "李海生", RecognisedKind.Name, false), (7, "13900000001", RecognisedKind.Contact, false)], found.Select(one => (one.Start, one.Text, one.Kind, one.MayVouch)));
    }

    [Fact]
    public void Speaks_English_where_asked() =>
        Assert.Equal("Did Party A call [phone]?", new Redaction([new("John Smith", false, A)], []).Redact("Did john  smith call 13900000001?", english: true, []));

    [Fact]
    public void Does_not_take_a_piece_of_a_longer_Latin_word_for_a_name() =>
        Assert.Equal("Annual leave", new Redaction([new("Ann Lee", false, A)], []).Redact("Annual leave", english: true, []));

    [Fact]
    public void Lets_somebody_vouch_for_an_ordinary_word_and_never_for_a_name_or_a_number()
    {
        var known = new Redaction([new("高兴", false, A), new("周一凡", false, B)], []);
        Assert.Equal("他很高兴", known.Redact("他很高兴", english: false, ["高兴"]));
        Assert.Equal("他很甲方", known.Redact("他很高兴", english: false, []));
        Assert.True(known.MayVouch("高兴", "他很高兴"));
        Assert.False(known.MayVouch("周一凡", "周一凡"));
        Assert.Equal("乙方的13".Replace("13", "[电话]", StringComparison.Ordinal), known.Redact("周一凡的13900000001", english: false, ["周一凡", "13900000001"]));
    }

    [Fact]
    public void Lets_somebody_vouch_for_the_seam_of_two_ordinary_words()
    {
        Assert.True(Known.MayVouch("海生", "破坏沿海生态"));
        Assert.Equal("破坏沿海生态", Redacted("破坏沿海生态", false, "海生"));
        Assert.Equal("甲方破坏沿海生态", Redacted("海生破坏沿海生态", false, "海生"));
    }

    [Fact]
    public void Numbers_the_parties_of_a_side_that_has_several()
    {
        var labels = KnownPerson.PartiesOf(SampleCase.Filed()).Select(one => (one.Name, one.Label.Zh, one.Label.En));
        Assert.Equal([("李海生", "甲方", "Party A"), ("船东2", "乙方1", "Party B1"), ("船东3", "乙方2", "Party B2")], labels);
    }

    /// <summary>Any names, in any text, in any order, close to each other or apart: not one survives, and nothing is recognised in what is sent.</summary>
    [Fact]
    public void Leaves_no_known_name_whatever_the_names_and_the_text()
    {
        const string letters = "王李张刘陈海生永顺建国明远高兴方周白甲乙一大小老某总家";
        var name = Gen.Char[letters].Array[2, 4].Select(chars => new string(chars));
        var filler = Gen.OneOfConst("说", "，", " ", "的", "欠3000元", "海", "生", "139", "00000001", "A", "·", "在2026年", "\n", "总", "某");
        Gen.Select(name.Array[1, 4], Gen.Select(filler, Gen.Int[0, 5]).Array[0, 12]).Sample((names, parts) =>
        {
            var known = new Redaction(names.Select((one, at) => new KnownPerson(one, at == 3, at % 2 == 0 ? A : B)), []);
            var text = string.Concat(parts.Select(part => part.Item1 + (part.Item2 < names.Length ? names[part.Item2] : "")));
            var redacted = known.Redact(text, english: false, []);
            Assert.Empty(known.Find(redacted, []));
            foreach (var one in names) Assert.DoesNotContain(one, redacted, StringComparison.Ordinal);
        }, iter: 2_000);
    }

    [Fact]
    public void Changes_nothing_where_nothing_is_known()
    {
        var text = Gen.Char["甲乙方合同付款元，。3 5年月日应当是否可以abc"].Array[0, 60].Select(chars => new string(chars));
        text.Sample(one => Assert.Equal(one, Known.Redact(one, english: false, [])), iter: 2_000);
    }

    /// <summary>Laid over each other the two texts are those two texts: what the mediator is shown is what is sent.</summary>
    [Fact]
    public void Is_shown_as_a_difference_that_reads_both_ways()
    {
        const string text = "李海生（13900000001）说海鲲没付。";
        var pieces = TextDifference.Between(text, Redacted(text));
        Assert.Equal(text, string.Concat(pieces.Where(piece => piece.Kind != PieceKind.Added).Select(piece => piece.Text)));
        Assert.Equal(Redacted(text), string.Concat(pieces.Where(piece => piece.Kind != PieceKind.Removed).Select(piece => piece.Text)));
    }
}
