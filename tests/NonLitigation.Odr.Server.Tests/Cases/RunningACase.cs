using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Contracts.Accounts;
using NonLitigation.Odr.Contracts.Cases;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Domain.Accounts;
using NonLitigation.Odr.Domain.Network;
using NonLitigation.Odr.Server.Tests.Shared;

namespace NonLitigation.Odr.Server.Tests.Cases;

public sealed class RunningACase : IAsyncLifetime
{
    private static readonly AnswerInvitationRequest Yes = new(true, null), No = new(false, "不愿调解");
    private CaseTown town = null!;

    public async ValueTask InitializeAsync() => town = await CaseTown.BuildAsync(await OdrCluster.StartAsync());

    public ValueTask DisposeAsync() => town.DisposeAsync();

    [Fact]
    public async Task Invites_by_a_link_that_is_read_before_anything_is_registered_and_entered_with_a_code()
    {
        var id = await town.FileAsync();
        var token = await town.TokenAsync("13900000002");
        var invitation = (await town.Nobody.PostAsync("api/invitations/open", new OpenInvitationRequest(token))).As<InvitationView>();
        Assert.Equal(("李海生", "周永顺", "139****0002", false), (invitation.ApplicantName, invitation.InvitedName, invitation.ContactHint, invitation.UsedUp));

        var sent = (await town.Nobody.PostAsync("api/accounts/code", new SendCodeRequest(null, token))).As<CodeSentView>();
        var code = await town.Cluster.WithDbAsync(async db => (await db.Set<DeliveryMessage>().Where(one => one.To == "13900000002" && one.Code != null).OrderByDescending(one => one.CreatedAt).FirstAsync()).Code);
        var me = (await town.Nobody.PostAsync("api/accounts/enter", new EnterWithCodeRequest(sent.ChallengeId, code!, "周永顺", token))).As<MeView>();
        var view = (await town.Li.GetAsync($"api/cases/{id}")).As<CaseView>();
        Assert.Equal([InvitationStep.Sent, InvitationStep.Opened, InvitationStep.Identified], view.Funnel[0].Steps.Select(step => step.Step));
        Assert.Equal(me.PersonId, view.Parties[1].PersonId);
        Assert.True((await town.Nobody.PostAsync("api/invitations/open", new OpenInvitationRequest(token))).As<InvitationView>().UsedUp);
        (await town.Nobody.PostAsync("api/invitations/open", new OpenInvitationRequest("nonsense"))).IsRefused(410, "cases.invitation-expired");
    }

    [Fact]
    public async Task From_consent_to_mediation_makes_the_joint_room_for_those_who_take_part()
    {
        var id = await town.MediateAsync();
        var view = (await town.Zhou.GetAsync($"api/cases/{id}")).As<CaseView>();
        Assert.Equal((CaseStage.InMediation, "王调解"), (view.Stage, view.MediatorName));
        Assert.Contains(view.Clocks, clock => clock.Code == "peoples.conclude" && !clock.Verified);
        Assert.Single(view.Funnel);
        foreach (var person in new[] { town.Li, town.Zhou, town.Wu, town.Wang })
            Assert.Equal(id, (await person.GetAsync("api/rooms")).As<RoomView[]>().Single().CaseId);
        Assert.Empty((await town.UnionOperator.GetAsync("api/rooms")).As<RoomView[]>());
    }

    [Fact]
    public async Task Seats_whom_all_choose_and_voids_what_cannot_be_seated()
    {
        var id = await town.FileAsync(CaseTown.Request() with { MediatorId = town.WangMediator });
        await town.EnterAsync("13900000002", town.Zhou);
        await town.EnterAsync("13900000003", town.Wu);
        (await town.Zhou.PostAsync($"api/cases/{id}/mediator", new ChooseMediatorRequest(town.WangMediator))).IsRefused(422, "cases.not-at-this-stage");
        await town.Zhou.PostAsync($"api/cases/{id}/answer", Yes);
        (await town.Zhou.PostAsync($"api/cases/{id}/mediator", new ChooseMediatorRequest(Guid.CreateVersion7()))).IsRefused(422, "cases.no-such-mediator");
        (await town.Zhou.PostAsync($"api/cases/{id}/mediator", new ChooseMediatorRequest(town.WangMediator))).As<CaseView>();
        await town.Wu.PostAsync($"api/cases/{id}/answer", Yes);
        var seated = (await town.Wu.PostAsync($"api/cases/{id}/mediator", new ChooseMediatorRequest(town.WangMediator))).As<CaseView>();
        Assert.Equal((CaseStage.AwaitingAcceptance, town.WangMediator), (seated.Stage, seated.MediatorId));
        Assert.Equal(1, await OpenCasesAsync(town.WangMediator));
        (await town.Wang.PostAsync($"api/cases/{id}/appointment", new AnswerAppointmentRequest(false, " ", null))).IsRefused(422, "cases.reason-needed");
        Assert.Equal(204, (await town.Wang.PostAsync($"api/cases/{id}/appointment", new AnswerAppointmentRequest(false, "超出擅长领域", null))).Status);
        Assert.Equal(0, await OpenCasesAsync(town.WangMediator));
        (await town.Wang.GetAsync($"api/cases/{id}")).IsRefused(404, "shared.not-found");
    }

