using NonLitigation.Odr.Domain.Negotiation;
using static NonLitigation.Odr.Domain.Tests.Negotiation.ProposalBench;

namespace NonLitigation.Odr.Domain.Tests.Negotiation;

public sealed class Proposing
{
    private static string Refused(ProposalDraft draft, Negotiator? by = null, ProposalRoom? room = null) =>
        Refusal(() => Proposal.Propose(room ?? Joint, by ?? Mediator, draft, Now));

    [Fact]
    public void Needs_terms_and_somebody_to_ask()
    {
        Assert.Equal("negotiation.no-terms", Refused(Draft([Li])));
        Assert.Equal("negotiation.put-to-nobody", Refused(Draft([], Pays(Zhou, Li, 1))));
        Assert.Equal("negotiation.put-to-oneself", Refused(Draft([Li, Zhou], Pays(Zhou, Li, 1)), LiSeat));
        Assert.Equal("negotiation.terms-over-limit", Refused(Draft([Li, Zhou], [.. Enumerable.Repeat(Pays(Zhou, Li, 1), 21)])));
    }

    [Fact]
    public void Asks_everybody_whom_the_terms_bind() =>
        Assert.Equal("negotiation.bound-but-not-asked", Refused(Draft([Zhou], Pays(Zhou, Li, 1_600))));

    [Fact]
    public void Names_only_people_who_take_part()
    {
        Assert.Equal("negotiation.unknown-party", Refused(Draft([Li], Pays(Guid.NewGuid(), Li, 1))));
        Assert.Equal("negotiation.not-in-this-room", Refused(Draft([Li], Pays(Zhou, Li, 1)), room: ZhousCaucus));
    }

    [Fact]
    public void Is_valid_into_the_future_and_not_for_ever()
    {
        var draft = Draft([Li, Zhou], Pays(Zhou, Li, 1));
        Assert.Equal("negotiation.validity-past", Refused(draft with { ValidUntil = Now }));
        Assert.Equal("negotiation.validity-too-long", Refused(draft with { ValidUntil = Now.AddDays(91) }));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1_000_000_000_000_000)]
    public void Takes_no_amount_that_cannot_be_paid(long fen) =>
        Assert.Equal("negotiation.amount-not-positive", Refusal(() => Term.Of(Zhou, Li, fen, "支付", null, null)));

    [Fact]
    public void Takes_no_term_that_says_nothing_or_too_much()
    {
        Assert.Equal("negotiation.term-says-nothing", Refusal(() => Term.Of(Zhou, Li, null, "  ", null, null)));
        Assert.Equal("negotiation.term-owed-to-oneself", Refusal(() => Term.Of(Li, Li, 1, "支付", null, null)));
        Assert.Equal("shared.text-too-long", Refusal(() => Term.Of(Zhou, Li, 1, new string('长', 1_001), null, null)));
    }

    [Fact]
    public void By_a_party_in_his_caucus_goes_to_the_mediator_alone()
    {
        var proposal = Proposal.Propose(ZhousCaucus, ZhouSeat, Draft([], Pays(Zhou, Li, 1_500)), Now);
        Assert.True(proposal.SoundingOut);
        Assert.Empty(proposal.To);
    }
}
