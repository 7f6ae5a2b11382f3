using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Contracts.Negotiation;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Domain.Negotiation;
using NonLitigation.Odr.Server.Tests.Rooms;
using static NonLitigation.Odr.Server.Tests.Negotiation.ProposalWire;
using BlindKind = NonLitigation.Odr.Contracts.Negotiation.BlindKind;
using BlindState = NonLitigation.Odr.Contracts.Negotiation.BlindState;
using ProposalState = NonLitigation.Odr.Contracts.Negotiation.ProposalState;

namespace NonLitigation.Odr.Server.Tests.Negotiation;

public abstract class BiddingInSecret(RoomCluster cluster)
{
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(2);

    private Task<RoomStage> StageAsync() => RoomStage.OpenAsync(cluster.Cluster);

    private static OpenBlindRoundRequest Round(RoomStage stage, TimeSpan open, long? gapYuan = null) =>
        BlindWire.Bids(stage.Id, stage.Room.RespondentParty, stage.Room.ApplicantParty, open, gapYuan);

    [Fact]
    public async Task Becomes_an_agreed_proposal_when_its_time_comes_and_the_sides_overlap()
    {
        await using var stage = await StageAsync();
        var round = await stage.Mediator.OpenBlindAsync(Round(stage, Short));
        await stage.Respondent.BidAsync(round.Id, 200_000);
        await stage.Applicant.BidAsync(round.Id, 150_000);
        var closed = await stage.Applicant.ClosedAsync(round);
        Assert.Equal(BlindState.Deal, closed.State);
        var deal = Assert.Single(await stage.Respondent.ProposalsAsync(stage.Id));
        Assert.Equal((closed.ProposalId!.Value, ProposalState.Agreed, 175_000L), (deal.Id, deal.State, Assert.Single(deal.Terms).AmountFen!.Value));
        await stage.Applicant.UntilAsync(p => p.Posted.Any(e => Type(e) == "blind-closed"));
        var entry = stage.Applicant.Posted.Single(e => Type(e) == "blind-closed");
        Assert.Equal(deal.Id, entry.Body.GetProperty("proposalId").GetGuid());
        Assert.Equal([150_000, 200_000], entry.Body.GetProperty("answers").EnumerateArray().Select(a => a.GetProperty("amountFen").GetInt64()).Order());
        Assert.Contains(stage.Applicant.Posted, e => Type(e) == "proposed" && e.Sequence == deal.Sequence);
    }

    [Fact]
    public async Task Leaves_nothing_behind_when_they_do_not_meet()
    {
        await using var stage = await StageAsync();
        var round = await stage.Mediator.OpenBlindAsync(Round(stage, Short));
        await stage.Respondent.BidAsync(round.Id, 149_999);
        Assert.Equal(150_000, (await stage.Applicant.BidAsync(round.Id, 150_000)).Mine!.AmountFen);
        var closed = await stage.Applicant.ClosedAsync(round);
        Assert.Equal((BlindState.NoDeal, (Guid?)null, (BlindBidView?)null), (closed.State, closed.ProposalId, closed.Mine));
        Assert.Empty(await stage.Mediator.ProposalsAsync(stage.Id));
        Assert.Empty(await cluster.Cluster.WithDbAsync(db => db.Set<BlindRound>().AsNoTracking().Where(r => r.Id == round.Id).SelectMany(r => r.Places).ToListAsync()));
        await stage.Mediator.UntilAsync(p => p.Posted.Any(e => Type(e) == "blind-closed"));
        var entry = stage.Mediator.Posted.Single(e => Type(e) == "blind-closed");
        Assert.Equal(("NoDeal", System.Text.Json.JsonValueKind.Null), (entry.Body.GetProperty("state").GetString(), entry.Body.GetProperty("answers").ValueKind));
    }

