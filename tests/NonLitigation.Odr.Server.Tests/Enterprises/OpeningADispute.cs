using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Contracts.Cases;
using NonLitigation.Odr.Contracts.Enterprises;
using NonLitigation.Odr.Contracts.Evidence;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Enterprises;
using NonLitigation.Odr.Server.Tests.Cases;
using NonLitigation.Odr.Server.Tests.Evidence;
using MandateScope = NonLitigation.Odr.Contracts.Enterprises.MandateScope;
using PartyNature = NonLitigation.Odr.Contracts.Cases.PartyNature;

namespace NonLitigation.Odr.Server.Tests.Enterprises;

public sealed class OpeningADispute : IAsyncLifetime
{
    private EnterpriseStage stage = null!;

    public async ValueTask InitializeAsync() => stage = await EnterpriseStage.BuildAsync();

    public ValueTask DisposeAsync() => stage.DisposeAsync();

    [Fact]
    public async Task Carries_what_was_chosen_and_nothing_else_of_the_room()
    {
        var page = await stage.PageAsync(stage.Chen);
        await page.EnterAsync(stage.Room);
        await page.PostAsync(stage.Room, "底价是八万，千万别告诉对方。");
        var (chosen, kept) = (await stage.ShowAsync(stage.Chen, "验收记录"), await stage.ShowAsync(stage.Sun, "内部测算"));
        var request = EnterpriseStage.Dispute(chosen.Id);
        var filed = await stage.OpenAsync(stage.Chen, request);

        var answer = await stage.Chen.GetAsync($"api/cases/{filed.CaseId}");
        var file = answer.As<CaseView>();
        Assert.Equal((request.Facts, request.Title), (file.WhatHappened, file.Title));
        Assert.DoesNotContain("底价", answer.Text, StringComparison.Ordinal);
        var applicant = file.Parties.Single(one => one.Role == Contracts.Cases.PartyRole.Applicant);
        Assert.Equal((TestEnterprise.Kun, "陈海鲲", PartyNature.Organisation, true), (applicant.Name, applicant.RepresentativeName, applicant.Nature, applicant.IsMe));
        var exhibit = (await stage.Chen.GetAsync($"api/cases/{filed.CaseId}/exhibits")).As<ExhibitView[]>().Single();
        Assert.Equal((chosen.Sha256, filed.CaseId, (Guid?)null), (exhibit.Sha256, exhibit.CaseId!.Value, exhibit.RoomId));
        Assert.NotEqual(chosen.Id, exhibit.Id);

        // The respondent gets the chosen copy, and neither the original nor what was kept.
        await stage.Town.EnterAsync("13900000002", stage.Town.Zhou);
        Assert.Equal(200, (await stage.Town.Zhou.GetAsync($"api/exhibits/{exhibit.Id}")).Status);
        foreach (var hidden in new[] { chosen.Id, kept.Id }) Assert.Equal(404, (await stage.Town.Zhou.GetAsync($"api/exhibits/{hidden}")).Status);
        Assert.Equal(404, (await stage.Town.Zhou.GetAsync($"api/rooms/{stage.Room}/entries")).Status);
    }

