using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NonLitigation.Odr.Application.Cases;
using NonLitigation.Odr.Contracts.Cases;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Domain.Network;
using NonLitigation.Odr.Persistence.Rooms;
using NonLitigation.Odr.Persistence.Shared;
using NonLitigation.Odr.Server.Tests.Cases;
using NonLitigation.Odr.Server.Tests.Evidence;
using NonLitigation.Odr.Server.Tests.Shared;

namespace NonLitigation.Odr.Server.Tests.Rooms;

/// <summary>The panel: the presiding mediator and the colleagues he asks in; for everybody else there is none.</summary>
public sealed class ConsultingAPanel : IAsyncLifetime
{
    private const string Secret = "panelcanary";
    private CaseTown _town = null!;

    public async ValueTask InitializeAsync() => _town = await CaseTown.BuildAsync(await OdrCluster.StartAsync(adjust: RoomCluster.Quick));

    public ValueTask DisposeAsync() => _town.DisposeAsync();

    internal static async Task<PanelView> AskAsync(CaseTown town, Guid caseId, params Visitor[] colleagues)
    {
        var people = colleagues.Select(one => one.Id).ToList();
        var ids = await town.Cluster.WithDbAsync(db => db.Set<Mediator>().Where(one => people.Contains(one.PersonId!.Value)).Select(one => one.Id).ToListAsync());
        return (await town.Wang.PostAsync($"api/cases/{caseId}/panel", new AskIntoPanelRequest(ids))).As<PanelView>();
    }

    [Fact]
    public async Task Is_a_room_of_its_own_for_those_asked_in_and_nothing_else_of_the_case_is_theirs()
    {
        var caseId = await _town.MediateAsync();
        Assert.Null((await _town.Wang.GetAsync($"api/cases/{caseId}/panel")).As<PanelView>().RoomId);
        var panel = await AskAsync(_town, caseId, _town.Ma);
        Assert.True(panel.Colleagues.Single(one => one.PersonId == _town.Ma.Id).InPanel);
        var room = (await _town.Ma.GetAsync("api/rooms")).As<RoomView[]>().Single();
        Assert.Equal((panel.RoomId, RoomKind.Panel, SessionState.Open), (room.Id, room.Kind, room.State));
        await using var wang = await TestPage.OpenAsync(_town.Cluster, _town.Wang.Id);
        await using var ma = await TestPage.OpenAsync(_town.Cluster, _town.Ma.Id);
        await wang.EnterAsync(room.Id);
        var inside = await ma.EnterAsync(room.Id);
        Assert.Equal((true, false), (inside.MayPost, inside.MayPreside));
        Assert.Equal(["王调解"], inside.SeenBy);
        var said = await ma.PostAsync(room.Id, "我看可以先谈本金。");
        await wang.UntilAsync(page => page.Posted.Any(entry => entry.RoomId == room.Id && entry.Sequence == said.Sequence && entry.AuthorRole == RoomRole.CoMediator));
        Assert.Equal("shared.not-found", await TestPage.RefusalAsync(() => ma.ActAsync(nameof(IRoomHub.RemoveFromRoom), new RemoveFromRoomRequest(room.Id, _town.Wang.Id, "试"))));
        Assert.Equal("shared.not-found", await TestPage.RefusalAsync(() => ma.ActAsync(nameof(IRoomHub.CloseSession), new CloseSessionRequest(room.Id, null))));
        var joint = (await _town.Wang.GetAsync("api/rooms")).As<RoomView[]>().Single(one => one.Kind == RoomKind.Joint).Id;
        foreach (var path in new[] { $"api/cases/{caseId}", $"api/rooms/{joint}", $"api/rooms/{joint}/entries", $"api/cases/{caseId}/exhibits", $"api/cases/{caseId}/panel", $"api/cases/{caseId}/agreement" })
            Assert.Equal(404, (await _town.Ma.GetAsync(path)).Status);
        Assert.Equal("rooms.no-calls-here", await TestPage.RefusalAsync(() => wang.ActAsync(nameof(IRoomHub.OpenCall), new OpenCallRequest(room.Id))));
        Assert.Equal("guests.not-here", (await _town.Wang.PostAsync($"api/rooms/{room.Id}/guests", new ProposeGuestRequest(Guid.CreateVersion7(), "林专家", "13900000093", GuestCapacity.Expert, null, "鉴定"))).Code);
    }

