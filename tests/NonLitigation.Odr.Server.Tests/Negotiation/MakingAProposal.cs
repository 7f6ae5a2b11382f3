using NonLitigation.Odr.Contracts.Negotiation;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Server.Tests.Rooms;
using static NonLitigation.Odr.Server.Tests.Negotiation.ProposalWire;

namespace NonLitigation.Odr.Server.Tests.Negotiation;

public abstract class MakingAProposal(RoomCluster cluster)
{
    private Task<RoomStage> StageAsync() => RoomStage.OpenAsync(cluster.Cluster);

    private static ProposeRequest Sum(RoomStage stage, long yuan = 1_600) =>
        Request(stage.Id, [stage.Room.ApplicantParty, stage.Room.RespondentParty], Pays(stage.Room.RespondentParty, stage.Room.ApplicantParty, yuan));

    [Fact]
    public async Task Shows_everybody_a_card_and_is_agreed_when_all_it_binds_accept()
    {
        await using var stage = await StageAsync();
        var proposal = await stage.Mediator.ProposeAsync(Sum(stage));
        await stage.Respondent.UntilAsync(p => p.Has(proposal.Sequence));
        var entry = stage.Respondent.Posted.Single(e => e.Sequence == proposal.Sequence);
        Assert.Equal((EntryKind.Proposal, "proposed", 160_000), (entry.Kind, entry.Body.GetProperty("type").GetString(), entry.Body.GetProperty("terms")[0].GetProperty("amountFen").GetInt64()));
        Assert.Equal("壹仟陆佰元整", Assert.Single(proposal.Terms).AmountCapitals);
        Assert.Equal(ProposalState.Open, (await stage.Respondent.AnswerAsync(proposal.Id, ProposalAnswer.Accept)).State);
        Assert.Equal(ProposalState.Agreed, (await stage.Applicant.AnswerAsync(proposal.Id, ProposalAnswer.Accept)).State);
        await stage.Mediator.UntilAsync(p => p.Posted.Any(e => e.Kind == EntryKind.Proposal && e.Body.TryGetProperty("state", out var state) && state.GetString() == "Agreed"));
        Assert.Equal(ProposalState.Agreed, Assert.Single(await stage.Mediator.ProposalsAsync(stage.Id)).State);
    }

    [Fact]
    public async Task Again_with_the_same_id_gives_the_first_answer_even_when_both_come_at_once()
    {
        await using var stage = await StageAsync();
        var request = Sum(stage);
        var answers = await Task.WhenAll(stage.Mediator.ProposeAsync(request), stage.Mediator.ProposeAsync(request), stage.Mediator.ProposeAsync(request));
        Assert.Single(answers.Select(a => (a.Id, a.Sequence)).Distinct());
        Assert.Equal("negotiation.id-reused", await RefusedAsync(() => stage.Mediator.ProposeAsync(Sum(stage, 99) with { ClientMessageId = request.ClientMessageId })));
        var (first, id) = (answers[0].Id, Guid.CreateVersion7());
        await stage.Respondent.AnswerAsync(first, ProposalAnswer.Accept, id: id);
        await stage.Respondent.AnswerAsync(first, ProposalAnswer.Accept, id: id);
        Assert.Equal("negotiation.id-reused", await RefusedAsync(() => stage.Respondent.AnswerAsync(first, ProposalAnswer.Decline, id: id)));
        Assert.Equal("negotiation.already-answered", await RefusedAsync(() => stage.Respondent.AnswerAsync(first, ProposalAnswer.Accept)));
        var declined = await stage.Respondent.AnswerAsync(first, ProposalAnswer.Decline, "想再考虑");
        Assert.Equal((ProposalState.Declined, ProposalAnswer.Decline, "想再考虑"), (declined.State, Assert.Single(declined.Answers).Answer, declined.Answers[0].Reason));

    }

    [Fact]
    public async Task By_a_party_can_be_countered_with_other_terms_in_one_step()
    {
        await using var stage = await StageAsync();
        var first = await stage.Applicant.ProposeAsync(Request(stage.Id, [stage.Room.RespondentParty], Pays(stage.Room.RespondentParty, stage.Room.ApplicantParty, 2_000)));
        Assert.Equal("negotiation.counter-needs-terms", await RefusedAsync(() => stage.Respondent.AnswerAsync(first.Id, ProposalAnswer.Counter)));
        var counter = await stage.Respondent.ProposeAsync(
            Request(stage.Id, [stage.Room.ApplicantParty], Pays(stage.Room.RespondentParty, stage.Room.ApplicantParty, 1_600)) with { CounterTo = first.Id });
        var list = await stage.Applicant.ProposalsAsync(stage.Id);
        Assert.Equal([(first.Id, ProposalState.Countered, (Guid?)null), (counter.Id, ProposalState.Open, first.Id)], list.Select(p => (p.Id, p.State, p.CounterTo)));
        // Read as what it changes, by both sides and at once.
        foreach (var one in new[] { counter, list[1], (await stage.Applicant.ProposalsAsync(stage.Id))[1] })
        {
            var change = Assert.Single(one.Changes!);
            Assert.Equal((Contracts.Shared.ChangeKind.Changed, first.Terms[0].AmountFen, 160_000, 160_000 - first.Terms[0].AmountFen), (change.Kind, change.Was!.AmountFen, change.Is!.AmountFen!.Value, change.AmountByFen));
        }
        Assert.Null(first.Changes);
        Assert.Equal([false, true], list.Select(p => p.MayAnswer));
        Assert.Equal(ProposalState.Agreed, (await stage.Applicant.AnswerAsync(counter.Id, ProposalAnswer.Accept)).State);
        Assert.Equal("negotiation.already-ended", await RefusedAsync(() => stage.Respondent.AnswerAsync(first.Id, ProposalAnswer.Accept)));
    }

