using NonLitigation.Odr.Contracts.Cases;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Domain.Law;
using NonLitigation.Odr.Server.Tests.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace NonLitigation.Odr.Server.Tests.Cases;

/// <summary>The eight reasons of the court rules on online mediation, art. 25, each by those who may give it; ended is ended.</summary>
public sealed class EndingACase : IAsyncLifetime
{
    private static readonly AnswerInvitationRequest Yes = new(true, null), No = new(false, "不愿调解");
    private readonly ShiftedTime _time = new();
    private CaseTown _town = null!;

    public async ValueTask InitializeAsync() => _town = await CaseTown.BuildAsync(await OdrCluster.StartAsync(adjust: builder => builder.Services.AddSingleton<TimeProvider>(_time)));

    public ValueTask DisposeAsync() => _town.DisposeAsync();

    public static TheoryData<ClosingReason, string, string?> Ends => new()
    {
        { ClosingReason.Withdrawn, "applicant", "已自行和解" }, { ClosingReason.Refused, "applicant", null }, { ClosingReason.Withdrawn, "mediator", null },
        { ClosingReason.NoContact, "operator", null }, { ClosingReason.NoContact, "mediator", null }, { ClosingReason.Refused, "operator", null }, { ClosingReason.Refused, "mediator", null },
        { ClosingReason.TooFarApart, "mediator", null }, { ClosingReason.Expired, "mediator", null }, { ClosingReason.RefusedToSign, "mediator", null },
        { ClosingReason.Other, "mediator", "涉嫌虚假调解，移送有关部门。" }, { ClosingReason.Other, "operator", "不属于受理范围。" },
    };

    [Theory]
    [MemberData(nameof(Ends))]
    public async Task Is_possible_for_each_reason_names_the_ways_that_remain_and_is_final(ClosingReason reason, string by, string? note)
    {
        var mediating = by != "operator";
        var id = mediating ? await _town.MediateAsync() : await _town.FileAsync();
        var who = by switch { "applicant" => _town.Li, "mediator" => _town.Wang, _ => _town.UnionOperator };
        if (reason == ClosingReason.Expired)
        {
            (await who.PostAsync($"api/cases/{id}/close", new CloseCaseRequest(reason, note))).IsRefused(422, "cases.term-not-over");
            _time.By = TimeSpan.FromDays(60);
        }
        if (reason == ClosingReason.Other) (await who.PostAsync($"api/cases/{id}/close", new CloseCaseRequest(reason, " "))).IsRefused(422, "cases.reason-needed");
        (await who.PostAsync($"api/cases/{id}/close", new CloseCaseRequest(reason, note))).As<CaseView>();

        var view = (await _town.Li.GetAsync($"api/cases/{id}")).As<CaseView>();
        Assert.Equal((CaseStage.Closed, reason, note), (view.Stage, view.ClosingReason!.Value, view.ClosingNote));
        Assert.Empty(view.Clocks);
        Assert.Empty(view.MayAct);
        // 人民调解法 26: each way with the article that names it.
        Assert.Equal(["labour-inspection", "labour-arbitration", "lawsuit"], view.OtherWays.Select(way => way.Code));
        Assert.All(view.OtherWays, way => Assert.Matches("^《.+》第.+条", way.Article));
        Assert.All(view.OtherWays, way => Assert.False(string.IsNullOrWhiteSpace(way.Zh) || string.IsNullOrWhiteSpace(way.En)));
        if (mediating)
        {
            Assert.Equal(SessionState.Closed, (await _town.Zhou.GetAsync("api/rooms")).As<RoomView[]>().First(room => room.CaseId == id).State);
            (await _town.Zhou.PostAsync($"api/cases/{id}/answer", No)).IsRefused(422, "cases.not-at-this-stage");
        }
        (await _town.Li.PostAsync($"api/cases/{id}/close", new CloseCaseRequest(ClosingReason.Withdrawn, null))).IsRefused(422, "cases.not-at-this-stage");
    }

    [Fact]
    public async Task As_agreed_is_nobodys_word_but_the_signatures()
    {
        var id = await _town.MediateAsync();
        foreach (var who in new[] { _town.Li, _town.Wang }) (await who.PostAsync($"api/cases/{id}/close", new CloseCaseRequest(ClosingReason.Agreed, null))).IsRefused(422, "cases.closing-reason-not-yours");
    }

