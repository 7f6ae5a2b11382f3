using CsCheck;
using NonLitigation.Odr.Domain.Negotiation;
using static NonLitigation.Odr.Domain.Tests.Negotiation.ProposalBench;

namespace NonLitigation.Odr.Domain.Tests.Negotiation;

public sealed class BiddingBlind
{
    private static readonly DateTimeOffset Closes = Now.AddMinutes(10);

    private static Term Sum(Guid who) => Term.Of(who, Li, null, "支付拖欠的工资", new DateOnly(2026, 12, 1), "银行转账");

    private static BlindRound Bids(long? gap = null, params Term[] terms) =>
        BlindRound.Open(Joint, Mediator, new(BlindKind.Bids, terms.Length > 0 ? terms : [Sum(Zhou)], gap, Closes, Guid.NewGuid()), Now);

    /// <summary>What the database keeps while it is open.</summary>
    private static void Kept(BlindRound round) => round.Seal(Guid.NewGuid(), party => party.ToByteArray());

    private static BlindRound Suggestion() =>
        BlindRound.Open(Joint, Mediator, new(BlindKind.Suggestion, [Pays(Zhou, Li, 1_600), Pays(Wu, Li, 1_800)], null, Closes, Guid.NewGuid()), Now);

    private static BlindAnswer Yuan(long yuan, bool sharesGap = false) => new(yuan * 100, null, sharesGap);

    [Fact]
    public void Ends_half_way_where_offer_and_demand_overlap()
    {
        var round = Bids();
        round.Bid(ZhouSeat, Yuan(2_000), Now);
        round.Bid(LiSeat, Yuan(1_500), Now.AddMinutes(1));
        var deal = round.Close(caseEnded: false, Closes)!;
        Assert.Equal((BlindState.Deal, deal.Id), (round.State, round.ProposalId));
        Assert.Equal((ProposalState.Agreed, 175_000), (deal.State, Assert.Single(deal.Terms).AmountFen));
        Assert.True(deal.AcceptedBy(Zhou) && deal.AcceptedBy(Li));
    }

    [Fact]
    public void Ends_without_a_deal_and_forgets_what_was_said_where_they_do_not_meet()
    {
        var round = Bids();
        round.Bid(ZhouSeat, Yuan(1_499), Now);
        round.Bid(LiSeat, Yuan(1_500), Now);
        Assert.Null(round.Close(caseEnded: false, Closes));
        Assert.Equal(BlindState.NoDeal, round.State);
        Assert.Empty(round.Bids);
        Assert.Null(round.ProposalId);
    }

    [Fact]
    public void Keeps_a_place_for_everybody_asked_from_the_beginning_and_none_after_any_end()
    {
        foreach (var end in new Action<BlindRound>[] { r => r.Close(false, Closes), r => r.Close(true, Now), r => r.Cancel(Mediator.PersonId, Now), r => r.Lose(Now) })
        {
            var round = Bids(null, Sum(Zhou), Sum(Wu));
            Kept(round);
            Assert.Equal([Zhou, Li, Wu], round.Places.Select(place => place.PartyId));
            round.Bid(ZhouSeat, Yuan(5_000), Now);
            round.Bid(WuSeat, Yuan(1), Now);
            round.Bid(LiSeat, Yuan(4_000), Now);
            Kept(round);
            Assert.Equal(3, round.Places.Count);
            end(round);
            Assert.Empty(round.Places);
            Assert.Null(round.KeyId);
            Assert.Throws<InvalidOperationException>(() => Kept(round));
        }
    }

    [Fact]
    public void That_can_be_opened_no_more_ends_as_lost_and_reveals_nothing()
    {
        var round = Bids();
        round.Bid(ZhouSeat, Yuan(2_000), Now);
        round.Lose(Now);
        Assert.Equal((BlindState.Lost, (Guid?)null, 0), (round.State, round.ProposalId, round.Bids.Count));
        Assert.Equal("negotiation.blind-closed", Refusal(() => round.Bid(LiSeat, Yuan(1), Now)));
        Assert.Throws<InvalidOperationException>(() => round.Lose(Now));
    }

