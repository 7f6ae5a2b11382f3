using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NonLitigation.Odr.Application.Cases;
using NonLitigation.Odr.Contracts.Cases;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Law;
using NonLitigation.Odr.Domain.Network;
using NonLitigation.Odr.Persistence.Shared;
using NonLitigation.Odr.Server.Tests.Rooms;
using NonLitigation.Odr.Server.Tests.Shared;
using CaseStage = NonLitigation.Odr.Contracts.Cases.CaseStage;

namespace NonLitigation.Odr.Server.Tests.Cases;

/// <summary>Court rules art. 12: three working days to answer; silence, and somebody else is appointed. Two nodes look at the same clock.</summary>
public sealed class LettingAnAppointmentLapse : IAsyncLifetime
{
    private static readonly AnswerInvitationRequest Yes = new(true, null);
    private readonly ShiftedTime _time = new();
    private CaseTown _town = null!;

    public async ValueTask InitializeAsync() => _town = await CaseTown.BuildAsync(await OdrCluster.StartAsync(2, adjust: builder =>
    {
        RoomCluster.Quick(builder);
        builder.Configuration["Odr:Cases:ClockSweep"] = "00:00:00.200";
        builder.Services.AddSingleton<TimeProvider>(_time);
    }));

    public ValueTask DisposeAsync() => _town.DisposeAsync();

    [Fact]
    public async Task Happens_when_the_third_working_day_is_over_and_appoints_the_next_one_once()
    {
        var id = await AppointedAsync();
        var due = Deadline.Of(LawRules.AcceptAppointment, await AppointedAtAsync(id)).DueAt;
        _time.By = due - DateTimeOffset.UtcNow - TimeSpan.FromMinutes(1);
        await Task.Delay(1_500);
        Assert.Equal(_town.WangMediator, (await _town.Li.GetAsync($"api/cases/{id}")).As<CaseView>().MediatorId);
        Assert.Equal(200, (await _town.Wang.GetAsync($"api/cases/{id}")).Status);

        _time.By = due - DateTimeOffset.UtcNow + TimeSpan.FromSeconds(1);
        var passed = await UntilAsync(id, view => view.MediatorId != _town.WangMediator);
        Assert.Equal((CaseStage.AwaitingAcceptance, "马调解"), (passed.Stage, passed.MediatorName));
        Assert.Equal("court.accept-appointment", passed.Clocks.Single(clock => clock.Code.StartsWith("court.", StringComparison.Ordinal)).Code);
        await Task.Delay(1_500); // both nodes have looked several times
        Assert.Equal([(CaseAct.Lapse, CaseRole.Service), (CaseAct.Appoint, CaseRole.Service)], await MovesSinceAsync(id, CaseAct.Lapse));
        Assert.Equal(0, await OpenCasesAsync(_town.Wang.Id));
        Assert.Equal(1, await OpenCasesAsync(_town.Ma.Id));
        (await _town.Wang.GetAsync($"api/cases/{id}")).IsRefused(404, "shared.not-found");
        (await _town.Wang.PostAsync($"api/cases/{id}/appointment", new AnswerAppointmentRequest(true, null, null))).IsRefused(404, "shared.not-found");
        Assert.Equal(CaseStage.InMediation, (await _town.Ma.PostAsync($"api/cases/{id}/appointment", new AnswerAppointmentRequest(true, null, null))).As<CaseView>().Stage);
    }

    [Fact]
    public async Task Leaves_the_case_to_the_parties_and_the_operator_when_nobody_else_may_take_it()
    {
        var id = await AppointedAsync();
        await _town.Cluster.WithDbAsync(db => db.Set<Mediator>().Where(one => one.PersonId == _town.Ma.Id).ExecuteUpdateAsync(set => set.SetProperty(one => one.OpenCases, one => one.Capacity)));
        _time.By = TimeSpan.FromDays(15);
        var waiting = await UntilAsync(id, view => view.Stage == CaseStage.ChoosingMediator);
        Assert.Null(waiting.MediatorId);
        Assert.Contains(waiting.Clocks, clock => clock.Code == "court.choose-together" && clock.Running);
        Assert.Contains("choose-mediator", (await _town.Zhou.GetAsync($"api/cases/{id}")).As<CaseView>().MayAct);
        Assert.Equal([(CaseAct.Lapse, CaseRole.Service)], await MovesSinceAsync(id, CaseAct.Lapse));
        Assert.Equal(0, await OpenCasesAsync(_town.Wang.Id));
        // The centre may ask the same one again; the service would not.
        Assert.Equal(_town.WangMediator, (await _town.UnionOperator.PostAsync($"api/cases/{id}/mediator", new ChooseMediatorRequest(_town.WangMediator))).As<CaseView>().MediatorId);
    }

