using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Contracts.Cases;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Contracts.Settlements;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Law;
using NonLitigation.Odr.Domain.Network;
using NonLitigation.Odr.Server.Tests.Rooms;
using NonLitigation.Odr.Server.Tests.Shared;
using CaseStage = NonLitigation.Odr.Contracts.Cases.CaseStage;

namespace NonLitigation.Odr.Server.Tests.Cases;

/// <summary>The organisation gives a case that is being mediated to another mediator: what was said stays with the case, a caucus with whom it was said to.</summary>
public sealed class HandingACaseOver : IAsyncLifetime
{
    private GuestStage _stage = null!;
    private Guid _ma;

    private CaseTown Town => _stage.Town;

    public async ValueTask InitializeAsync()
    {
        _stage = await GuestStage.OpenAsync(2);
        _ma = await Town.Cluster.WithDbAsync(db => db.Set<Mediator>().Where(one => one.PersonId == Town.Ma.Id).Select(one => one.Id).SingleAsync());
    }

    public ValueTask DisposeAsync() => _stage.DisposeAsync();

    private Task<Answer> HandOverAsync(string? reason = "王调解住院", Guid? to = null, DateOnly? awayUntil = null, Visitor? by = null) =>
        (by ?? Town.UnionOperator).PostAsync($"api/cases/{_stage.CaseId}/mediator", new ChooseMediatorRequest(to ?? _ma, awayUntil, reason));

    private Task<int> OpenCasesAsync(Visitor who) => Town.Cluster.WithDbAsync(db => db.Set<Mediator>().Where(one => one.PersonId == who.Id).Select(one => one.OpenCases).SingleAsync());

    private async Task<Guid> CaucusAsync(TestPage mediator) =>
        (await mediator.AskAsync<RoomView>(nameof(IRoomHub.OpenCaucus), new OpenCaucusRequest(_stage.CaseId, _stage.View.Parties.Single(party => party.PersonId == Town.Li.Id).Id))).Id;

    private static string Said(EntriesPage page) => string.Join(' ', page.Entries.Select(entry => entry.Body.ToString()));

    [Fact]
    public async Task Is_the_operators_act_with_a_reason_and_moves_the_place_with_it()
    {
        (await HandOverAsync(reason: null)).IsRefused(422, "cases.reason-needed");
        (await HandOverAsync(to: Town.WangMediator)).IsRefused(422, "cases.mediator-has-it-already");
        Assert.Equal(404, (await HandOverAsync(by: Town.HarbourOperator)).Status);
        foreach (var who in new[] { Town.Li, Town.Zhou }) (await HandOverAsync(by: who)).IsRefused(422, "cases.not-at-this-stage");
        (await HandOverAsync(by: Town.Wang)).IsRefused(422, "cases.not-at-this-stage");
        Assert.Contains("hand-over", (await Town.UnionOperator.GetAsync($"api/cases/{_stage.CaseId}")).As<CaseView>().MayAct);
        var leave = Deadline.DayOf(DateTimeOffset.UtcNow).AddDays(2);
        (await Town.Ma.PostAsync("api/leaves", new TakeLeaveRequest(Guid.CreateVersion7(), leave, leave))).As<LeaveView[]>();
        (await HandOverAsync()).IsRefused(422, "cases.mediator-away");
        var view = (await HandOverAsync(awayUntil: leave)).As<CaseView>();
        Assert.Equal((CaseStage.InMediation, "马调解"), (view.Stage, view.MediatorName));
        Assert.Equal((0, 1), (await OpenCasesAsync(Town.Wang), await OpenCasesAsync(Town.Ma)));
        (await Town.Wang.GetAsync($"api/cases/{_stage.CaseId}")).IsRefused(404, "shared.not-found");
        Assert.Equal(CaseStage.InMediation, (await Town.Ma.GetAsync($"api/cases/{_stage.CaseId}")).As<CaseView>().Stage);
        var note = await Town.Cluster.WithDbAsync(db => db.Set<CaseMove>().Where(move => move.CaseId == _stage.CaseId && move.Act == CaseAct.HandOver).Select(move => move.Note).SingleAsync());
        Assert.Equal("王调解 → 马调解：王调解住院", note);
    }