    [Fact]
    public async Task Is_one_for_each_case_however_often_it_is_asked_for()
    {
        var caseId = await _town.MediateAsync();
        var made = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => AskAsync(_town, caseId, _town.Ma)));
        Assert.Single(made.Select(one => one.RoomId).Distinct());
    }

    [Fact]
    public async Task Is_filled_by_the_presiding_mediator_alone_and_with_colleagues_of_the_organisation_alone()
    {
        var caseId = await _town.MediateAsync();
        async Task<Answer> Ask(Visitor who, params Guid[] whom) => await who.PostAsync($"api/cases/{caseId}/panel", new AskIntoPanelRequest(whom));
        Assert.Equal("rooms.panel-not-a-colleague", (await Ask(_town.Wang, _town.ZhaoMediator)).Code);
        Assert.Equal("rooms.panel-not-a-colleague", (await Ask(_town.Wang, _town.WangMediator)).Code);
        Assert.Equal("rooms.panel-nobody-asked", (await Ask(_town.Wang)).Code);
        foreach (var who in new[] { _town.Li, _town.Zhou, _town.Ma, _town.Zhao, _town.UnionOperator, _town.CityOperator })
            Assert.Equal(404, (await Ask(who, _town.WangMediator)).Status);
        Assert.DoesNotContain((await _town.Wang.GetAsync("api/rooms")).As<RoomView[]>(), room => room.Kind == RoomKind.Panel);
    }

    [Fact]
    public async Task Begins_for_each_with_his_being_asked_in_and_ends_with_his_removal_and_with_the_case()
    {
        var caseId = await _town.MediateAsync();
        var room = (await AskAsync(_town, caseId, _town.Ma)).RoomId!.Value;
        await using var wang = await TestPage.OpenAsync(_town.Cluster, _town.Wang.Id);
        await using var ma = await TestPage.OpenAsync(_town.Cluster, _town.Ma.Id);
        await wang.EnterAsync(room);
        await ma.EnterAsync(room);
        await wang.ActAsync(nameof(IRoomHub.RemoveFromRoom), new RemoveFromRoomRequest(room, _town.Ma.Id, "已经问清"));
        await wang.PostAsync(room, "马不在时的话");
        Assert.Equal("shared.not-found", await TestPage.RefusalAsync(() => ma.PostAsync(room, "还在吗")));
        await AskAsync(_town, caseId, _town.Ma);
        await wang.PostAsync(room, "马又来了");
        var read = string.Join(' ', (await ma.ReadAsync(room)).Entries.Select(entry => entry.Body.ToString()));
        Assert.Contains("马又来了", read, StringComparison.Ordinal);
        Assert.DoesNotContain("马不在时的话", read, StringComparison.Ordinal);
        (await _town.Li.PostAsync($"api/cases/{caseId}/close", new CloseCaseRequest(ClosingReason.Withdrawn, null))).As<CaseView>();
        Assert.Equal("rooms.closed", await TestPage.RefusalAsync(() => ma.PostAsync(room, "晚了")));
    }

    /// <summary>By the transaction that makes him the party's voice: not a moment before it, and not at all when it comes to nothing.</summary>
    [Fact]
    public async Task Ends_for_a_colleague_who_comes_to_stand_for_a_party_in_the_same_transaction()
    {
        var caseId = await _town.MediateAsync();
        var room = (await AskAsync(_town, caseId, _town.Ma)).RoomId!.Value;
        await using var ma = await TestPage.OpenAsync(_town.Cluster, _town.Ma.Id);
        await ma.EnterAsync(room);
        var successor = new PartySuccessor(_town.Ma.Id, "马调解", "13900000094");
        async Task PassOnAsync(bool commit)
        {
            await using var scope = _town.Cluster.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<OdrDb>();
            await using var transaction = await db.Database.BeginTransactionAsync();
            Assert.True(await scope.ServiceProvider.GetRequiredService<PassOnParty>().HandleAsync(db, caseId, _town.Zhou.Id, successor, default));
            Assert.Equal(Domain.Rooms.Standing.Removed, await db.Set<RoomMemberRow>().Where(m => m.RoomId == room && m.PersonId == _town.Ma.Id).Select(m => m.Standing).SingleAsync());
            Assert.Equal(1, await _town.Cluster.WithDbAsync(other => other.Set<RoomMemberRow>().CountAsync(m => m.RoomId == room && m.PersonId == _town.Ma.Id && m.Standing == Domain.Rooms.Standing.Admitted)));
            if (commit) await transaction.CommitAsync();
        }
        await PassOnAsync(commit: false);
        await ma.PostAsync(room, "还在合议");
        await PassOnAsync(commit: true);
        await ma.UntilAsync(page => page.Events<Guid>(nameof(IRoomClient.AccessRevoked)).Contains(room));
        Assert.Equal("shared.not-found", await TestPage.RefusalAsync(() => ma.PostAsync(room, "现在代表周永顺")));
        Assert.Equal(404, (await _town.Ma.GetAsync($"api/rooms/{room}/transcript")).Status);
        Assert.Equal(RoomKind.Joint, (await _town.Ma.GetAsync("api/rooms")).As<RoomView[]>().Single().Kind);
        // Nor does he come back by being asked again.
        Assert.Equal("cases.mediator-in-conflict", (await _town.Wang.PostAsync($"api/cases/{caseId}/panel", new AskIntoPanelRequest([await MediatorAsync(_town.Ma)]))).Code);
    }

    private Task<Guid> MediatorAsync(Visitor who) => _town.Cluster.WithDbAsync(db => db.Set<Mediator>().Where(one => one.PersonId == who.Id).Select(one => one.Id).SingleAsync());

    /// <summary>Every answer there is to ask for, the case file's archive too: not a word of it, nor that there is one.</summary>
    [Fact]
    public async Task Is_not_to_be_found_by_anybody_outside()
    {
        var caseId = await _town.MediateAsync();
        var joint = (await _town.Li.GetAsync("api/rooms")).As<RoomView[]>().Single().Id;
        var stranger = await _town.PersonAsync("冯旁人");
        Visitor[] outside = [_town.Li, _town.Zhou, _town.Wu, _town.Zhao, _town.UnionOperator, _town.CityOperator, stranger, _town.Nobody];
        var room = (await AskAsync(_town, caseId, _town.Ma)).RoomId!.Value;
        await using var wang = await TestPage.OpenAsync(_town.Cluster, _town.Wang.Id);
        await using var ma = await TestPage.OpenAsync(_town.Cluster, _town.Ma.Id);
        await wang.EnterAsync(room);
        await ma.EnterAsync(room);
        await ma.PostAsync(room, $"{Secret} 一");
        var exhibit = (await _town.Wang.UploadAsync(SampleFiles.Text(Secret), $"{Secret}.txt", ("roomId", room), ("clientMessageId", Guid.CreateVersion7()))).As<Contracts.Evidence.ExhibitView>().Id;
        Assert.Contains(Secret, (await _town.Ma.GetAsync($"api/rooms/{room}/transcript")).Text, StringComparison.Ordinal);
        Assert.Contains(Secret, (await _town.Ma.GetAsync($"api/exhibits/{exhibit}")).Text, StringComparison.Ordinal);
        var answers = await KeepingACaucusSecret.CrawlAsync(_town, outside, [caseId, joint, room, exhibit]);
        Assert.True(answers.Count > 100, $"{answers.Count} answers");
        // An address that was not found repeats itself; what answers is looked at without it.
        Assert.Empty(answers.Where(one => one.Text.Contains(Secret, StringComparison.Ordinal) || (!one.What.Contains(room.ToString(), StringComparison.Ordinal) && one.Text.Contains(room.ToString(), StringComparison.OrdinalIgnoreCase))).Select(one => one.What));
        Assert.Equal(404, (await _town.Li.PostAsync($"api/rooms/{room}/search", new SearchRoomRequest(Secret))).Status);
        // Whoever keeps the files gets the archive when the case has ended.
        (await _town.Li.PostAsync($"api/cases/{caseId}/close", new CloseCaseRequest(ClosingReason.Withdrawn, null))).As<CaseView>();
        foreach (var (who, has) in new[] { (_town.Li, false), (_town.Zhou, false), (_town.UnionOperator, false), (_town.Wang, true) })
        {
            using var archive = new ZipArchive(new MemoryStream(await who.Http.GetByteArrayAsync(new Uri($"api/cases/{caseId}/file", UriKind.Relative))));
            Assert.Equal(has, archive.Entries.Any(entry => entry.FullName.Contains("Panel", StringComparison.Ordinal)));
        }
    }
}
