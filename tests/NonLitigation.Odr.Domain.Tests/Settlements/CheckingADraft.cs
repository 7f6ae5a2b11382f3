using NonLitigation.Odr.Domain.Law;
using NonLitigation.Odr.Domain.Settlements;
using static NonLitigation.Odr.Domain.Tests.Settlements.SigningBench;

namespace NonLitigation.Odr.Domain.Tests.Settlements;

/// <summary>The pre-check over the whole corpus: every fault found, no sound agreement blocked.</summary>
public sealed class CheckingADraft
{
    public static TheoryData<string> Faulty => [.. AgreementCorpus.Faulty.Select(one => one.Name)];
    public static TheoryData<string> Sound => [.. AgreementCorpus.Sound.Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Faulty))]
    public void Finds_the_fault_and_names_its_article(string name)
    {
        var example = AgreementCorpus.Faulty.Single(one => one.Name == name);
        var finding = Assert.Single(Examine(example).Where(one => one.Code == example.Fault).DistinctBy(one => one.Code));
        Assert.StartsWith("《", finding.Rule.Citation, StringComparison.Ordinal);
    }

    /// <summary>Nothing else is found either: a check that cries wolf is switched off in the mind.</summary>
    [Theory]
    [MemberData(nameof(Faulty))]
    public void Finds_nothing_but_the_fault(string name)
    {
        var example = AgreementCorpus.Faulty.Single(one => one.Name == name);
        Assert.Equal([], Examine(example).Select(one => one.Code).Where(code => code != example.Fault && !AtOnce.Contains((example.Fault!, code))));
    }

    [Theory]
    [MemberData(nameof(Sound))]
    public void Has_nothing_to_say_against_a_sound_one(string name) =>
        Assert.Equal([], Examine(AgreementCorpus.Sound.Single(one => one.Name == name)).Select(one => one.Code));

    [Fact]
    public void Is_tried_on_enough_of_each()
    {
        Assert.True(AgreementCorpus.Faulty.Count >= 60 && AgreementCorpus.Sound.Count >= 20);
        Assert.Equal(LawRules.All.Count(rule => rule.Id is LawRules.AgreementContent or LawRules.AgreementVoluntary or LawRules.AgreementFree or LawRules.AgreementCrime
                or LawRules.ConfirmNotAccepted or LawRules.ConfirmRefused or LawRules.SignPersonalStatus or LawRules.MediationSham or LawRules.Capacity or LawRules.Interest or LawRules.SocialInsurance),
            AgreementCorpus.Faulty.SelectMany(Examine).Select(one => one.Rule.Id).Distinct().Count());
    }

    /// <summary>Faults that never come alone.</summary>
    private static readonly HashSet<(string Fault, string With)> AtOnce = [
        ("signers-missing", "party-not-taking-part"), ("instalments-do-not-add-up", "total-differs"), ("amount-not-in-its-field", "place-missing"),
    ];

    private static IReadOnlyList<Finding> Examine(AgreementCorpus.Example example) => DraftCheck.Examine(example.Content, example.Roster, Today);
}