    [Fact]
    public async Task States_who_spoke_and_on_which_mandate_and_keeps_it()
    {
        var filed = await stage.OpenAsync(stage.Chen);
        var stated = await stage.Cluster.WithDbAsync(db => db.Set<EnterpriseSpeaker>().SingleAsync(one => one.CaseId == filed.CaseId));
        var mandate = (await stage.Chen.GetAsync(stage.Path())).As<EnterpriseView>().Mandates.Single();
        Assert.Equal((mandate.Id, stage.Chen.Id, "陈海鲲", mandate.ValidTo), (stated.MandateId, stated.PersonId, stated.Name, stated.ValidTo));
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => stage.Cluster.WithDbAsync(db => db.Set<EnterpriseSpeaker>().ExecuteUpdateAsync(set => set.SetProperty(one => one.Name, "别人"))));
    }

    [Fact]
    public async Task Is_one_case_however_often_the_request_comes()
    {
        var request = EnterpriseStage.Dispute((await stage.ShowAsync(stage.Chen, "验收记录")).Id);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => stage.Chen.PostAsync(stage.Path("/disputes"), request)));
        Assert.Single(answers.Select(answer => answer.As<CaseFiledView>().CaseId).Distinct());
        Assert.Equal((1, 1), (await stage.Cluster.WithDbAsync(db => db.Set<Case>().CountAsync()), await stage.Cluster.WithDbAsync(db => db.Set<EnterpriseSpeaker>().CountAsync())));
        (await stage.Chen.PostAsync(stage.Path("/disputes"), request with { Facts = "另一件事。" })).IsRefused(409, "cases.request-id-reused");
    }

    [Fact]
    public async Task Takes_no_exhibit_that_is_not_of_this_room()
    {
        var own = (await stage.Chen.UploadAsync(SampleFiles.Text("私人"), "私人.txt")).As<ExhibitView>().Id;
        var elsewhere = (await stage.ShowAsync(stage.PortChief, "别家", (await stage.PortChief.GetAsync($"api/enterprises/{stage.Port}")).As<EnterpriseView>().RoomId)).Id;
        foreach (var wrong in new[] { own, elsewhere, Guid.CreateVersion7() })
            (await stage.Chen.PostAsync(stage.Path("/disputes"), EnterpriseStage.Dispute(wrong))).IsRefused(404, "shared.not-found");
        // Shown in the room before he came: it is of the room, and still not his to take.
        var before = await stage.ShowAsync(stage.Sun, "早先");
        await stage.GrantAsync("13900000201", MandateScope.Disputes, "何律师");
        var late = await stage.EnterByCodeAsync("13900000201", "何律师");
        (await late.PostAsync(stage.Path("/disputes"), EnterpriseStage.Dispute(before.Id))).IsRefused(404, "shared.not-found");
        Assert.Equal(0, await stage.Cluster.WithDbAsync(db => db.Set<Case>().CountAsync()));
    }

    [Fact]
    public async Task Names_each_fault_by_its_field_and_files_nothing()
    {
        var answer = await stage.Chen.PostAsync(stage.Path("/disputes"), EnterpriseStage.Dispute() with { Facts = " ", Claims = [new ClaimDraft("退款", -1, [0])] });
        answer.IsRefused(422, "cases.form-has-errors");
        var faults = answer.Json.GetProperty("errors").EnumerateObject().Select(one => one.Name).Order();
        Assert.Equal(["claims[0].amountFen", "facts"], faults);
        Assert.Equal(0, await stage.Cluster.WithDbAsync(db => db.Set<EnterpriseSpeaker>().CountAsync()));
    }

    [Fact]
    public async Task Never_has_a_butler_of_either_side_as_mediator_and_shows_him_nothing()
    {
        var filed = await stage.OpenAsync(stage.Chen);
        var sun = new ChooseMediatorRequest(stage.SunMediator);
        await stage.Town.EnterAsync("13900000002", stage.Town.Zhou);
        (await stage.Town.Zhou.PostAsync($"api/cases/{filed.CaseId}/answer", new AnswerInvitationRequest(true, null))).As<CaseView>();
        foreach (var chooser in new[] { stage.Chen, stage.Town.Zhou, stage.Town.CityOperator })
            (await chooser.PostAsync($"api/cases/{filed.CaseId}/mediator", sun)).IsRefused(409, "cases.mediator-in-conflict");
        foreach (var butler in new[] { stage.Sun, stage.Qian })
        {
            Assert.Equal(404, (await butler.GetAsync($"api/cases/{filed.CaseId}")).Status);
            Assert.DoesNotContain(filed.Number, (await butler.GetAsync(stage.Path())).Text, StringComparison.Ordinal);
        }

        // The other way round: somebody files against the enterprise, written as people write it, or with its code only.
        foreach (var respondent in new[] { CaseTown.Party(TestEnterprise.Kun + " ", "13900000007"), CaseTown.Party("海鲲公司", "13900000007") with { Nature = PartyNature.Organisation, IdNumber = TestEnterprise.KunCode } })
        {
            var against = CaseTown.Request("某") with { Respondents = [respondent], MediatorId = stage.SunMediator };
            (await stage.Town.Li.PostAsync("api/cases", against)).IsRefused(409, "cases.mediator-in-conflict");
        }
        Assert.Equal(200, (await stage.Town.Li.PostAsync("api/cases", CaseTown.Request("某") with { MediatorId = stage.SunMediator })).Status);
    }

    [Fact]
    public async Task Lets_nobody_accept_who_became_a_butler_of_one_side_meanwhile()
    {
        const string name = "连云港远山物流有限公司", code = "91320703MA3YF77K2T";
        var id = await stage.Town.FileAsync(CaseTown.Request(name));
        await stage.Town.EnterAsync("13900000002", stage.Town.Zhou);
        (await stage.Town.Zhou.PostAsync($"api/cases/{id}/answer", new AnswerInvitationRequest(true, null))).As<CaseView>();
        (await stage.Town.UnionOperator.PostAsync($"api/cases/{id}/mediator", new ChooseMediatorRequest(stage.Town.ZhaoMediator))).As<CaseView>();
        await TestEnterprise.RegisterAsync(stage.Cluster, name, code, "13900000109", stage.Town.Harbour, (stage.Town.Zhao.Id, "赵调解"));
        (await stage.Town.Zhao.PostAsync($"api/cases/{id}/appointment", new AnswerAppointmentRequest(true, null, null))).IsRefused(409, "cases.mediator-in-conflict");
        Assert.Equal(204, (await stage.Town.Zhao.PostAsync($"api/cases/{id}/appointment", new AnswerAppointmentRequest(false, "我是一方的管家", null))).Status);
    }
}