    [Fact]
    public async Task Gives_the_joint_room_with_its_record_and_cuts_the_former_one_off_in_open_pages()
    {
        await _stage.Li.PostAsync(_stage.Joint, "移交以前说的话");
        (await HandOverAsync()).As<CaseView>();
        await _stage.Wang.UntilAsync(page => page.Events<Guid>(nameof(IRoomClient.AccessRevoked)).Contains(_stage.Joint));
        Assert.Equal("shared.not-found", await TestPage.RefusalAsync(() => _stage.Wang.PostAsync(_stage.Joint, "还在吗")));
        Assert.Empty((await Town.Wang.GetAsync("api/rooms")).As<RoomView[]>());
        // Nobody presides until the new one comes: parties cannot write to each other.
        Assert.Equal("rooms.mediator-absent", await TestPage.RefusalAsync(() => _stage.Li.PostAsync(_stage.Joint, "有人吗")));
        var ma = await _stage.PageAsync(Town.Ma, 1);
        var room = await ma.EnterAsync(_stage.Joint);
        Assert.Equal((true, true, SessionState.Open, 1L), (room.MayPost, room.MayPreside, room.Room.State, room.FirstVisible));
        Assert.Contains("移交以前说的话", Said(await ma.ReadAsync(_stage.Joint)), StringComparison.Ordinal);
        Assert.Contains("移交以前说的话", (await Town.Ma.GetAsync($"api/rooms/{_stage.Joint}/transcript")).Text, StringComparison.Ordinal);
        Assert.Equal(room.Head, (await ma.ReadAsync(_stage.Joint)).Entries.Count);
        var said = await _stage.Li.PostAsync(_stage.Joint, "马老师好");
        await ma.UntilAsync(page => page.Has(said.Sequence));
        await _stage.Zhou.UntilAsync(page => page.Has(said.Sequence));
        Assert.Contains((await _stage.Zhou.ReadAsync(_stage.Joint)).Entries, entry => entry.Body.GetProperty("type").GetString() == "added" && entry.Body.GetProperty("name").GetString() == "马调解");
        await ma.ActAsync(nameof(IRoomHub.AdjournSession), new AdjournSessionRequest(_stage.Joint, null, null));
    }

