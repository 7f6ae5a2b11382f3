using NonLitigation.Odr.Contracts.Accounts;
using NonLitigation.Odr.Contracts.Cases;
using NonLitigation.Odr.Contracts.Enterprises;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Server.Tests.Cases;
using NonLitigation.Odr.Server.Tests.Rooms;

namespace NonLitigation.Odr.Server.Tests.Enterprises;

/// <summary>A dismissed person is out at once, with every page that is open, on whichever node.</summary>
public abstract class EndingAMandate(int nodes) : IAsyncLifetime
{
    private EnterpriseStage stage = null!;

    public async ValueTask InitializeAsync() => stage = await EnterpriseStage.BuildAsync(nodes);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await stage.DisposeAsync();
    }

    [Fact]
    public async Task Ends_the_standing_room_in_open_pages_on_every_node()
    {
        await stage.GrantAsync("13900000201");
        var assistant = await stage.EnterByCodeAsync("13900000201", "何助理");
        TestPage[] his = [await stage.PageAsync(assistant, 0), await stage.PageAsync(assistant, 1)];
        var butler = await stage.PageAsync(stage.Qian, 1);
        foreach (var page in his.Append(butler)) await page.EnterAsync(stage.Room);
        var said = await his[1].PostAsync(stage.Room, "我是助理。");
        await butler.UntilAsync(page => page.Has(said.Sequence));

        await RevokeAsync("13900000201");
        foreach (var page in his) await page.UntilAsync(one => one.Events<Guid>(nameof(IRoomClient.AccessRevoked)).Contains(stage.Room));
        var after = await butler.PostAsync(stage.Room, "之后只与陈总联系。");
        await butler.UntilAsync(page => page.Has(after.Sequence));
        foreach (var page in his)
        {
            Assert.Equal("shared.not-found", await TestPage.RefusalAsync(() => page.PostAsync(stage.Room, "还在吗")));
            Assert.Equal("shared.not-found", await TestPage.RefusalAsync(() => page.ReadAsync(stage.Room)));
            Assert.Equal("shared.not-found", await TestPage.RefusalAsync(() => page.EnterAsync(stage.Room)));
            Assert.False(page.Has(after.Sequence));
        }
        await NothingLeftAsync(assistant);
    }

    [Fact]
    public async Task Ends_by_itself_when_its_last_day_is_over()
    {
        var assistant = await stage.EnterByCodeAsync("13900000201", "旧助理");
        await TestEnterprise.OverdueAsync(stage.Cluster, stage.Kun, "13900000201", assistant.Id);
        var page = await stage.PageAsync(assistant, 1);
        var butler = await stage.PageAsync(stage.Sun, 0);
        await butler.EnterAsync(stage.Room);
        for (var end = DateTime.UtcNow.AddSeconds(10); (await assistant.GetAsync($"api/rooms/{stage.Room}")).Status != 404; await Task.Delay(50)) Assert.True(DateTime.UtcNow < end);
        var said = await butler.PostAsync(stage.Room, "授权到期了。");
        await butler.UntilAsync(one => one.Has(said.Sequence));
        Assert.False(page.Has(said.Sequence));
        await NothingLeftAsync(assistant);
        var ended = (await stage.Chen.GetAsync(stage.Path())).As<EnterpriseView>().Mandates.Single(one => one.PersonId == assistant.Id);
        Assert.Equal((false, false), (ended.InForce, ended.Revoked));
    }

    [Fact]
    public async Task Passes_the_cases_on_and_closes_their_rooms_to_the_former_speaker()
    {
        await stage.GrantAsync("13900000201", MandateScope.Disputes, "何律师");
        var former = await stage.EnterByCodeAsync("13900000201", "何律师");
        var filed = await stage.OpenAsync(former);
        await stage.MediateAsync(filed.CaseId);
        var joint = (await former.GetAsync("api/rooms")).As<RoomView[]>().Single(room => room.CaseId == filed.CaseId).Id;
        var (page, zhao) = (await stage.PageAsync(former, 1), await stage.PageAsync(stage.Town.Zhao, 0));
        await zhao.EnterAsync(joint);
        await page.EnterAsync(joint);
        await zhao.AdmitAsync(joint, former.Id);
        await zhao.OpenSessionAsync(joint);
        var party = (await former.GetAsync($"api/cases/{filed.CaseId}")).As<CaseView>().Parties.Single(one => one.IsMe);
        Assert.Equal((TestEnterprise.Kun, "何律师", PartyNature.Organisation), (party.Name, party.RepresentativeName, party.Nature));
        var caucus = (await zhao.AskAsync<RoomView>(nameof(IRoomHub.OpenCaucus), new OpenCaucusRequest(filed.CaseId, party.Id))).Id;
        await page.EnterAsync(caucus);

        await RevokeAsync("13900000201");
        await page.UntilAsync(one => one.Events<Guid>(nameof(IRoomClient.AccessRevoked)).ToHashSet().IsSupersetOf([joint, caucus]));
        foreach (var path in new[] { $"api/cases/{filed.CaseId}", $"api/rooms/{joint}", $"api/rooms/{caucus}", $"api/cases/{filed.CaseId}/exhibits" })
            Assert.Equal(404, (await former.GetAsync(path)).Status);

        var file = (await stage.Chen.GetAsync($"api/cases/{filed.CaseId}")).As<CaseView>();
        Assert.Equal((party.Id, "陈海鲲"), (file.Parties.Single(one => one.IsMe).Id, file.Parties.Single(one => one.IsMe).RepresentativeName));
        Assert.Equal("陈海鲲", (await stage.Chen.GetAsync(stage.Path())).As<EnterpriseView>().Cases.Single().SpeakerName);
        var chen = await stage.PageAsync(stage.Chen, 1);
        Assert.Empty((await chen.EnterAsync(joint)).Entries);
        Assert.Equal("shared.not-found", await TestPage.RefusalAsync(() => chen.EnterAsync(caucus)));
        await zhao.AdmitAsync(joint, stage.Chen.Id);
        Assert.True((await chen.EnterAsync(joint)).MayPost);
        Assert.Equal(caucus, (await zhao.AskAsync<RoomView>(nameof(IRoomHub.OpenCaucus), new OpenCaucusRequest(filed.CaseId, party.Id))).Id);
        var fresh = await chen.EnterAsync(caucus);
        Assert.DoesNotContain(fresh.Entries, entry => entry.Sequence < fresh.FirstVisible);
        Assert.True(fresh.FirstVisible > 1);
    }

    private async Task RevokeAsync(string contact)
    {
        var mandate = (await stage.Chen.GetAsync(stage.Path())).As<EnterpriseView>().Mandates.Single(one => one.InForce && one.MaskedContact.EndsWith(contact[^4..], StringComparison.Ordinal));
        var view = (await stage.Chen.PostAsync(stage.Path("/mandates/revoke"), new RevokeMandateRequest(mandate.Id))).As<EnterpriseView>();
        Assert.True(view.Mandates.Single(one => one.Id == mandate.Id).Revoked);
        // Again is no error and changes nothing.
        (await stage.Chen.PostAsync(stage.Path("/mandates/revoke"), new RevokeMandateRequest(mandate.Id))).As<EnterpriseView>();
    }

    private async Task NothingLeftAsync(Visitor person)
    {
        foreach (var path in new[] { stage.Path(), $"api/rooms/{stage.Room}", $"api/rooms/{stage.Room}/entries", $"api/rooms/{stage.Room}/transcript" })
            Assert.Equal(404, (await person.GetAsync(path)).Status);
        Assert.Equal(404, (await person.PostAsync(stage.Path("/disputes"), EnterpriseStage.Dispute())).Status);
        Assert.Empty((await person.GetAsync("api/accounts/me")).As<MeView>().EnterpriseIds);
        Assert.Empty((await person.GetAsync("api/enterprises")).As<EnterpriseSummaryView[]>());
        Assert.DoesNotContain((await person.GetAsync("api/rooms")).As<RoomView[]>(), room => room.Id == stage.Room);
    }
}

