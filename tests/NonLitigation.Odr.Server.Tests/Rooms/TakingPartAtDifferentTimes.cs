using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Domain.Accounts;
using NonLitigation.Odr.Domain.Law;
using NonLitigation.Odr.Persistence.Accounts;
using NonLitigation.Odr.Server.Tests.Cases;
using NonLitigation.Odr.Server.Tests.Shared;

namespace NonLitigation.Odr.Server.Tests.Rooms;

/// <summary>人民法院在线调解规则 16: at different times by the consent of every party, as long as all consent; whose turn it is, is reminded.</summary>
public sealed class TakingPartAtDifferentTimes
{
    private static ProposeDifferentTimesRequest Request(Guid? id = null) => new(id ?? Guid.CreateVersion7(), Deadline.DayOf(DateTimeOffset.UtcNow).AddDays(4), 24);

    private static async Task<CaseDifferentTimesView> ActAsync(GuestStage stage, Visitor who, string path, object request) =>
        (await who.PostAsync($"api/cases/{stage.CaseId}/different-times{path}", request)).As<CaseDifferentTimesView>();

    private static Task<CaseDifferentTimesView> AnswerAsync(GuestStage stage, Visitor who, Guid id, bool consents) => ActAsync(stage, who, $"/{id}/answer", new AnswerDifferentTimesRequest(consents));

    [Fact]
    public async Task Lets_parties_write_while_the_mediator_is_out_once_the_last_of_them_has_consented_and_no_longer_when_one_takes_it_back()
    {
        await using var stage = await GuestStage.OpenAsync(2);
        var town = stage.Town;
        await stage.Wang.ActAsync(nameof(IRoomHub.LeaveRoom), new LeaveRoomRequest(stage.Joint));
        Assert.Equal("rooms.mediator-absent", await TestPage.RefusalAsync(() => stage.Li.PostAsync(stage.Joint, "有人吗")));
        var request = Request();
        var proposed = await ActAsync(stage, town.Li, "", request);
        Assert.Equal((true, false), (proposed.Current!.MyAnswer, proposed.Current.InEffect));
        Assert.Contains("第十六条", proposed.Article, StringComparison.Ordinal);
        Assert.Equal(request.Id, (await ActAsync(stage, town.Li, "", request)).Current!.Id); // sent again
        Assert.Equal("rooms.spread-pending", (await town.Wang.PostAsync($"api/cases/{stage.CaseId}/different-times", Request())).Code);
        Assert.Equal("rooms.spread-party", (await town.Wang.PostAsync($"api/cases/{stage.CaseId}/different-times/{request.Id}/answer", new AnswerDifferentTimesRequest(true))).Code);
        // The two others at the same moment.
        await Task.WhenAll(AnswerAsync(stage, town.Zhou, request.Id, true), AnswerAsync(stage, town.Wu, request.Id, true));
        Assert.True((await AnswerAsync(stage, town.Wu, request.Id, true)).Current!.InEffect);
        var said = await stage.Li.PostAsync(stage.Joint, "方便时写的");
        await stage.Zhou.UntilAsync(page => page.Has(said.Sequence));
        Assert.True((await stage.Zhou.EnterAsync(stage.Joint)).MayPost);

        var ended = await AnswerAsync(stage, town.Zhou, request.Id, false);
        Assert.Equal((SpreadEnd.Withdrawn, true), (ended.Current!.End!.Value, ended.MayPropose));
        Assert.Equal("rooms.mediator-absent", await TestPage.RefusalAsync(() => stage.Li.PostAsync(stage.Joint, "还有人吗")));
        var types = (await stage.Li.ReadAsync(stage.Joint)).Entries.Select(e => e.Body.GetProperty("type").GetString()!).Where(type => type.StartsWith("times-", StringComparison.Ordinal)).ToList();
        Assert.Equal(["times-proposed", "times-answered", "times-answered", "times-started", "times-answered", "times-ended"], types);
    }