    [Fact]
    public async Task Leaves_what_a_side_said_to_the_former_mediator_alone_with_whom_it_was_said_to()
    {
        var caucus = await CaucusAsync(_stage.Wang);
        await _stage.Wang.EnterAsync(caucus);
        await _stage.Li.EnterAsync(caucus);
        await _stage.Li.PostAsync(caucus, "底线只告诉王老师");
        (await HandOverAsync()).As<CaseView>();
        Assert.Equal("shared.not-found", await TestPage.RefusalAsync(() => _stage.Wang.PostAsync(caucus, "还在吗")));
        var ma = await _stage.PageAsync(Town.Ma, 0);
        var room = await ma.EnterAsync(caucus);
        Assert.True(room.FirstVisible > 1);
        await _stage.Li.PostAsync(caucus, "这句给马老师");
        var read = Said(await ma.ReadAsync(caucus)) + (await Town.Ma.GetAsync($"api/rooms/{caucus}/transcript")).Text
            + (await Town.Ma.PostAsync($"api/rooms/{caucus}/search", new SearchRoomRequest("老师"))).Text;
        Assert.Contains("这句给马老师", read, StringComparison.Ordinal);
        Assert.DoesNotContain("底线", read, StringComparison.Ordinal);
        Assert.Equal(caucus, await CaucusAsync(ma));
        // The party has the whole of its caucus.
        Assert.Contains("底线", Said(await _stage.Li.ReadAsync(caucus)), StringComparison.Ordinal);

        // Back to the first one: nor does he read what was said to the other.
        (await HandOverAsync("王调解出院", Town.WangMediator)).As<CaseView>();
        var back = await _stage.PageAsync(Town.Wang, 0);
        await back.EnterAsync(caucus);
        Assert.DoesNotContain("这句给马老师", Said(await back.ReadAsync(caucus)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Takes_along_the_panel_the_held_messages_and_leaves_the_former_ones_sittings_called_off()
    {
        (await Town.Wang.PostAsync($"api/rooms/{_stage.Joint}/hold", new StartHoldRequest("先冷静"))).As<HeldMessagesView>();
        Assert.True((await _stage.Li.PostAsync(_stage.Joint, "等着看的话")).Held);
        var panel = (await ConsultingAPanel.AskAsync(Town, _stage.CaseId, Town.Ma)).RoomId!.Value;
        var sittings = new SittingStage(Town, _stage.CaseId, TimeProvider.System);
        await sittings.FixedAsync(72);
        (await HandOverAsync()).As<CaseView>();

        (await Town.Wang.GetAsync($"api/rooms/{_stage.Joint}/held")).IsRefused(404, "shared.not-found");
        var held = Assert.Single((await Town.Ma.GetAsync($"api/rooms/{_stage.Joint}/held")).As<HeldMessagesView>().Messages);
        Assert.Equal(("等着看的话", false), (held.Text, held.Returned));
        Assert.Equal(1, (await Town.Ma.GetAsync("api/rooms")).As<RoomView[]>().Single(one => one.Id == _stage.Joint).Held);
        var ma = await _stage.PageAsync(Town.Ma, 0);
        await ma.EnterAsync(_stage.Joint);
        (await Town.Ma.PostAsync($"api/rooms/{_stage.Joint}/held/{held.Id}/release", new { })).As<HeldMessagesView>();
        Assert.Contains("等着看的话", Said(await _stage.Zhou.ReadAsync(_stage.Joint)), StringComparison.Ordinal);

        Assert.True((await ma.EnterAsync(panel)).MayPreside);
        Assert.DoesNotContain(Town.Ma.Id, (await Town.Ma.GetAsync($"api/cases/{_stage.CaseId}/panel")).As<PanelView>().Colleagues.Select(one => one.PersonId));
        Assert.True((await ConsultingAPanelAgainAsync()).Colleagues.Single(one => one.PersonId == Town.Wang.Id).InPanel);

        await ma.UntilAsync(_ => sittings.SentAsync("取消").GetAwaiter().GetResult().Count > 0, 90);
    }

    /// <summary>The former mediator is a colleague like any other now.</summary>
    private async Task<PanelView> ConsultingAPanelAgainAsync() =>
        (await Town.Ma.PostAsync($"api/cases/{_stage.CaseId}/panel", new AskIntoPanelRequest([Town.WangMediator]))).As<PanelView>();

    [Fact]
    public async Task In_the_middle_of_drafting_frees_the_pen_and_loses_no_version()
    {
        var path = $"api/cases/{_stage.CaseId}/agreement";
        Task<Answer> SaveAsync(Visitor who, int version, string facts, Guid desk) => who.PutAsync(path, new DraftAgreementRequest(version, facts, [new("各方再无其他争议。")], [], desk));
        var (his, hers, second) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        Assert.True((await Town.Wang.PostAsync($"{path}/lease", new HoldEditLeaseRequest(his))).As<EditLeaseView>().Mine);
        Assert.Equal(1, (await SaveAsync(Town.Wang, 0, "王调解写的。", his)).As<AgreementView>().Version);
        (await HandOverAsync()).As<CaseView>();
        (await SaveAsync(Town.Wang, 1, "王调解还在写。", his)).IsRefused(404, "shared.not-found");

        // The pen of somebody who has the case no longer keeps nobody waiting.
        Assert.True((await Town.Ma.PostAsync($"{path}/lease", new HoldEditLeaseRequest(hers))).As<EditLeaseView>().Mine);
        Assert.Equal("王调解写的。", (await Town.Ma.GetAsync(path)).As<AgreementView>().Facts);
        Assert.Equal(2, (await SaveAsync(Town.Ma, 1, "马调解接着写。", hers)).As<AgreementView>().Version);

        // Two devices of the same mediator: one writes, the other is told who, and a version that it has not seen is not overwritten.
        Assert.False((await Town.Ma.PostAsync($"{path}/lease", new HoldEditLeaseRequest(second))).As<EditLeaseView>().Mine);
        (await SaveAsync(Town.Ma, 2, "另一台设备。", second)).IsRefused(422, "settlements.somebody-writes");
        await Town.Ma.PostAsync($"{path}/lease/end", new HoldEditLeaseRequest(hers));
        (await SaveAsync(Town.Ma, 1, "另一台设备。", second)).IsRefused(409, "settlements.version-conflict");
        Assert.Equal(3, (await SaveAsync(Town.Ma, 2, "另一台设备。", second)).As<AgreementView>().Version);
        var drafting = (await Town.Ma.GetAsync($"{path}/drafting")).As<DraftingView>();
        Assert.Equal([(3, "马调解"), (2, "马调解"), (1, "王调解")], drafting.Versions.Select(one => (one.Number, one.ByName)));
    }
}
