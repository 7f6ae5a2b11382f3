using NonLitigation.Odr.Domain.Negotiation;
using static NonLitigation.Odr.Domain.Tests.Negotiation.ProposalBench;

namespace NonLitigation.Odr.Domain.Tests.Negotiation;

public sealed class AnsweringAProposal
{
    [Fact]
    public void Is_agreed_only_when_everybody_it_binds_accepted()
    {
        var proposal = BothSums();
        proposal.Accept(ZhouSeat, Guid.NewGuid(), Now);
        proposal.Accept(WuSeat, Guid.NewGuid(), Now);
        Assert.Equal(ProposalState.Open, proposal.State);
        proposal.Accept(LiSeat, Guid.NewGuid(), Now);
        Assert.Equal(ProposalState.Agreed, proposal.State);
    }

    [Fact]
    public void Counts_a_bound_proposer_as_accepting()
    {
        var proposal = Proposal.Propose(Joint, LiSeat, Draft([Zhou], Pays(Zhou, Li, 1_600)), Now);
        proposal.Accept(ZhouSeat, Guid.NewGuid(), Now);
        Assert.Equal(ProposalState.Agreed, proposal.State);
    }

    [Fact]
    public void Is_not_counted_from_a_party_who_is_not_bound()
    {
        var proposal = Proposal.Propose(Joint, Mediator, Draft([Li, Zhou, Wu], Pays(Zhou, Li, 1_600)), Now);
        Assert.Equal("negotiation.not-bound", Refusal(() => proposal.Accept(WuSeat, Guid.NewGuid(), Now)));
        Assert.Equal("negotiation.own-proposal", Refusal(() => proposal.Accept(Mediator, Guid.NewGuid(), Now)));
    }

    [Fact]
    public void Ends_it_when_one_bound_party_declines_even_after_accepting()
    {
        var proposal = BothSums();
        proposal.Accept(ZhouSeat, Guid.NewGuid(), Now);
        proposal.Decline(ZhouSeat, " 想再考虑 ", Guid.NewGuid(), Now);
        Assert.Equal(ProposalState.Declined, proposal.State);
        Assert.Equal("想再考虑", Assert.Single(proposal.Answers).Reason);
        Assert.Equal("negotiation.already-ended", Refusal(() => proposal.Accept(WuSeat, Guid.NewGuid(), Now)));
    }

    [Fact]
    public void Is_refused_twice_over()
    {
        var proposal = BothSums();
        proposal.Accept(ZhouSeat, Guid.NewGuid(), Now);
        Assert.Equal("negotiation.already-answered", Refusal(() => proposal.Accept(ZhouSeat, Guid.NewGuid(), Now)));
    }

    [Fact]
    public void Is_refused_from_the_moment_its_validity_ends()
    {
        var draft = Draft([Zhou], Pays(Zhou, Li, 1_600)) with { ValidUntil = Now.AddHours(1) };
        var proposal = Proposal.Propose(Joint, LiSeat, draft, Now);
        Assert.True(proposal.MayAnswer(Zhou, Now.AddHours(1).AddTicks(-1)));
        Assert.False(proposal.MayAnswer(Zhou, Now.AddHours(1)));
        Assert.Equal(ProposalState.Expired, proposal.StateAt(Now.AddHours(1)));
        Assert.Equal("negotiation.expired", Refusal(() => proposal.Accept(ZhouSeat, Guid.NewGuid(), Now.AddHours(1))));
    }

    [Fact]
    public void By_countering_ends_it_and_links_the_new_one()
    {
        var first = BothSums();
        var second = first.Counter(Joint, ZhouSeat, Draft([Li], Pays(Zhou, Li, 1_500)), Now);
        Assert.Equal(ProposalState.Countered, first.State);
        Assert.Equal(first.Id, second.CounterTo);
        second.Accept(LiSeat, Guid.NewGuid(), Now);
        Assert.Equal(ProposalState.Agreed, second.State);
        Assert.Equal("negotiation.other-room", Refusal(() => BothSums().Counter(ZhousCaucus, ZhouSeat, Draft([], Pays(Zhou, Li, 1)), Now)));
    }

    [Fact]
    public void Is_refused_after_withdrawal_which_only_the_author_can_do()
    {
        var proposal = BothSums();
        Assert.Equal("negotiation.not-yours", Refusal(() => proposal.Withdraw(LiSeat.PersonId, Now)));
        proposal.Withdraw(Mediator.PersonId, Now);
        Assert.Equal("negotiation.already-withdrawn", Refusal(() => proposal.Accept(ZhouSeat, Guid.NewGuid(), Now)));
    }

    [Fact]
    public void In_a_caucus_is_noted_but_never_becomes_agreed_for_those_outside()
    {
        var sounding = Proposal.Propose(ZhousCaucus, Mediator, Draft([Zhou], Pays(Zhou, Li, 1_600)), Now);
        Assert.True(sounding.SoundingOut);
        sounding.Accept(ZhouSeat, Guid.NewGuid(), Now);
        Assert.Equal(ProposalState.Open, sounding.State);
        Assert.True(sounding.AcceptedBy(Zhou));
        Assert.Equal("negotiation.not-bound", Refusal(() => sounding.Accept(LiSeat, Guid.NewGuid(), Now)));
        Assert.Equal(ProposalState.Open, sounding.State);
    }
}
