using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Contracts.Accounts;
using NonLitigation.Odr.Contracts.Enterprises;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Domain.Accounts;

namespace NonLitigation.Odr.Server.Tests.Enterprises;

public sealed class SpeakingForAnEnterprise : IAsyncLifetime
{
    private EnterpriseStage stage = null!;

    public async ValueTask InitializeAsync() => stage = await EnterpriseStage.BuildAsync();

    public ValueTask DisposeAsync() => stage.DisposeAsync();

    [Fact]
    public async Task Begins_when_the_contact_of_the_mandate_first_enters()
    {
        var waiting = await stage.GrantAsync("13900000201");
        Assert.Null(waiting.PersonId);
        Assert.Equal(1, await stage.Cluster.WithDbAsync(db => db.Set<DeliveryMessage>().CountAsync(one => one.To == "13900000201" && one.Link!.EndsWith("/enterprises"))));
        var other = await stage.EnterByCodeAsync("13900000202", "旁人");
        Assert.Empty((await other.GetAsync("api/accounts/me")).As<MeView>().EnterpriseIds);
        (await other.GetAsync(stage.Path())).IsRefused(404, "shared.not-found");

        var assistant = await stage.EnterByCodeAsync("13900000201", "何助理");
        Assert.Equal([stage.Kun], (await assistant.GetAsync("api/accounts/me")).As<MeView>().EnterpriseIds);
        var own = (await assistant.GetAsync("api/enterprises")).As<EnterpriseSummaryView[]>().Single();
        Assert.Equal((stage.Kun, MandateScope.Consult, stage.Room), (own.Id, own.Scope, own.RoomId));
        Assert.Equal(assistant.Id, (await stage.Chen.GetAsync(stage.Path())).As<EnterpriseView>().Mandates.Single(one => one.Id == waiting.Id).PersonId);
        var room = (await assistant.GetAsync($"api/rooms/{stage.Room}")).As<RoomSnapshot>();
        Assert.Equal("助理", room.Members.Single(one => one.PersonId == assistant.Id).Name);
        Assert.Equal((RoomKind.Butler, true), (room.Room.Kind, room.MayPost));
    }

    [Fact]
    public async Task Begins_at_once_for_a_contact_that_has_entered_before()
    {
        var assistant = await stage.EnterByCodeAsync("13900000201", "何助理");
        Assert.Equal(404, (await assistant.GetAsync($"api/rooms/{stage.Room}")).Status);
        var mandate = await stage.GrantAsync("13900000201");
        Assert.Equal(assistant.Id, mandate.PersonId);
        Assert.True((await assistant.GetAsync($"api/rooms/{stage.Room}")).As<RoomSnapshot>().MayPost);
    }

