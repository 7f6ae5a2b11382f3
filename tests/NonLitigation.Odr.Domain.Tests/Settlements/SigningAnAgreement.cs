using NonLitigation.Odr.Domain.Settlements;
using NonLitigation.Odr.Domain.Shared;
using static NonLitigation.Odr.Domain.Tests.Settlements.SigningBench;

namespace NonLitigation.Odr.Domain.Tests.Settlements;

public sealed class SigningAnAgreement
{
    [Fact]
    public void Takes_effect_with_the_seal_once_every_party_and_the_mediator_have_signed()
    {
        var agreement = Frozen();
        agreement.Sign(Li);
        agreement.SignAsMediator();
        agreement.Sign(Zhou);
        Assert.Equal("settlements.not-all-signed", Refusal(() => agreement.Seal(Code, Now)));
        agreement.Sign(Wu, Now.AddHours(2));
        Assert.Equal(AgreementState.Frozen, agreement.State);
        var outcome = agreement.Seal(Code, Now.AddHours(2).AddSeconds(1));
        Assert.Equal(AgreementState.Effective, agreement.State);
        Assert.Equal(Now.AddHours(2).AddSeconds(1), agreement.EffectiveAt);
        Assert.Equal((agreement.Round!.Hash, agreement.EffectiveAt, OutcomeState.Preparing), (outcome.FrozenHash, outcome.EffectiveAt, outcome.State));
        Assert.Equal("settlements.already-effective", Refusal(() => agreement.Reopen("改一下", Now)));
    }

    [Fact]
    public void Never_takes_effect_before_its_last_signature_even_on_a_slow_clock()
    {
        var agreement = Frozen();
        agreement.SignAsMediator();
        agreement.Sign(Li);
        agreement.Sign(Zhou);
        agreement.Sign(Wu, Now.AddSeconds(30));
        agreement.Seal(Code, Now);
        Assert.Equal(Now.AddSeconds(30), agreement.EffectiveAt);
    }

    [Fact]
    public void Is_refused_for_bytes_that_are_not_the_frozen_ones()
    {
        var agreement = Frozen();
        var other = Digest.Of("another text"u8).ToString();
        Assert.Equal("settlements.text-conflict", Refusal(() => agreement.Sign(Li.PersonId, other, Li.Name, Proof, Now)));
        Assert.Equal("settlements.text-conflict", Refusal(() => agreement.Sign(Li.PersonId, agreement.Round!.Hash.ToUpperInvariant(), Li.Name, Proof, Now)));
        Assert.Equal("settlements.text-conflict", Refusal(() => agreement.Decline(Li.PersonId, other, "不同意", Now)));
    }

    [Fact]
    public void Needs_the_signers_own_name()
    {
        var agreement = Frozen();
        var hash = agreement.Round!.Hash;
        Assert.Equal("settlements.name-differs", Refusal(() => agreement.Sign(Li.PersonId, hash, "李海", Proof, Now)));
        Assert.Equal("settlements.name-differs", Refusal(() => agreement.Sign(Li.PersonId, hash, Zhou.Name, Proof, Now)));
        agreement.Sign(Li.PersonId, hash, " 李海生 ", Proof, Now);
        Assert.True(agreement.Round.Signatures[0].HasSigned);
    }

    [Fact]
    public void Is_refused_to_strangers_and_a_second_time()
    {
        var agreement = Frozen();
        agreement.Sign(Li);
        Assert.Equal("settlements.not-a-signer", Refusal(() => agreement.Sign(Natural("路人"))));
        Assert.Equal("settlements.already-signed", Refusal(() => agreement.Sign(Li)));
        Assert.Equal("settlements.already-signed", Refusal(() => agreement.Decline(Li.PersonId, agreement.Round!.Hash, "反悔", Now)));
    }

    [Fact]
    public void By_a_representative_is_recorded_for_the_organisation()
    {
        SigningParty company = new(Guid.NewGuid(), Guid.NewGuid(), "海鲲供应链有限公司", "陈明", "海鲲供应链有限公司");
        var agreement = Drafted(AgreementContent.Of("事实", [], [Pays(company, Li, 100)]));
        agreement.Freeze(1, Roster with { Parties = [Li, company] }, Heading with { Parties = [.. new[] { Li, company }.Select(p => new AgreementParty(p.PartyId, "Respondent", p.Name, null, null, p.For is null ? null : p.SignsAs))] }, Today, Now);
        Assert.Equal("settlements.name-differs", Refusal(() => agreement.Sign(company.PersonId, agreement.Round!.Hash, company.Name, Proof, Now)));
        agreement.Sign(company);
        var seat = agreement.Round!.Signatures.Single(s => s.PartyId == company.PartyId);
        Assert.Equal(("陈明", "海鲲供应链有限公司", "陈明"), (seat.Name, seat.For, seat.TypedName));
    }

    [Fact]
    public void Is_over_when_one_declines_until_the_mediator_reopens()
    {
        var agreement = Frozen();
        agreement.Sign(Li);
        Assert.Equal("settlements.reason-missing", Refusal(() => agreement.Decline(Zhou.PersonId, agreement.Round!.Hash, " ", Now)));
        agreement.Decline(Zhou.PersonId, agreement.Round!.Hash, "金额不对", Now);
        Assert.Equal(AgreementState.Declined, agreement.State);
        Assert.Equal("settlements.already-declined", Refusal(() => agreement.Sign(Wu)));
        agreement.Reopen("改金额", Now);
        Assert.Equal((AgreementState.Draft, null), (agreement.State, agreement.Round));
    }

    [Fact]
    public void Counts_for_nothing_once_the_text_was_reopened_even_if_the_words_stay_the_same()
    {
        var agreement = Frozen();
        var earlier = agreement.Round!.Hash;
        agreement.Sign(Li);
        agreement.Reopen("再看一遍", Now);
        agreement.Freeze(agreement.Version, Roster, Heading, Today, Now);
        Assert.NotEqual(earlier, agreement.Round!.Hash);
        Assert.DoesNotContain(agreement.Round.Signatures, s => s.HasSigned);
        Assert.Equal("settlements.text-conflict", Refusal(() => agreement.Sign(Li.PersonId, earlier, Li.Name, Proof, Now)));
    }
}