    [Fact]
    public async Task By_the_refusal_of_all_ends_before_and_after_consenting()
    {
        var id = await _town.MediateAsync();
        (await _town.Zhou.PostAsync($"api/cases/{id}/answer", No)).As<CaseView>();
        var last = (await _town.Wu.PostAsync($"api/cases/{id}/answer", No)).As<CaseView>();
        Assert.Equal((CaseStage.Closed, ClosingReason.Refused), (last.Stage, last.ClosingReason!.Value));
        Assert.NotEmpty(last.OtherWays);
    }

    [Fact]
    public async Task Leaves_the_respondents_word_to_refuse_and_the_stranger_nothing()
    {
        var id = await _town.MediateAsync();
        (await _town.Zhou.PostAsync($"api/cases/{id}/close", new CloseCaseRequest(ClosingReason.Withdrawn, null))).IsRefused(422, "cases.not-at-this-stage");
        (await _town.UnionOperator.PostAsync($"api/cases/{id}/close", new CloseCaseRequest(ClosingReason.Other, "不再进行"))).IsRefused(422, "cases.not-at-this-stage");
        foreach (var stranger in new[] { _town.Ma, _town.HarbourOperator }) (await stranger.PostAsync($"api/cases/{id}/close", new CloseCaseRequest(ClosingReason.Withdrawn, null))).IsRefused(404, "shared.not-found");
    }

    [Fact]
    public async Task Keeps_each_step_of_each_invitation_with_its_time()
    {
        var id = await _town.FileAsync();
        var times = new List<DateTimeOffset>();
        async Task LaterAsync(Func<Task> step)
        {
            _time.By += TimeSpan.FromHours(1);
            times.Add(_time.GetUtcNow());
            await step();
        }
        var token = await _town.TokenAsync("13900000002");
        await LaterAsync(async () => (await _town.Nobody.PostAsync("api/invitations/open", new OpenInvitationRequest(token))).As<InvitationView>());
        await LaterAsync(async () => (await _town.Nobody.PostAsync("api/invitations/open", new OpenInvitationRequest(token))).As<InvitationView>());
        await LaterAsync(() => _town.EnterAsync("13900000002", _town.Zhou));
        await LaterAsync(async () => (await _town.Zhou.PostAsync($"api/cases/{id}/answer", Yes)).As<CaseView>());
        await LaterAsync(() => _town.EnterAsync("13900000003", _town.Wu));
        await LaterAsync(async () => (await _town.Wu.PostAsync($"api/cases/{id}/answer", No)).As<CaseView>());
        var funnel = (await _town.UnionOperator.GetAsync($"api/cases/{id}")).As<CaseView>().Funnel;
        Assert.Equal([InvitationStep.Sent, InvitationStep.Opened, InvitationStep.Identified, InvitationStep.Consented], funnel[0].Steps.Select(step => step.Step));
        Assert.Equal([InvitationStep.Sent, InvitationStep.Opened, InvitationStep.Identified, InvitationStep.Refused], funnel[1].Steps.Select(step => step.Step));
        // Opening again does not move the first time.
        foreach (var (step, at) in new[] { (funnel[0].Steps[1], times[0]), (funnel[0].Steps[2], times[2]), (funnel[0].Steps[3], times[3]), (funnel[1].Steps[2], times[4]), (funnel[1].Steps[3], times[5]) })
            Assert.InRange(step.At - at, TimeSpan.FromMilliseconds(-1), TimeSpan.FromSeconds(30));
        // Each respondent sees his own steps, nobody else's.
        Assert.Equal("周永顺", Assert.Single((await _town.Zhou.GetAsync($"api/cases/{id}")).As<CaseView>().Funnel).PartyName);
        Assert.Equal(Deadline.Of(LawRules.ConcludeLabour, times[0] - TimeSpan.FromHours(1)).DueAt.Date, (await _town.Li.GetAsync($"api/cases/{id}")).As<CaseView>().Clocks.Single(clock => clock.Code == "labour.conclude").DueAt.Date);
    }
}