    [Fact]
    public async Task Is_granted_once_however_often_it_is_asked_and_never_twice_to_one_contact()
    {
        var request = new GrantMandateRequest("助理", "13900000201", MandateScope.Consult, TestEnterprise.Today.AddMonths(6));
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => stage.Chen.PostAsync(stage.Path("/mandates"), request)));
        foreach (var answer in answers) Assert.Equal(2, answer.As<EnterpriseView>().Mandates.Count);
        Assert.Equal(1, await stage.Cluster.WithDbAsync(db => db.Set<DeliveryMessage>().CountAsync(one => one.To == "13900000201")));
        (await stage.Chen.PostAsync(stage.Path("/mandates"), request with { Scope = MandateScope.Full })).IsRefused(409, "enterprises.already-granted");
    }

    [Fact]
    public async Task Is_refused_with_what_is_wrong()
    {
        var good = new GrantMandateRequest("助理", "13900000201", MandateScope.Consult, TestEnterprise.Today);
        async Task Refused(GrantMandateRequest bad, string code) => (await stage.Chen.PostAsync(stage.Path("/mandates"), bad)).IsRefused(422, code);
        await Refused(good with { Name = "" }, "enterprises.name-invalid");
        await Refused(good with { Contact = "nobody" }, "accounts.contact-invalid");
        await Refused(good with { ValidTo = TestEnterprise.Today.AddDays(-1) }, "enterprises.validity-past");
        await Refused(good with { ValidTo = TestEnterprise.Today.AddYears(6) }, "enterprises.validity-too-long");
        Assert.Equal(400, (await stage.Chen.PostAsync(stage.Path("/mandates"), new { name = "助理", contact = "13900000201", scope = "Everything", validTo = TestEnterprise.Today })).Status);
        var own = (await stage.Chen.GetAsync(stage.Path())).As<EnterpriseView>().Mandates.Single();
        (await stage.Chen.PostAsync(stage.Path("/mandates/revoke"), new RevokeMandateRequest(own.Id))).IsRefused(422, "enterprises.nobody-may-grant");
    }

    [Fact]
    public async Task Reaches_as_far_as_the_scope_and_beyond_it_nothing_is_found()
    {
        await stage.GrantAsync("13900000201", MandateScope.Consult, "何咨询");
        await stage.GrantAsync("13900000202", MandateScope.Disputes, "何纠纷");
        var (consult, disputes) = (await stage.EnterByCodeAsync("13900000201", "何咨询"), await stage.EnterByCodeAsync("13900000202", "何纠纷"));
        var grant = new GrantMandateRequest("某人", "13900000203", MandateScope.Consult, TestEnterprise.Today);
        var filed = await stage.OpenAsync(disputes);

        async Task Finds(Cases.Visitor who, int reading, int opening, int granting)
        {
            Assert.Equal(reading, (await who.GetAsync(stage.Path())).Status);
            Assert.Equal(opening, (await who.PostAsync(stage.Path("/disputes"), EnterpriseStage.Dispute() with { Title = "" })).Status);
            Assert.Equal(granting, (await who.PostAsync(stage.Path("/mandates"), grant with { Name = "" })).Status);
            Assert.Equal(404, (await who.PostAsync(stage.Path("/mandates/revoke"), new RevokeMandateRequest(Guid.CreateVersion7()))).Status);
        }

        await Finds(stage.Chen, 200, 422, 422);
        await Finds(disputes, 200, 422, 404);
        await Finds(consult, 200, 404, 404);
        await Finds(stage.Sun, 200, 404, 404);
        await Finds(stage.PortChief, 404, 404, 404);
        await Finds(stage.Town.Ma, 404, 404, 404);
        Assert.Equal(401, (await stage.Town.Nobody.GetAsync(stage.Path())).Status);

        EnterpriseView Seen(Cases.Answer answer) => answer.As<EnterpriseView>();
        var ofChen = Seen(await stage.Chen.GetAsync(stage.Path()));
        Assert.Equal((true, true, false), (ofChen.MayGrant, ofChen.MayOpenDispute, ofChen.Cases.Single().IsMine));
        Assert.Equal(("何纠纷", filed.CaseId), (ofChen.Cases.Single().SpeakerName, ofChen.Cases.Single().Case.Id));
        Assert.True(Seen(await disputes.GetAsync(stage.Path())).Cases.Single().IsMine);
        foreach (var kept in new[] { consult, stage.Sun, stage.Qian })
        {
            var view = Seen(await kept.GetAsync(stage.Path()));
            Assert.Equal((0, false, false), (view.Cases.Count, view.MayGrant, view.MayOpenDispute));
            Assert.DoesNotContain("13900000201", (await kept.GetAsync(stage.Path())).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Shows_one_company_nothing_of_another()
    {
        var filed = await stage.OpenAsync(stage.Chen);
        Assert.Equal([stage.Port], (await stage.PortChief.GetAsync("api/enterprises")).As<EnterpriseSummaryView[]>().Select(one => one.Id));
        Assert.Equal([stage.Kun], (await stage.Qian.GetAsync("api/enterprises")).As<EnterpriseSummaryView[]>().Select(one => one.Id));
        foreach (var path in new[] { stage.Path(), $"api/rooms/{stage.Room}", $"api/rooms/{stage.Room}/entries", $"api/cases/{filed.CaseId}" })
            Assert.Equal(404, (await stage.PortChief.GetAsync(path)).Status);
        Assert.Equal(404, (await stage.PortChief.PostAsync(stage.Path("/disputes"), EnterpriseStage.Dispute())).Status);
        // Nor does a mandate of one reach into the other.
        var mandate = (await stage.Chen.GetAsync(stage.Path())).As<EnterpriseView>().Mandates.Single();
        Assert.Equal(404, (await stage.PortChief.PostAsync($"api/enterprises/{stage.Port}/mandates/revoke", new RevokeMandateRequest(mandate.Id))).Status);
        Assert.Empty((await stage.PortChief.GetAsync($"api/enterprises/{stage.Port}")).As<EnterpriseView>().Cases);
    }

    [Fact]
    public async Task Passes_to_another_when_one_ends_his_own_mandate()
    {
        await stage.GrantAsync("13900000201", MandateScope.Full, "何经理");
        var own = (await stage.Chen.GetAsync(stage.Path())).As<EnterpriseView>().Mandates.Single(one => one.IsMe);
        (await stage.Chen.PostAsync(stage.Path("/mandates/revoke"), new RevokeMandateRequest(own.Id))).IsRefused(422, "enterprises.nobody-may-grant");
        var chief = await stage.EnterByCodeAsync("13900000201", "何经理");
        var filed = await stage.OpenAsync(stage.Chen);
        Assert.Equal(204, (await stage.Chen.PostAsync(stage.Path("/mandates/revoke"), new RevokeMandateRequest(own.Id))).Status);
        Assert.Equal((404, 404), ((await stage.Chen.GetAsync(stage.Path())).Status, (await stage.Chen.GetAsync($"api/cases/{filed.CaseId}")).Status));
        Assert.True((await chief.GetAsync(stage.Path())).As<EnterpriseView>().Cases.Single().IsMine);
    }
}
