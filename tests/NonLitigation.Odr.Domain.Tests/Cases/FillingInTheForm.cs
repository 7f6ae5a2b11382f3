using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Tests.Cases;

public sealed class FillingInTheForm
{
    private static readonly CaseApplication Good = SampleCase.Application();

    [Fact]
    public void Takes_rare_characters_foreign_contacts_and_legal_persons()
    {
        var applicant = new PartyDetails("  𠮷田·买买提 ", "+81 90-1234-5678", "日本", PartyNature.Natural, "TR1234567", null);
        var company = new PartyDetails("连云港某某（集团）有限公司", "legal@example.org", null, PartyNature.Organisation, "91330100799655058B", "张三");
        var clean = CaseForm.Check(Good with { Applicant = applicant, Respondents = [company], Claims = [new ClaimDetails("赔礼道歉", null, [0])] });
        Assert.Equal(("𠮷田·买买提", "+819012345678"), (clean.Applicant.Name, clean.Applicant.Contact));
        Assert.Equal("张三", clean.Respondents[0].RepresentativeName);
        Assert.Null(clean.Claims[0].AmountFen);
    }

    [Fact]
    public void Counts_rare_characters_as_one() =>
        Assert.Equal(120, PlainText.Length(CaseForm.Check(Good with { Title = string.Concat(Enumerable.Repeat("𠮷", 120)) }).Title));

    [Fact]
    public void Takes_thirty_respondents_and_no_more()
    {
        Assert.Equal(30, CaseForm.Check(SampleCase.Application(30)).Respondents.Count);
        Faults(SampleCase.Application(31), "claims[0].against", "respondents");
    }

    [Fact]
    public void Says_every_fault_beside_its_field()
    {
        var bad = Good with
        {
            Title = " ", WhatHappened = new string('长', 10_001),
            Applicant = Good.Applicant with { Contact = "12", IdNumber = "11010519491231002Y" },
            Respondents = [Good.Respondents[0] with { Name = "周\u202e顺" }, Good.Respondents[0]],
            Claims = [new ClaimDetails("", 0, []), new ClaimDetails("还款", -1, [7])],
        };
        Faults(bad, "applicant.contact", "applicant.idNumber", "claims[0].against", "claims[0].amountFen", "claims[0].text",
            "claims[1].against", "claims[1].amountFen", "respondents[0].name", "respondents[1].contact", "title", "whatHappened");
    }

    [Theory]
    [InlineData("11010519491231002X", PartyNature.Natural, true)]
    [InlineData("110105194912310021", PartyNature.Natural, false)]
    [InlineData("91330100799655058B", PartyNature.Organisation, true)]
    [InlineData("91330100799655058C", PartyNature.Organisation, false)]
    [InlineData("E12345678", PartyNature.Natural, true)]
    [InlineData("<b>", PartyNature.Natural, false)]
    public void Checks_identity_numbers(string number, PartyNature nature, bool plausible) => Assert.Equal(plausible, IdNumbers.IsPlausible(number, nature));

    [Theory]
    [InlineData("一行\n两行\t完", true, true)]
    [InlineData("一行\n两行", false, false)]
    [InlineData("铃\u0007", true, false)]
    [InlineData("👨‍👩‍👧 家庭 é", false, true)]
    public void Refuses_what_cannot_be_seen(string text, bool severalLines, bool clean) => Assert.Equal(clean, PlainText.IsClean(text, severalLines));

    [Fact]
    public void Refuses_half_a_character() => Assert.False(PlainText.IsClean("\ud800", severalLines: true));

    private static void Faults(CaseApplication application, params string[] fields)
    {
        var refusal = Assert.Throws<RefusalException>(() => CaseForm.Check(application));
        Assert.Equal(CasesRules.FormHasErrors.Code, refusal.Code);
        Assert.Equal(fields, refusal.Reason.Fields!.Keys);
    }
}