    [Fact]
    public async Task Never_takes_what_was_accepted_at_the_last_moment()
    {
        var id = await AppointedAsync();
        (await _town.Wang.PostAsync($"api/cases/{id}/appointment", new AnswerAppointmentRequest(true, null, null))).As<CaseView>();
        _time.By = TimeSpan.FromDays(30);
        await Task.Delay(1_500);
        Assert.Equal((CaseStage.InMediation, _town.WangMediator), (await _town.Li.GetAsync($"api/cases/{id}")).As<CaseView>() is var view ? (view.Stage, view.MediatorId!.Value) : default);
    }

    [Fact]
    public async Task Passes_over_who_has_a_connection_with_the_case()
    {
        await using var conflicted = await CaseTown.BuildAsync(await OdrCluster.StartAsync(adjust: builder =>
        {
            builder.Configuration["Odr:Cases:ClockSweep"] = "00:00:00.200";
            builder.Services.AddSingleton<TimeProvider>(_time);
            builder.Services.AddSingleton<IConflictCheck>(_ => new ConflictOf(_time));
        }));
        var id = await AppointedAsync(conflicted);
        _time.By = TimeSpan.FromDays(15);
        var view = await UntilAsync(id, one => one.Stage == CaseStage.ChoosingMediator, conflicted);
        Assert.Null(view.MediatorId);
    }

    private Task<Guid> AppointedAsync() => AppointedAsync(_town);

    private static async Task<Guid> AppointedAsync(CaseTown town)
    {
        var id = await town.FileAsync(CaseTown.Request("周永顺"));
        await town.EnterAsync("13900000002", town.Zhou);
        (await town.Zhou.PostAsync($"api/cases/{id}/answer", Yes)).As<CaseView>();
        (await town.UnionOperator.PostAsync($"api/cases/{id}/mediator", new ChooseMediatorRequest(town.WangMediator))).As<CaseView>();
        return id;
    }

    private Task<DateTimeOffset> AppointedAtAsync(Guid id) => _town.Cluster.WithDbAsync(async db => (await db.Set<Case>().Where(one => one.Id == id).Select(one => one.AppointedAt).SingleAsync())!.Value);

    private Task<List<(CaseAct, CaseRole)>> MovesSinceAsync(Guid id, CaseAct first) => _town.Cluster.WithDbAsync(async db =>
        (await db.Set<CaseMove>().AsNoTracking().Where(one => one.CaseId == id).OrderBy(one => one.At).ThenBy(one => one.Id).ToListAsync())
            .SkipWhile(one => one.Act != first).Select(one => (one.Act, one.Role)).ToList());

    private Task<int> OpenCasesAsync(Guid person) => _town.Cluster.WithDbAsync(db => db.Set<Mediator>().Where(one => one.PersonId == person).Select(one => one.OpenCases).SingleAsync());

    private Task<CaseView> UntilAsync(Guid id, Func<CaseView, bool> holds) => UntilAsync(id, holds, _town);

    private static async Task<CaseView> UntilAsync(Guid id, Func<CaseView, bool> holds, CaseTown town)
    {
        for (var end = DateTime.UtcNow.AddSeconds(15); ; await Task.Delay(100))
        {
            var view = (await town.Li.GetAsync($"api/cases/{id}")).As<CaseView>();
            if (holds(view)) return view;
            Assert.True(DateTime.UtcNow < end, $"still {view.Stage} with {view.MediatorName}");
        }
    }

    /// <summary>Everybody, once the clock has been moved.</summary>
    private sealed class ConflictOf(ShiftedTime time) : IConflictCheck
    {
        public Task<ConflictReason?> ConflictAsync(OdrDb db, Guid mediatorPersonId, Guid caseId, CancellationToken cancellation) =>
            Task.FromResult(time.By > TimeSpan.Zero ? new ConflictReason("曾为一方服务", "has served one side") : null);
    }
}