    [Fact]
    public void Ends_alike_where_one_has_said_nothing()
    {
        var round = Bids();
        round.Bid(ZhouSeat, Yuan(2_000), Now);
        Assert.Null(round.Close(caseEnded: false, Closes));
        Assert.Equal(BlindState.NoDeal, round.State);
        Assert.Empty(round.Bids);
    }

    [Theory]
    [InlineData(true, true, 1_450_00L)]
    [InlineData(true, false, null)]
    [InlineData(false, true, null)]
    public void Shares_a_gap_fixed_beforehand_only_when_everybody_opted_in(bool payer, bool receiver, long? fen)
    {
        var round = Bids(gap: 100_00);
        round.Bid(ZhouSeat, Yuan(1_400, payer), Now);
        round.Bid(LiSeat, Yuan(1_500, receiver), Now);
        Assert.Equal(fen, round.Close(caseEnded: false, Closes)?.Terms[0].AmountFen);
    }

    [Fact]
    public void Shares_no_gap_larger_than_that()
    {
        var round = Bids(gap: 99_99);
        round.Bid(ZhouSeat, Yuan(1_400, sharesGap: true), Now);
        round.Bid(LiSeat, Yuan(1_500, sharesGap: true), Now);
        Assert.Null(round.Close(caseEnded: false, Closes));
    }

    [Fact]
    public void Adds_what_several_pay_and_takes_from_each_in_proportion()
    {
        var round = Bids(null, Sum(Zhou), Sum(Wu));
        round.Bid(ZhouSeat, Yuan(1_000), Now);
        round.Bid(WuSeat, Yuan(3_000), Now);
        round.Bid(LiSeat, Yuan(3_400), Now);
        Assert.Equal([925_00, 2_775_00], round.Close(caseEnded: false, Closes)!.Terms.Select(t => t.AmountFen!.Value));
    }

    [Fact]
    public void On_a_suggestion_needs_every_yes()
    {
        foreach (var wu in new bool?[] { true, false, null })
        {
            var round = Suggestion();
            round.Bid(LiSeat, new(null, true, false), Now);
            round.Bid(ZhouSeat, new(null, true, false), Now);
            if (wu is { } says) round.Bid(WuSeat, new(null, says, false), Now);
            Assert.Equal(wu == true, round.Close(caseEnded: false, Closes) is not null);
            Assert.Equal(wu == true ? 3 : 0, round.Bids.Count);
        }
    }

    [Fact]
    public void Can_be_said_again_and_taken_back_until_it_closes_and_not_after()
    {
        var round = Bids();
        round.Bid(ZhouSeat, Yuan(1_000), Now);
        round.Bid(ZhouSeat, Yuan(1_700), Now);
        Assert.Equal(1_700_00, Assert.Single(round.Bids).AmountFen);
        round.TakeBack(ZhouSeat, Now);
        Assert.Empty(round.Bids);
        round.Bid(ZhouSeat, Yuan(1_700), Closes.AddTicks(-1));
        Assert.Equal("negotiation.blind-closed", Refusal(() => round.Bid(ZhouSeat, Yuan(1_800), Closes)));
        Assert.Equal("negotiation.blind-closed", Refusal(() => round.TakeBack(ZhouSeat, Closes)));
    }

    [Fact]
    public void Is_never_compared_before_its_time_nor_once_the_case_has_ended()
    {
        var round = Bids();
        round.Bid(ZhouSeat, Yuan(2_000), Now);
        round.Bid(LiSeat, Yuan(1_500), Now);
        Assert.Throws<InvalidOperationException>(() => round.Close(caseEnded: false, Closes.AddTicks(-1)));
        Assert.Null(round.Close(caseEnded: true, Now));
        Assert.Equal(BlindState.Cancelled, round.State);
        Assert.Empty(round.Bids);
        Assert.Throws<InvalidOperationException>(() => round.Close(caseEnded: false, Closes));
    }