public sealed class EndingAMandateOnOneNode() : EndingAMandate(1);

public sealed class EndingAMandateOnTwoNodes() : EndingAMandate(2);

public sealed class AnExpiredMandate
{
    [Fact]
    public async Task Opens_nothing_even_before_anybody_has_looked_for_it()
    {
        await using var stage = await EnterpriseStage.BuildAsync(sweep: "01:00:00");
        var assistant = await stage.EnterByCodeAsync("13900000201", "旧助理");
        await TestEnterprise.OverdueAsync(stage.Cluster, stage.Kun, "13900000201", assistant.Id);
        (await assistant.GetAsync(stage.Path())).IsRefused(404, "shared.not-found");
        (await assistant.PostAsync(stage.Path("/disputes"), EnterpriseStage.Dispute())).IsRefused(404, "shared.not-found");
        Assert.Empty((await assistant.GetAsync("api/accounts/me")).As<MeView>().EnterpriseIds);
        // Whatever else happens to the enterprise's mandates ends it too, and frees the contact.
        var anew = await stage.GrantAsync("13900000201", MandateScope.Consult, "新助理");
        Assert.Equal(assistant.Id, anew.PersonId);
        Assert.True((await assistant.GetAsync($"api/rooms/{stage.Room}")).As<RoomSnapshot>().MayPost);
    }
}