    [Fact]
    public async Task Ends_in_exactly_one_way_when_answers_and_withdrawal_race()
    {
        await using var stage = await StageAsync();
        for (var i = 0; i < 8; i++)
        {
            var proposal = await stage.Applicant.ProposeAsync(Request(stage.Id, [stage.Room.RespondentParty], Pays(stage.Room.RespondentParty, stage.Room.ApplicantParty, 1_000 + i)));
            var outcomes = await Task.WhenAll(
                Succeeds(() => stage.Respondent.AnswerAsync(proposal.Id, ProposalAnswer.Accept)),
                Succeeds(() => stage.Applicant.WithdrawAsync(proposal.Id)),
                Succeeds(() => stage.Respondent.AnswerAsync(proposal.Id, ProposalAnswer.Decline)));
            Assert.Single(outcomes, won => won);
            var ended = (await stage.Mediator.ProposalsAsync(stage.Id)).Single(p => p.Id == proposal.Id).State;
            Assert.Equal(ended, new[] { ProposalState.Agreed, ProposalState.Withdrawn, ProposalState.Declined }[Array.IndexOf(outcomes, true)]);
        }

        static async Task<bool> Succeeds(Func<Task> act)
        {
            try
            {
                await act();
                return true;
            }
            catch (RefusedOverHttpException)
            {
                return false;
            }
        }
    }

    [Fact]
    public async Task In_a_caucus_stays_there_and_binds_nobody_outside()
    {
        await using var stage = await StageAsync();
        var caucus = (await stage.CaucusAsync(stage.Room.RespondentParty)).Id;
        await stage.Respondent.EnterAsync(caucus);
        var sounding = await stage.Mediator.ProposeAsync(Request(caucus, [stage.Room.RespondentParty], Pays(stage.Room.RespondentParty, stage.Room.ApplicantParty, 1_600)));
        Assert.True(sounding.SoundingOut);
        Assert.Equal(ProposalState.Open, (await stage.Respondent.AnswerAsync(sounding.Id, ProposalAnswer.Accept)).State);
        Assert.Equal("shared.not-found", await RefusedAsync(() => stage.Applicant.AnswerAsync(sounding.Id, ProposalAnswer.Accept)));
        Assert.Equal("shared.not-found", await RefusedAsync(() => stage.Applicant.WithdrawAsync(sounding.Id)));
        await Assert.ThrowsAsync<HttpRequestException>(() => stage.Applicant.ProposalsAsync(caucus));
        Assert.Empty(await stage.Applicant.ProposalsAsync(stage.Id));
        Assert.Equal("negotiation.not-in-this-room", await RefusedAsync(() =>
            stage.Mediator.ProposeAsync(Request(caucus, [stage.Room.ApplicantParty], Pays(stage.Room.RespondentParty, stage.Room.ApplicantParty, 1)))));
        Assert.DoesNotContain(stage.Applicant.Posted, e => e.Kind == EntryKind.Proposal);
    }

    [Fact]
    public async Task Is_refused_to_parties_while_the_sitting_is_not_open_and_to_strangers_always()
    {
        await using var stage = await StageAsync();
        var proposal = await stage.Mediator.ProposeAsync(Sum(stage));
        await stage.Mediator.ActAsync(nameof(IRoomHub.AdjournSession), new AdjournSessionRequest(stage.Id, null, null));
        Assert.Equal("rooms.not-open", await RefusedAsync(() => stage.Respondent.AnswerAsync(proposal.Id, ProposalAnswer.Accept)));
        Assert.Equal("rooms.not-open", await RefusedAsync(() => stage.Applicant.ProposeAsync(Request(stage.Id, [stage.Room.RespondentParty], Pays(stage.Room.RespondentParty, stage.Room.ApplicantParty, 1)))));
        Assert.Empty((await stage.Mediator.ProposalsAsync(stage.Id)).Single().Answers);
        Assert.Equal(ProposalState.Withdrawn, (await stage.Mediator.WithdrawAsync(proposal.Id)).State);
        await using var stranger = await TestPage.OpenAsync(cluster.Cluster, Guid.CreateVersion7());
        Assert.Equal("shared.not-found", await RefusedAsync(() => stranger.ProposeAsync(Sum(stage))));
        Assert.Equal("shared.not-found", await RefusedAsync(() => stranger.AnswerAsync(proposal.Id, ProposalAnswer.Accept)));
        Assert.Equal("shared.not-found", await RefusedAsync(() => stranger.AnswerAsync(Guid.CreateVersion7(), ProposalAnswer.Accept)));
    }

    [Fact]
    public async Task Can_no_longer_be_accepted_when_its_time_has_run_out()
    {
        await using var stage = await StageAsync();
        var proposal = await stage.Mediator.ProposeAsync(Sum(stage) with { ValidUntil = DateTimeOffset.UtcNow.AddMilliseconds(700) });
        await Task.Delay(800);
        Assert.Equal("negotiation.expired", await RefusedAsync(() => stage.Respondent.AnswerAsync(proposal.Id, ProposalAnswer.Accept)));
        Assert.Equal(ProposalState.Expired, Assert.Single(await stage.Respondent.ProposalsAsync(stage.Id)).State);
    }
}

public sealed class MakingAProposalOnOneNode(OneNode cluster) : MakingAProposal(cluster), IClassFixture<OneNode>;

public sealed class MakingAProposalOnTwoNodes(TwoNodes cluster) : MakingAProposal(cluster), IClassFixture<TwoNodes>;