    [Fact]
    public async Task Shares_a_gap_only_when_both_said_so()
    {
        await using var stage = await StageAsync();
        var (one, both) = (await stage.Mediator.OpenBlindAsync(Round(stage, Short, gapYuan: 100)), await stage.Mediator.OpenBlindAsync(Round(stage, Short, gapYuan: 100)));
        foreach (var round in new[] { one, both })
        {
            await stage.Respondent.BidAsync(round.Id, 140_000, sharesGap: true);
            await stage.Applicant.BidAsync(round.Id, 150_000, sharesGap: round == both);
        }
        Assert.Equal(BlindState.NoDeal, (await stage.Applicant.ClosedAsync(one)).State);
        Assert.Equal(BlindState.Deal, (await stage.Applicant.ClosedAsync(both)).State);
        Assert.Equal(145_000, Assert.Single(Assert.Single(await stage.Applicant.ProposalsAsync(stage.Id)).Terms).AmountFen);
    }

    [Fact]
    public async Task On_a_suggestion_is_a_deal_only_when_everybody_says_yes()
    {
        await using var stage = await StageAsync();
        var pays = Pays(stage.Room.RespondentParty, stage.Room.ApplicantParty, 1_600);
        async Task<BlindState> SaidAsync(bool? respondent)
        {
            var round = await stage.Mediator.OpenBlindAsync(new(stage.Id, Guid.CreateVersion7(), BlindKind.Suggestion, [pays], null, DateTimeOffset.UtcNow + Short));
            await stage.Applicant.SayAsync(round.Id, true);
            if (respondent is { } says) await stage.Respondent.SayAsync(round.Id, says);
            return (await stage.Applicant.ClosedAsync(round)).State;
        }
        Assert.Equal([BlindState.Deal, BlindState.NoDeal, BlindState.NoDeal], await Task.WhenAll(SaidAsync(true), SaidAsync(false), SaidAsync(null)));
    }

    [Fact]
    public async Task Can_be_changed_and_taken_back_and_is_seen_by_its_author_alone()
    {
        await using var stage = await StageAsync();
        var round = await stage.Mediator.OpenBlindAsync(Round(stage, TimeSpan.FromMinutes(5)));
        await stage.Respondent.BidAsync(round.Id, 100_000);
        Assert.Equal("壹仟贰佰元整", (await stage.Respondent.BidAsync(round.Id, 120_000)).Mine!.AmountCapitals);
        foreach (var other in new[] { stage.Applicant, stage.Mediator }) Assert.Null(Assert.Single(await other.BlindRoundsAsync(stage.Id)).Mine);
        Assert.Null((await stage.Respondent.TakeBackAsync(round.Id)).Mine);
        Assert.Equal("negotiation.blind-not-asked", await RefusedAsync(() => stage.Mediator.BidAsync(round.Id, 1)));
        Assert.Equal("negotiation.blind-not-yours", await RefusedAsync(() => stage.Applicant.CancelAsync(round.Id)));
        Assert.Equal(BlindState.Cancelled, (await stage.Mediator.CancelAsync(round.Id)).State);
        Assert.Equal("negotiation.blind-closed", await RefusedAsync(() => stage.Respondent.BidAsync(round.Id, 1)));
    }

    [Fact]
    public async Task Opened_again_with_the_same_id_is_the_same_round()
    {
        await using var stage = await StageAsync();
        var request = Round(stage, TimeSpan.FromMinutes(5));
        var answers = await Task.WhenAll(stage.Mediator.OpenBlindAsync(request), stage.Mediator.OpenBlindAsync(request));
        Assert.Single(answers.Select(a => (a.Id, a.Sequence)).Distinct());
        Assert.Equal("negotiation.id-reused", await RefusedAsync(() => stage.Mediator.OpenBlindAsync(request with { GapFen = 5 })));
        Assert.Equal("negotiation.blind-not-yours", await RefusedAsync(() => stage.Applicant.OpenBlindAsync(Round(stage, TimeSpan.FromMinutes(5)))));
    }

    private static string? Type(EntryView entry) => entry.Body.TryGetProperty("type", out var type) ? type.GetString() : null;
}

public sealed class BiddingInSecretOnOneNode(OneNode cluster) : BiddingInSecret(cluster), IClassFixture<OneNode>;

public sealed class BiddingInSecretOnTwoNodes(TwoNodes cluster) : BiddingInSecret(cluster), IClassFixture<TwoNodes>;