    [Fact]
    public void Is_for_those_who_are_asked_opened_and_cancelled_by_the_mediator()
    {
        var round = Bids();
        Assert.Equal("negotiation.blind-not-asked", Refusal(() => round.Bid(WuSeat, Yuan(1), Now)));
        Assert.Equal("negotiation.blind-not-asked", Refusal(() => round.Bid(Mediator, Yuan(1), Now)));
        Assert.Equal("negotiation.blind-not-yours", Refusal(() => round.Cancel(LiSeat.PersonId, Now)));
        Assert.Equal("negotiation.blind-not-yours", Refusal(() => BlindRound.Open(Joint, LiSeat, new(BlindKind.Bids, [Sum(Zhou)], null, Closes, Guid.NewGuid()), Now)));
        Assert.Equal("negotiation.not-in-this-room", Refusal(() => BlindRound.Open(ZhousCaucus, Mediator, new(BlindKind.Bids, [Sum(Zhou)], null, Closes, Guid.NewGuid()), Now)));
        round.Bid(ZhouSeat, Yuan(2_000), Now);
        round.Cancel(Mediator.PersonId, Now);
        Assert.Empty(round.Bids);
    }

    [Fact]
    public void Says_what_is_wrong_with_a_round_or_an_answer()
    {
        Assert.Equal("negotiation.blind-one-receiver", Refusal(() => Bids(null, Pays(Zhou, Li, 1))));
        Assert.Equal("negotiation.blind-one-receiver", Refusal(() => Bids(null, Sum(Zhou), Term.Of(Wu, Zhou, null, "运费", null, null))));
        Assert.Equal("negotiation.blind-one-receiver", Refusal(() => Bids(null, Sum(Zhou), Sum(Zhou))));
        Assert.Equal("negotiation.amount-not-positive", Refusal(() => Bids(gap: 0)));
        Assert.Equal("negotiation.blind-needs-amount", Refusal(() => Bids().Bid(ZhouSeat, Yuan(0), Now)));
        Assert.Equal("negotiation.blind-needs-amount", Refusal(() => Bids().Bid(ZhouSeat, new(null, true, false), Now)));
        Assert.Equal("negotiation.blind-needs-yes-or-no", Refusal(() => Suggestion().Bid(ZhouSeat, Yuan(1), Now)));
        Assert.Equal("negotiation.blind-no-gap", Refusal(() => Bids().Bid(ZhouSeat, Yuan(1, sharesGap: true), Now)));
    }

    [Fact]
    public void Never_costs_anybody_more_than_he_offered_nor_gives_less_than_was_asked_where_they_overlap() => (
        from offers in Gen.Long[1, 999_999_999_999_999].Array[1, 20]
        from least in Gen.Long[1, 999_999_999_999_999]
        select (offers, least)).Sample(one =>
    {
        var shares = BlindDeal.Of(one.offers, one.least, null);
        var offered = one.offers.Sum();
        if (offered < one.least || shares is null) return offered < one.least && shares is null;
        return shares.Zip(one.offers).All(pair => pair.First <= pair.Second && pair.First >= 0) && shares.Sum() >= one.least && shares.Sum() - (one.least + (offered - one.least) / 2) is 0 or 1;
    }, iter: 20_000);

    [Fact]
    public void Shares_every_gap_that_is_small_enough_evenly() => (
        from offers in Gen.Long[1, 1_000_000].Array[1, 5]
        from gap in Gen.Long[1, 1_000_000]
        from limit in Gen.Long[1, 1_000_000]
        select (offers, gap, limit)).Sample(one =>
    {
        var shares = BlindDeal.Of(one.offers, one.offers.Sum() + one.gap, one.limit);
        return one.gap > one.limit ? shares is null : shares is not null && shares.Sum() == one.offers.Sum() + one.gap / 2;
    }, iter: 20_000);
}
