using NonLitigation.Odr.Domain.Settlements;
using static NonLitigation.Odr.Domain.Tests.Settlements.SigningBench;

namespace NonLitigation.Odr.Domain.Tests.Settlements;

public sealed class DraftingAnAgreement
{
    [Fact]
    public void Is_refused_over_somebody_elses_version_and_says_which_it_is_now()
    {
        var agreement = Drafted();
        agreement.Revise(1, BothSums("补充事实。"), Now);
        var refusal = Assert.Throws<NonLitigation.Odr.Domain.Shared.RefusalException>(() => agreement.Revise(1, BothSums("另一份。"), Now));
        Assert.Equal("settlements.version-conflict", refusal.Code);
        Assert.Contains("第 2 版", refusal.Reason.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void Changes_nothing_when_the_same_text_comes_again()
    {
        var agreement = Drafted();
        agreement.Revise(0, BothSums(), Now);
        Assert.Equal(1, agreement.Version);
    }

    [Fact]
    public void Is_refused_while_the_text_is_frozen()
    {
        var agreement = Frozen();
        Assert.Equal("settlements.reopen-first", Refusal(() => agreement.Revise(1, BothSums("改。"), Now)));
        Assert.Equal("settlements.reopen-first", Refusal(() => agreement.Freeze(1, Roster, Heading, Today, Now)));
    }

    [Fact]
    public void Is_refused_with_sums_that_cannot_be_paid() =>
        Assert.Equal("settlements.amount-not-positive", Refusal(() => AgreementContent.Of("", [], [Pays(Zhou, Li, 0)])));

    public static TheoryData<string, Obligation> Gaps => new()
    {
        { "obligor-missing", Pays(Zhou, Li, 1) with { ObligorPartyId = null } },
        { "obligee-missing", Pays(Zhou, Li, 1) with { ObligeePartyId = null } },
        { "owed-to-oneself", Pays(Li, Li, 1) },
        { "object-missing", Pays(Zhou, Li, 1) with { AmountFen = null, What = " " } },
        { "manner-missing", Pays(Zhou, Li, 1) with { Manner = "" } },
        { "due-missing", Pays(Zhou, Li, 1) with { DueOn = null } },
        { "party-not-taking-part", Pays(Natural("局外人"), Li, 1) },
        { "owed-to-oneself", Pays(Zhou, Li, 1) with { JointObligorPartyIds = [Li.PartyId] } },
        { "party-not-taking-part", Pays(Zhou, Li, 1) with { JointObligorPartyIds = [Guid.CreateVersion7()] } },
    };

    [Theory]
    [MemberData(nameof(Gaps))]
    public void Finds_each_gap_and_blocks_freezing(string code, Obligation gap)
    {
        var agreement = Drafted(AgreementContent.Of("事实", [], [Pays(Wu, Li, 2), gap]));
        var finding = Assert.Single(DraftCheck.Examine(agreement.Content, Roster, Today), f => f.Code == code);
        Assert.Equal((2, true), (finding.Obligation, finding.Blocks));
        Assert.Equal("settlements.not-ready", Refusal(() => agreement.Freeze(1, Roster, Heading, Today, Now)));
    }

    [Fact]
    public void Holds_one_sum_that_several_owe_jointly_each_of_them_once()
    {
        Obligation Joint(params Guid[] others) => Pays(Zhou, Li, 2) with { JointObligorPartyIds = others };
        var content = AgreementContent.Of("事实", [], [Joint(Wu.PartyId, Zhou.PartyId, Wu.PartyId)]);
        Assert.Equal(AgreementContent.Of("事实", [], [Joint(Wu.PartyId)]), content);
        Assert.NotEqual(AgreementContent.Of("事实", [], [Joint()]), content);
        Assert.DoesNotContain(DraftCheck.Examine(content, Roster, Today), finding => finding.Blocks);
    }

    [Fact]
    public void Needs_facts_something_agreed_two_parties_and_a_seal()
    {
        var findings = DraftCheck.Examine(AgreementContent.Empty, new([Li], Mediator, null), Today);
        Assert.Equal(["facts-missing", "nothing-agreed", "signers-missing", "no-seal"], findings.Select(f => f.Code));
    }

    [Fact]
    public void Warns_of_vague_words_and_past_dates_without_blocking()
    {
        var content = AgreementContent.Of("事实", [new("尽快付清。")], [Pays(Zhou, Li, 1) with { DueOn = Today.AddDays(-1) }]);
        var findings = DraftCheck.Examine(content, Roster, Today);
        Assert.Equal(["due-past", "account-missing", "vague-words", "default-consequence-missing"], findings.Select(f => f.Code));
        Assert.DoesNotContain(findings, f => f.Blocks);
    }

    [Fact]
    public void Freezes_both_sums_in_figures_and_words_into_the_bytes()
    {
        var round = Frozen().Round!;
        var text = AgreementTextReader.Read(round.Text)!.ToPlainText();
        Assert.Contains("¥1,600.00（人民币壹仟陆佰元整）", text, StringComparison.Ordinal);
        Assert.Contains("¥1,800.00（人民币壹仟捌佰元整）", text, StringComparison.Ordinal);
        Assert.Equal([SignerRole.Party, SignerRole.Party, SignerRole.Party, SignerRole.Mediator, SignerRole.Seal], round.Signatures.Select(s => s.Role));
    }
}
