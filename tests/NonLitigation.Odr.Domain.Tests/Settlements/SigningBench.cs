using NonLitigation.Odr.Domain.Settlements;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Tests.Settlements;

/// <summary>The deckhand's agreement with two boat owners: 1,600 and 1,800 yuan.</summary>
internal static class SigningBench
{
    public static readonly DateTimeOffset Now = new(2026, 11, 24, 9, 0, 0, TimeSpan.FromHours(8));
    public static readonly DateOnly Today = new(2026, 11, 24), Due = new(2026, 12, 1);
    public static readonly SigningParty Li = Natural("李海生"), Zhou = Natural("周永顺"), Wu = Natural("吴建国");
    public static readonly SigningMediator Mediator = new(Guid.NewGuid(), "王正");
    public static readonly SigningSeal Seal = new(Guid.NewGuid(), "连云港市总工会非诉服务分中心");
    public static readonly SigningRoster Roster = new([Li, Zhou, Wu], Mediator, Seal);
    public static readonly AgreementHeading Heading = new("连非诉〔2026〕000123号", Seal.OrganisationName, Mediator.Name,
        [.. Roster.Parties.Select((p, i) => new AgreementParty(p.PartyId, i == 0 ? "Applicant" : "Respondent", p.Name, null, null, null))]);
    public static readonly SigningProof Proof = new("one-time-code", null, null);
    public static readonly VerificationCode Code = VerificationCode.From([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);

    public static SigningParty Natural(string name) => new(Guid.NewGuid(), Guid.NewGuid(), name, name, null);

    public static Obligation Pays(SigningParty who, SigningParty whom, long yuan) => new(who.PartyId, whom.PartyId, yuan * 100, "工资", "银行转账", Due);

    public static AgreementContent BothSums(string facts = "2025年7月至9月在船上工作，工资未付。") =>
        AgreementContent.Of(facts, [new("各方再无其他争议。")], [Pays(Zhou, Li, 1_600), Pays(Wu, Li, 1_800)]);

    public static Agreement Drafted(AgreementContent? content = null)
    {
        var agreement = Agreement.Begin(Guid.NewGuid(), Now);
        agreement.Revise(0, content ?? BothSums(), Now);
        return agreement;
    }

    public static Agreement Frozen()
    {
        var agreement = Drafted();
        agreement.Freeze(1, Roster, Heading, Today, Now);
        return agreement;
    }

    public static void Sign(this Agreement agreement, SigningParty party, DateTimeOffset? at = null) =>
        agreement.Sign(party.PersonId, agreement.Round!.Hash, party.SignsAs, Proof, at ?? Now);

    public static void SignAsMediator(this Agreement agreement) => agreement.Sign(Mediator.PersonId, agreement.Round!.Hash, Mediator.Name, Proof, Now);

    public static string Refusal(Action act) => Assert.Throws<RefusalException>(act).Code;
}