    [Fact]
    public async Task Never_gives_a_mediator_more_than_his_places_also_in_a_race()
    {
        var cases = new List<Guid>();
        for (var at = 0; at < 4; at++)
        {
            cases.Add(await town.FileAsync(CaseTown.Request("周永顺")));
            await town.EnterAsync("13900000002", town.Zhou);
            await town.Zhou.PostAsync($"api/cases/{cases[^1]}/answer", Yes);
        }
        var answers = await Task.WhenAll(cases.Select(id => town.UnionOperator.PostAsync($"api/cases/{id}/mediator", new ChooseMediatorRequest(town.WangMediator))));
        Assert.Equal(2, answers.Count(answer => answer.Status == 200));
        Assert.Equal(2, answers.Count(answer => answer.Code == "cases.mediator-at-capacity"));
        Assert.Equal(2, await OpenCasesAsync(town.WangMediator));
    }

    [Fact]
    public async Task Never_gives_more_places_than_there_are_in_fifty_tries_at_once_by_all_ways()
    {
        var cases = new List<Guid>();
        for (var at = 0; at < 10; at++)
        {
            cases.Add(await town.FileAsync(CaseTown.Request("周永顺") with { MediatorId = at % 2 == 0 ? town.WangMediator : null }));
            await town.EnterAsync("13900000002", town.Zhou);
            await town.Zhou.PostAsync($"api/cases/{cases[^1]}/answer", Yes);
        }
        // Each case is tried five times at once: by its operator, and, where the applicant wished so, by the respondent's same choice.
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(at => (at % 10 % 2 == 0 && at >= 30 ? town.Zhou : town.UnionOperator)
            .PostAsync($"api/cases/{cases[at % 10]}/mediator", new ChooseMediatorRequest(town.WangMediator))));
        Assert.All(answers, answer => Assert.Contains(answer.Code, new[] { null, "cases.mediator-at-capacity", "cases.mediator-still-has-time", "cases.not-at-this-stage" }));
        var seated = await town.Cluster.WithDbAsync(db => db.Set<Domain.Cases.Case>().CountAsync(one => one.MediatorId == town.WangMediator));
        Assert.Equal((2, 2), (seated, await OpenCasesAsync(town.WangMediator)));
    }

    [Fact]
    public async Task Stops_for_who_refuses_names_other_ways_and_ends_when_all_have()
    {
        var id = await town.FileAsync();
        await town.EnterAsync("13900000002", town.Zhou);
        await town.EnterAsync("13900000003", town.Wu);
        var refused = (await town.Zhou.PostAsync($"api/cases/{id}/answer", No)).As<CaseView>();
        Assert.NotEmpty(refused.OtherWays);
        Assert.Equal(("", 0, 0), (refused.WhatHappened, refused.Claims.Count, refused.MayAct.Count));
        Assert.DoesNotContain(refused.Parties, party => party.Name == "吴建国");
        (await town.Zhou.PostAsync($"api/cases/{id}/answer", Yes)).IsRefused(422, "cases.refused-mediation");
        (await town.Zhou.PostAsync($"api/cases/{id}/answer", No)).IsRefused(409, "cases.already-answered");
        await town.Wu.PostAsync($"api/cases/{id}/answer", No);
        var closed = (await town.Li.GetAsync($"api/cases/{id}")).As<CaseView>();
        Assert.Equal((CaseStage.Closed, ClosingReason.Refused), (closed.Stage, closed.ClosingReason));
        Assert.Contains(closed.OtherWays, way => way.Code == "labour-arbitration");
    }

    [Fact]
    public async Task Lets_one_respondent_leave_and_takes_him_out_of_the_rooms()
    {
        var id = await town.MediateAsync();
        (await town.Wu.PostAsync($"api/cases/{id}/answer", No)).As<CaseView>();
        Assert.Equal(CaseStage.InMediation, (await town.Li.GetAsync($"api/cases/{id}")).As<CaseView>().Stage);
        Assert.Empty((await town.Wu.GetAsync("api/rooms")).As<RoomView[]>());
    }

    [Fact]
    public async Task Takes_in_one_who_consents_after_the_mediation_began()
    {
        var id = await town.FileAsync();
        await town.EnterAsync("13900000002", town.Zhou);
        await town.EnterAsync("13900000003", town.Wu);
        (await town.UnionOperator.PostAsync($"api/cases/{id}/mediator", new ChooseMediatorRequest(town.WangMediator))).IsRefused(422, "cases.nobody-consented");
        await town.Zhou.PostAsync($"api/cases/{id}/answer", Yes);
        (await town.UnionOperator.PostAsync($"api/cases/{id}/mediator", new ChooseMediatorRequest(town.WangMediator))).As<CaseView>();
        (await town.Wang.PostAsync($"api/cases/{id}/appointment", new AnswerAppointmentRequest(true, null, null))).As<CaseView>();
        Assert.Empty((await town.Wu.GetAsync("api/rooms")).As<RoomView[]>());
        await town.Wu.PostAsync($"api/cases/{id}/answer", Yes);
        Assert.Single((await town.Wu.GetAsync("api/rooms")).As<RoomView[]>());
    }

    [Fact]
    public async Task Ends_by_withdrawal_and_frees_the_place()
    {
        var id = await town.MediateAsync();
        (await town.Zhou.PostAsync($"api/cases/{id}/close", new CloseCaseRequest(ClosingReason.Withdrawn, null))).IsRefused(422, "cases.not-at-this-stage");
        (await town.Li.PostAsync($"api/cases/{id}/close", new CloseCaseRequest(ClosingReason.TooFarApart, null))).IsRefused(422, "cases.closing-reason-not-yours");
        (await town.Wang.PostAsync($"api/cases/{id}/close", new CloseCaseRequest(ClosingReason.Expired, null))).IsRefused(422, "cases.term-not-over");
        (await town.Li.PostAsync($"api/cases/{id}/close", new CloseCaseRequest(ClosingReason.Withdrawn, "已自行和解"))).As<CaseView>();
        Assert.Equal(0, await OpenCasesAsync(town.WangMediator));
        Assert.Equal(SessionState.Closed, (await town.Zhou.GetAsync("api/rooms")).As<RoomView[]>().Single().State);
        (await town.Li.PostAsync($"api/cases/{id}/close", new CloseCaseRequest(ClosingReason.Withdrawn, null))).IsRefused(422, "cases.not-at-this-stage");
    }

    [Fact]
    public async Task Shows_lists_by_office_and_a_board_without_content()
    {
        var id = await town.MediateAsync();
        Assert.Equal(id, (await town.Zhou.GetAsync("api/cases?view=mine")).As<CaseSummaryView[]>().Single().Id);
        Assert.NotNull((await town.Wang.GetAsync("api/cases?view=queue")).As<CaseSummaryView[]>().Single().NextClock);
        Assert.Equal("船员工资", (await town.UnionOperator.GetAsync("api/cases?view=board")).As<CaseSummaryView[]>().Single().Title);
        Assert.Equal("", (await town.CityOperator.GetAsync("api/cases?view=board")).As<CaseSummaryView[]>().Single().Title);
        Assert.Empty((await town.HarbourOperator.GetAsync("api/cases?view=board")).As<CaseSummaryView[]>());
        Assert.Empty((await town.Li.GetAsync("api/cases?view=board")).As<CaseSummaryView[]>());
        Assert.Empty((await town.Ma.GetAsync("api/cases?view=queue")).As<CaseSummaryView[]>());
        foreach (var above in new[] { town.UnionOperator, town.CityOperator })
        {
            var text = (await above.GetAsync($"api/cases/{id}")).Text;
            Assert.DoesNotContain("出海三个月", text, StringComparison.Ordinal);
            Assert.DoesNotContain("支付工资", text, StringComparison.Ordinal);
        }
    }

    private Task<int> OpenCasesAsync(Guid mediator) =>
        town.Cluster.WithDbAsync(db => db.Set<Mediator>().Where(one => one.Id == mediator).Select(one => one.OpenCases).SingleAsync());
}
