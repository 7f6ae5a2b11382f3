using NonLitigation.Odr.Domain.Network;
using NonLitigation.Odr.Domain.Settlements;
using static NonLitigation.Odr.Domain.Tests.Settlements.SigningBench;

namespace NonLitigation.Odr.Domain.Tests.Settlements;

public sealed class FillingATemplate
{
    private static readonly SigningRoster Two = new([Li, Zhou], SigningBench.Mediator, Seal);
    private static readonly TemplateFilling Filling = new([new(Li.PartyId, Li.Name)], [new(Zhou.PartyId, Zhou.Name)], 340_000, Due);

    public static TheoryData<DisputeKind> Kinds => [.. Enum.GetValues<DisputeKind>()];

    private static AgreementContent Whole(DisputeKind kind, TemplateFilling filling)
    {
        var sets = AgreementTemplates.For(kind, Today).Select(set => set.Filled(filling)).ToList();
        return AgreementContent.Of(sets[0].Facts, sets.SelectMany(set => set.Clauses).Select(clause => new Clause(clause.Text)), sets.SelectMany(set => set.Obligations).SelectMany(filling.Obligations));
    }

    /// <summary>Neither a blocking finding nor a warning: a template that cries wolf would teach people to look away.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void Gives_a_whole_agreement_that_the_check_has_nothing_against(DisputeKind kind)
    {
        var content = Whole(kind, Filling);
        Assert.Equal([], DraftCheck.Examine(content, Two, Today).Select(found => $"{found.Code}: {found.Zh}"));
        Assert.True(content.Clauses.Count >= 6 && content.Obligations.Count >= 1 && content.Facts.Length > 20);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Leaves_no_variable_behind(DisputeKind kind)
    {
        var content = Whole(kind, Filling);
        var words = content.Facts + string.Concat(content.Clauses.Select(clause => clause.Text)) + string.Concat(content.Obligations.Select(one => one.What + one.Manner));
        Assert.DoesNotContain('{', words);
        Assert.DoesNotContain('＿', words);
        Assert.Contains("李海生", words, StringComparison.Ordinal);
    }

    /// <summary>One clause alone must not bring what the check would stop either, for they are picked one by one.</summary>
    [Fact]
    public void Gives_clauses_that_stand_alone()
    {
        foreach (var set in AgreementTemplates.All.Select(set => set.Filled(Filling)))
            foreach (var clause in set.Clauses)
                Assert.DoesNotContain(DraftCheck.Examine(AgreementContent.Of("事实。", [new(clause.Text)], []), Two, Today), found => found.Blocks);
    }

    [Fact]
    public void Leaves_open_what_nobody_has_said()
    {
        var filling = Filling with { Respondents = [new(Zhou.PartyId, Zhou.Name), new(Wu.PartyId, Wu.Name)], DueOn = null };
        var set = AgreementTemplates.For(DisputeKind.LabourWages, Today)[0].Filled(filling);
        var obligations = filling.Obligations(set.Obligations[0]);
        Assert.Equal([(Zhou.PartyId, Li.PartyId, null, null), (Wu.PartyId, Li.PartyId, null, null)], obligations.Select(o => (o.ObligorPartyId!.Value, o.ObligeePartyId!.Value, o.AmountFen, o.DueOn)));
        Assert.Contains("周永顺、吴建国尚欠李海生工资3400.00元（人民币叁仟肆佰元整）", set.Facts, StringComparison.Ordinal);
        Assert.Contains("＿＿＿＿年＿月＿日", set.Clauses.Single(clause => clause.Id == "certificate").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Knows_every_kind_once_on_any_day_and_each_wording_by_its_own_name()
    {
        foreach (var kind in Enum.GetValues<DisputeKind>()) Assert.Equal([kind, null], AgreementTemplates.For(kind, Today).Select(set => set.Kind));
        Assert.Equal([], AgreementTemplates.For(DisputeKind.Loan, new(2020, 12, 31)));
        var names = AgreementTemplates.All.SelectMany(set => set.Clauses.Select(clause => clause.Id).Concat(set.Obligations.Select(one => one.Id))).ToList();
        Assert.Equal(names.Count, names.Distinct().Count());
        Assert.All(AgreementTemplates.All.SelectMany(set => set.Clauses), clause => Assert.Equal(clause.Source is null, clause.Article is null));
    }
}