    [Fact]
    public async Task Is_over_by_one_refusal_and_by_the_mediator()
    {
        await using var stage = await GuestStage.OpenAsync();
        var town = stage.Town;
        var first = await ActAsync(stage, town.Wang, "", Request());
        Assert.Equal(SpreadEnd.Refused, (await AnswerAsync(stage, town.Wu, first.Current!.Id, false)).Current!.End);
        var second = await ActAsync(stage, town.Wang, "", Request());
        foreach (var party in new[] { town.Li, town.Zhou, town.Wu }) await AnswerAsync(stage, party, second.Current!.Id, true);
        Assert.Equal(SpreadEnd.Mediator, (await ActAsync(stage, town.Wang, $"/{second.Current!.Id}/end", new { })).Current!.End);
        Assert.Equal("rooms.spread-ended", (await town.Li.PostAsync($"api/cases/{stage.CaseId}/different-times/{second.Current.Id}/answer", new AnswerDifferentTimesRequest(true))).Code);
        Assert.Equal("rooms.spread-days", (await town.Li.PostAsync($"api/cases/{stage.CaseId}/different-times", Request() with { LastDay = new(2020, 1, 1) })).Code);
    }

    [Fact]
    public async Task Reminds_whose_turn_it_is_then_the_mediator_and_runs_out_by_itself()
    {
        var time = new ShiftedTime();
        await using var town = await CaseTown.BuildAsync(await OdrCluster.StartAsync(2, adjust: builder =>
        {
            RoomCluster.Quick(builder);
            builder.Configuration["Odr:Rooms:SpreadSweep"] = "00:00:00.200";
            builder.Services.AddSingleton<TimeProvider>(time);
        }));
        await town.Cluster.WithDbAsync(db => db.Set<Account>().Where(one => one.Id == town.Wang.Id).ExecuteUpdateAsync(set => set.SetProperty(one => one.PhoneNumber, "13900000071")));
        var caseId = await town.MediateAsync();
        async Task<CaseDifferentTimesView> AskAsync(Visitor who, string path, object request) => (await who.PostAsync($"api/cases/{caseId}/different-times{path}", request)).As<CaseDifferentTimesView>();
        var view = await AskAsync(town.Wang, "", Request());
        foreach (var party in new[] { town.Li, town.Zhou, town.Wu }) view = await AskAsync(party, $"/{view.Current!.Id}/answer", new AnswerDifferentTimesRequest(true));
        view = await AskAsync(town.Wang, $"/{view.Current!.Id}/turn", new GiveTurnRequest(view.Current.Consents[0].PartyId));
        Assert.NotNull(view.Current!.TurnDueAt);
        time.By = TimeSpan.FromHours(19);
        await UntilAsync(async () => await SentAsync(town, "各方在等您发言") == 1);
        time.By = TimeSpan.FromHours(25);
        await UntilAsync(async () => await SentAsync(town, "到时还没有发言") == 1);
        await Task.Delay(1_000); // both nodes have looked several times
        Assert.Equal(["13900000071"], await town.Cluster.WithDbAsync(db => db.Set<DeliveryMessage>().Where(one => one.TextZh.Contains("到时还没有发言")).Select(one => one.To).ToListAsync()));
        Assert.Null((await town.Wang.GetAsync($"api/cases/{caseId}/different-times")).As<CaseDifferentTimesView>().Current!.EndedAt); // late is not lost
        Assert.Equal(1, await SentAsync(town, "各方在等您发言"));
        time.By = TimeSpan.FromDays(6);
        await UntilAsync(async () => (await town.Wang.GetAsync($"api/cases/{caseId}/different-times")).As<CaseDifferentTimesView>().Current!.End == SpreadEnd.Over);
    }

    private static Task<int> SentAsync(CaseTown town, string words) => town.Cluster.WithDbAsync(db => db.Set<DeliveryMessage>().CountAsync(one => one.TextZh.Contains(words)));

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        for (var end = DateTime.UtcNow.AddSeconds(15); !await holds(); await Task.Delay(100)) Assert.True(DateTime.UtcNow < end, "not within 15 s");
    }
}
