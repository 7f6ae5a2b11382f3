using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Contracts.Cases;
using NonLitigation.Odr.Contracts.Network;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Domain.Cases;
using NonLitigation.Odr.Domain.Law;
using NonLitigation.Odr.Server.Tests.Rooms;
using NonLitigation.Odr.Server.Tests.Shared;
using CaseStage = NonLitigation.Odr.Contracts.Cases.CaseStage;

namespace NonLitigation.Odr.Server.Tests.Cases;

/// <summary>Who is on leave when the first steps are due is not given a case without those who give it knowing.</summary>
public sealed class GivingACaseToSomebodyAway : IAsyncLifetime
{
    private static readonly DateOnly Today = Deadline.DayOf(DateTimeOffset.UtcNow);
    private static readonly AnswerInvitationRequest Yes = new(true, null);
    private CaseTown _town = null!;

    public async ValueTask InitializeAsync() => _town = await CaseTown.BuildAsync(await OdrCluster.StartAsync(adjust: RoomCluster.Quick));

    public ValueTask DisposeAsync() => _town.DisposeAsync();

    private async Task<Guid> LeaveAsync(int from, int to, Visitor? who = null)
    {
        var id = Guid.CreateVersion7();
        (await (who ?? _town.Wang).PostAsync("api/leaves", new TakeLeaveRequest(id, Today.AddDays(from), Today.AddDays(to)))).As<LeaveView[]>();
        return id;
    }

    private async Task<DateOnly?> ShownAsync(Guid mediator) => (await _town.Nobody.GetAsync("api/mediators")).As<MediatorView[]>().Single(one => one.Id == mediator).AwayUntil;

    private async Task<Guid> ConsentedAsync()
    {
        var id = await _town.FileAsync();
        await _town.EnterAsync("13900000002", _town.Zhou);
        await _town.EnterAsync("13900000003", _town.Wu);
        (await _town.Zhou.PostAsync($"api/cases/{id}/answer", Yes)).As<CaseView>();
        (await _town.Wu.PostAsync($"api/cases/{id}/answer", Yes)).As<CaseView>();
        return id;
    }

    private Task<Answer> ChooseAsync(Visitor who, Guid id, DateOnly? awayUntil = null, string? reason = null) =>
        who.PostAsync($"api/cases/{id}/mediator", new ChooseMediatorRequest(_town.WangMediator, awayUntil, reason));

    private Task<string?> NoteAsync(Guid id, CaseAct act) => _town.Cluster.WithDbAsync(db =>
        db.Set<CaseMove>().Where(move => move.CaseId == id && move.Act == act).OrderByDescending(move => move.At).Select(move => move.Note).FirstOrDefaultAsync());

    [Fact]
    public async Task Is_shown_with_the_day_of_return_only_while_it_touches_the_first_steps_and_stands_last()
    {
        Assert.Null(await ShownAsync(_town.WangMediator));
        var far = await LeaveAsync(40, 45);
        Assert.Null(await ShownAsync(_town.WangMediator));
        await LeaveAsync(1, 9); // it begins before an answer would be due
        Assert.Equal(Today.AddDays(9), await ShownAsync(_town.WangMediator));
        Assert.Equal(_town.WangMediator, (await _town.Nobody.GetAsync("api/mediators")).As<MediatorView[]>()[^1].Id);
        (await _town.Wang.PostAsync($"api/leaves/{far}/cancel", new { })).As<LeaveView[]>();
        Assert.Equal(Today.AddDays(9), await ShownAsync(_town.WangMediator));
        Assert.Null(await ShownAsync(_town.ZhaoMediator));
    }

    [Fact]
    public async Task By_the_organisation_needs_the_day_and_a_reason_that_is_kept()
    {
        var id = await ConsentedAsync();
        await LeaveAsync(0, 5);
        var until = Today.AddDays(5);
        var refused = await ChooseAsync(_town.UnionOperator, id);
        refused.IsRefused(422, "cases.mediator-away");
        Assert.Contains($"{until:yyyy-MM-dd}", refused.Text, StringComparison.Ordinal);
        (await ChooseAsync(_town.UnionOperator, id, until)).IsRefused(422, "cases.mediator-away");
        (await ChooseAsync(_town.UnionOperator, id, until.AddDays(-1), "急")).IsRefused(422, "cases.mediator-away");
        Assert.Null((await _town.Li.GetAsync($"api/cases/{id}")).As<CaseView>().MediatorId);
        Assert.Equal(_town.WangMediator, (await ChooseAsync(_town.UnionOperator, id, until, "只有他熟悉船员工资，本人已同意")).As<CaseView>().MediatorId);
        Assert.Contains("本人已同意", await NoteAsync(id, CaseAct.Appoint), StringComparison.Ordinal);
    }

    [Fact]
    public async Task By_the_parties_needs_that_each_of_them_was_told()
    {
        var id = await ConsentedAsync();
        (await ChooseAsync(_town.Zhou, id)).As<CaseView>();
        await LeaveAsync(0, 3);
        var until = Today.AddDays(3);
        (await ChooseAsync(_town.Li, id)).IsRefused(422, "cases.mediator-away");
        (await ChooseAsync(_town.Li, id, until)).As<CaseView>();
        // Zhou chose before the leave was entered: he is asked again, and so are the others.
        var again = (await ChooseAsync(_town.Wu, id, until)).As<CaseView>();
        Assert.Equal((CaseStage.ChoosingMediator, null, null), (again.Stage, again.MediatorId, again.MyChoice));
        foreach (var party in new[] { _town.Li, _town.Wu }) (await ChooseAsync(party, id, until)).As<CaseView>();
        Assert.Equal(CaseStage.AwaitingAcceptance, (await ChooseAsync(_town.Zhou, id, until)).As<CaseView>().Stage);
    }

    [Fact]
    public async Task On_filing_is_refused_with_the_day()
    {
        await LeaveAsync(0, 3);
        (await _town.Li.PostAsync("api/cases", CaseTown.Request() with { MediatorId = _town.WangMediator })).IsRefused(422, "cases.mediator-away");
    }
}
