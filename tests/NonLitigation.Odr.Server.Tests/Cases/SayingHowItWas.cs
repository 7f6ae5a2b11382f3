using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Contracts.Cases;
using NonLitigation.Odr.Persistence.Network;
using NonLitigation.Odr.Server.Tests.Negotiation;
using NonLitigation.Odr.Server.Tests.Rooms;
using NonLitigation.Odr.Server.Tests.Settlements;
using NonLitigation.Odr.Server.Tests.Shared;

namespace NonLitigation.Odr.Server.Tests.Cases;

/// <summary>Satisfaction of each side apart, and complaints that the mediator never sees.</summary>
public sealed class SayingHowItWas : IAsyncLifetime
{
    private OdrCluster _cluster = null!;

    public async ValueTask InitializeAsync() => _cluster = await OdrCluster.StartAsync(adjust: RoomCluster.Quick);

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();

    [Fact]
    public async Task Is_asked_after_the_end_once_and_told_to_the_organisation_in_figures_of_five_each_side_apart()
    {
        await using var stage = await SettlementStage.OpenAsync(_cluster);
        var path = $"api/cases/{stage.Case.Id}/opinion";
        Task<OpinionView> GiveAsync(TestPage page, int score, Guid? id = null) => page.SendAsync<OpinionView>(path, new GiveOpinionRequest(id ?? Guid.CreateVersion7(), score, score, score, score));
        Assert.False((await stage.Li.AskAsync<OpinionView>(path)).MayGive);
        Assert.Equal("cases.not-ended", await ProposalWire.RefusedAsync(() => GiveAsync(stage.Li, 5)));
        await stage.AllSignAsync(await stage.FrozenAsync());
        Assert.Equal("cases.score-missing", await ProposalWire.RefusedAsync(() => GiveAsync(stage.Li, 6)));
        var id = Guid.CreateVersion7();
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => GiveAsync(stage.Li, 4, id)));
        Assert.Equal("cases.opinion-given", await ProposalWire.RefusedAsync(() => GiveAsync(stage.Li, 5)));
        await GiveAsync(stage.Zhou, 2);
        Assert.Null((await stage.Wu.AskAsync<OpinionView>(path)).Overall);
        Assert.Equal("shared.not-found", await ProposalWire.RefusedAsync(() => stage.Mediator.AskAsync<OpinionView>(path)));
        Assert.Equal("shared.not-found", await ProposalWire.RefusedAsync(() => stage.Mediator.AskAsync<SatisfactionView>("api/satisfaction")));
        var clerk = await stage.ClerkAsync();
        var few = await clerk.AskAsync<SatisfactionView>("api/satisfaction");
        Assert.Equal((null, null, 5), (few.Applicants, few.Respondents, few.Fewest));
        await _cluster.WithDbAsync(db => db.Database.ExecuteSqlAsync($"""
            insert into case_parties select (jsonb_populate_record(p, jsonb_build_object('id', gen_random_uuid(), 'position', 100 + n, 'person_id', null))).* from case_parties p, generate_series(1, 4) n where p.id = {stage.LiParty}
            """));
        await _cluster.WithDbAsync(db => db.Database.ExecuteSqlAsync($"""
            insert into party_opinions select (jsonb_populate_record(o, jsonb_build_object('party_id', p.id, 'overall', 1))).* from party_opinions o, case_parties p
            where o.party_id = {stage.LiParty} and p.case_id = {stage.Case.Id} and p.position > 100
            """));
        var five = await clerk.AskAsync<SatisfactionView>("api/satisfaction");
        Assert.Equal((5, 1.6m, 4.0m, null), (five.Applicants!.Count, five.Applicants.Overall, five.Applicants.Heard, five.Respondents));
    }

    [Fact]
    public async Task As_a_complaint_goes_to_the_operator_or_one_tier_up_never_to_the_mediator_and_is_answered_once()
    {
        await using var stage = await SettlementStage.OpenAsync(_cluster);
        var path = $"api/cases/{stage.Case.Id}/complaints";
        Task<ComplaintView[]> FileAsync(TestPage page, ComplaintTarget target, string text, Guid? id = null) =>
            page.SendAsync<ComplaintView[]>(path, new FileComplaintRequest(id ?? Guid.CreateVersion7(), target, ComplaintMatter.Bias, text));
        var clerk = await stage.ClerkAsync();
        // A mediator who works at the counter too still does not see what is about himself.
        await _cluster.WithDbAsync(async db =>
        {
            db.Add(new OperatorSeat { PersonId = stage.Mediator.Person, OrganisationId = stage.Organisation });
            await db.SaveChangesAsync();
            return 0;
        });
        Assert.Equal("cases.complaint-words-missing", await ProposalWire.RefusedAsync(() => FileAsync(stage.Zhou, ComplaintTarget.Mediator, " ")));
        var id = Guid.CreateVersion7();
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => FileAsync(stage.Zhou, ComplaintTarget.Mediator, "一直帮对方说话。", id)));
        Assert.Equal("cases.complaint-open", await ProposalWire.RefusedAsync(() => FileAsync(stage.Zhou, ComplaintTarget.Mediator, "还有一件。")));
        var above = Assert.Single(await FileAsync(stage.Zhou, ComplaintTarget.Organisation, "电话没人接。"), one => one.Target == ComplaintTarget.Organisation);
        Assert.Empty(await stage.Li.AskAsync<ComplaintView[]>(path));
        Assert.Equal("shared.not-found", await ProposalWire.RefusedAsync(() => stage.Mediator.AskAsync<ComplaintView[]>(path)));
        Assert.Empty(await stage.Mediator.AskAsync<ComplaintView[]>("api/complaints"));
        var mine = Assert.Single(await clerk.AskAsync<ComplaintView[]>("api/complaints"));
        Assert.Equal(("周永顺", "王正", ComplaintMatter.Bias, false, false), (mine.ByName, mine.MediatorName, mine.Matter, mine.Verified, mine.IsLate));
        Assert.NotEqual(mine.HandledBy, above.HandledBy);
        var reply = new AnswerComplaintRequest(ComplaintFinding.PartlyUpheld, "已与调解员谈话，改由两人主持。");
        Assert.Equal("shared.not-found", await ProposalWire.RefusedAsync(() => stage.Mediator.SendAsync<ComplaintView>($"api/complaints/{mine.Id}/answer", reply)));
        Assert.Equal("shared.not-found", await ProposalWire.RefusedAsync(() => clerk.SendAsync<ComplaintView>($"api/complaints/{above.Id}/answer", reply)));
        Assert.NotNull((await clerk.SendAsync<ComplaintView>($"api/complaints/{mine.Id}/answer", reply)).AnsweredAt);
        Assert.Equal("cases.complaint-answered", await ProposalWire.RefusedAsync(() => clerk.SendAsync<ComplaintView>($"api/complaints/{mine.Id}/answer", reply)));
        Assert.Equal(reply.Text, (await stage.Zhou.AskAsync<ComplaintView[]>(path)).Single(one => one.Id == mine.Id).Answer);
    }
}
