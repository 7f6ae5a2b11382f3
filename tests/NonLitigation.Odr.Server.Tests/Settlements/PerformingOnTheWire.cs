using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Contracts.Settlements;
using NonLitigation.Odr.Persistence.Network;
using NonLitigation.Odr.Server.Tests.Negotiation;
using NonLitigation.Odr.Server.Tests.Rooms;
using NonLitigation.Odr.Server.Tests.Shared;
using PerformanceAct = NonLitigation.Odr.Domain.Settlements.PerformanceAct;

namespace NonLitigation.Odr.Server.Tests.Settlements;

/// <summary>An agreement in effect, performed by its people over HTTP.</summary>
public sealed class PerformingOnTheWire(OneNode cluster) : IClassFixture<OneNode>
{
    [Fact]
    public async Task Goes_from_report_through_a_part_to_the_whole()
    {
        await using var stage = await PerformanceWire.AgreedAsync(cluster.Cluster);
        var reported = (await stage.ReportAsync(stage.Zhou, 1, 1_600, note: "已转账")).Obligations.Single();
        Assert.Equal((ObligationState.Due, "¥1,600.00", 0L), (reported.State, reported.RestFigures, reported.ReportableFen!.Value));
        var waiting = (await stage.PerformanceAsync(stage.Li)).Obligations[0];
        Assert.Equal(["answer", "dispute"], waiting.MayAct);
        var part = (await stage.ConfirmAsync(stage.Li, 1, waiting.Unanswered.Single().Id, 1_000)).Obligations[0];
        Assert.Equal((ObligationState.PartlyPerformed, 60_000L), (part.State, part.RestFen!.Value));
        Assert.Equal("settlements.more-than-the-rest", await ProposalWire.RefusedAsync(() => stage.ReceiveAsync(stage.Li, 1, 601)));
        var whole = await stage.ReceiveAsync(stage.Li, 1, 600);
        Assert.Equal((ObligationState.Performed, 0L), (whole.Obligations[0].State, whole.Obligations[0].RestFen!.Value));
        Assert.Equal([PerformanceActKind.Reported, PerformanceActKind.Confirmed, PerformanceActKind.Received], whole.Obligations[0].History.Select(act => act.Kind));
        Assert.Equal(["周永顺", "李海生", "李海生"], whole.Obligations[0].History.Select(act => act.ByName));
        Assert.Null(whole.ClosedAt);
        Assert.NotNull((await stage.ReceiveAsync(stage.Li, 2, 1_800)).ClosedAt);
        Assert.Equal("settlements.already-performed", await ProposalWire.RefusedAsync(() => stage.ReportAsync(stage.Zhou, 1, 1)));
    }

    [Fact]
    public async Task Shows_each_owner_his_own_debt_and_the_mediator_all()
    {
        await using var stage = await PerformanceWire.AgreedAsync(cluster.Cluster);
        Assert.Equal([1], (await stage.PerformanceAsync(stage.Zhou)).Obligations.Select(one => one.Number));
        Assert.Equal([2], (await stage.PerformanceAsync(stage.Wu)).Obligations.Select(one => one.Number));
        Assert.Equal([1, 2], (await stage.PerformanceAsync(stage.Li)).Obligations.Select(one => one.Number));
        var remarked = await stage.RemarkAsync(stage.Mediator, 1, "电话提醒周永顺，承诺月底前付");
        Assert.Equal((2, true, "王正"), (remarked.Obligations.Count, remarked.Supervises, remarked.Obligations[0].History.Single().ByName));
        Assert.Empty((await stage.PerformanceAsync(stage.Zhou)).Obligations[0].History); // the organisation's own record

        Assert.Equal("shared.not-found", await ProposalWire.RefusedAsync(() => stage.ReportAsync(stage.Wu, 1, 1)));
        Assert.Equal("settlements.not-your-act", await ProposalWire.RefusedAsync(() => stage.ReportAsync(stage.Li, 1, 1)));
        Assert.Equal("settlements.not-your-act", await ProposalWire.RefusedAsync(() => stage.ReceiveAsync(stage.Zhou, 1, 1)));
        Assert.Equal("shared.not-found", await ProposalWire.RefusedAsync(() => stage.ReceiveAsync(stage.Mediator, 1, 1)));
        Assert.Equal("shared.not-found", await ProposalWire.RefusedAsync(() => stage.RemarkAsync(stage.Zhou, 1, "我来写")));
        var stranger = await stage.PageAsync(Guid.CreateVersion7());
        Assert.Equal("shared.not-found", await ProposalWire.RefusedAsync(() => stage.PerformanceAsync(stranger)));
        Assert.Equal("shared.not-found", await ProposalWire.RefusedAsync(() => stage.ReportAsync(stranger, 1, 1)));
    }

    [Fact]
    public async Task Is_seen_and_supervised_by_the_organisation_that_has_the_case()
    {
        await using var stage = await PerformanceWire.AgreedAsync(cluster.Cluster);
        var clerk = await stage.ClerkAsync();
        Assert.Equal(2, (await stage.RemarkAsync(clerk, 2, "已电话核实")).Obligations.Count);
        Assert.Equal("shared.not-found", await ProposalWire.RefusedAsync(() => stage.FollowUpAsync(clerk, 5)));
    }

    [Fact]
    public async Task Stands_in_the_list_of_who_supervises_it_until_it_is_done()
    {
        await using var stage = await PerformanceWire.AgreedAsync(cluster.Cluster);
        await stage.ReceiveAsync(stage.Li, 1, 1_600);
        var clerk = await stage.ClerkAsync();
        foreach (var who in new[] { stage.Mediator, clerk })
        {
            var listed = Assert.Single(await who.AskAsync<PerformanceSummaryView[]>("api/performances"));
            Assert.Equal((stage.Case.Id, 2, 1, 0, PerformanceWire.SecondDue), (listed.CaseId, listed.Obligations, listed.Performed, listed.Overdue, listed.NextDueOn));
        }
        Assert.Empty(await stage.Li.AskAsync<PerformanceSummaryView[]>("api/performances"));
        await stage.ReceiveAsync(stage.Li, 2, 1_800);
        Assert.Empty(await stage.Mediator.AskAsync<PerformanceSummaryView[]>("api/performances"));
    }

    [Fact]
    public async Task Is_nothing_before_the_agreement_takes_effect()
    {
        await using var stage = await SettlementStage.OpenAsync(cluster.Cluster);
        await stage.FrozenAsync();
        Assert.Equal("settlements.not-in-effect", await ProposalWire.RefusedAsync(() => stage.PerformanceAsync(stage.Li)));
    }

    [Fact]
    public async Task Takes_a_repeated_request_once()
    {
        await using var stage = await PerformanceWire.AgreedAsync(cluster.Cluster);
        var id = Guid.CreateVersion7();
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => stage.ReportAsync(stage.Zhou, 1, 900, id)));
        Assert.All(answers, answer => Assert.Single(answer.Obligations[0].History));
        Assert.Equal("settlements.request-id-reused", await ProposalWire.RefusedAsync(() => stage.ReportAsync(stage.Zhou, 1, 901, id)));
    }

    [Fact]
    public async Task Confirms_once_when_two_phones_confirm_at_the_same_moment()
    {
        await using var stage = await PerformanceWire.AgreedAsync(cluster.Cluster);
        var report = (await stage.ReportAsync(stage.Zhou, 1, 1_600)).Obligations[0].Unanswered[0].Id;
        var refused = await Task.WhenAll(Enumerable.Range(0, 8).Select(async at =>
        {
            try
            {
                await (at % 2 == 0 ? stage.ConfirmAsync(stage.Li, 1, report, 1_600) : stage.ReceiveAsync(stage.Li, 1, 1_600));
                return null;
            }
            catch (RefusedOverHttpException refusal)
            {
                return refusal.Code;
            }
        }));
        Assert.Single(refused, code => code is null);
        Assert.All(refused.OfType<string>(), code => Assert.Equal("settlements.already-performed", code));
        Assert.Equal(160_000, (await stage.PerformanceAsync(stage.Li)).Obligations[0].ConfirmedFen);
    }

    [Fact]
    public async Task Names_the_ways_of_the_law_once_there_is_a_dispute()
    {
        await using var stage = await PerformanceWire.AgreedAsync(cluster.Cluster);
        Assert.Empty((await stage.PerformanceAsync(stage.Zhou)).Ways);
        var disputed = await stage.DisputeAsync(stage.Zhou, 1, "李海生给的账号不对");
        Assert.Equal(ObligationState.Disputed, disputed.Obligations[0].State);
        Assert.Equal(["judicial-confirmation", "enforcement", "payment-order", "labour-arbitration", "lawsuit"], disputed.Ways.Select(way => way.Code));
        Assert.Contains("end-dispute", disputed.Obligations[0].MayAct);
        Assert.Contains("dispute", (await stage.PerformanceAsync(stage.Li)).Obligations[0].MayAct);
        Assert.Empty((await stage.PerformanceAsync(stage.Wu)).Ways); // not his quarrel
    }

    [Fact]
    public async Task Is_asked_for_in_so_many_statements_however_long_the_history()
    {
        await using var stage = await PerformanceWire.AgreedAsync(cluster.Cluster);
        await stage.PerformanceAsync(stage.Mediator);
        var few = (await QueryLog.GetAsync(stage.Mediator.Http, stage.Performance())).Count;
        for (var i = 0; i < 20; i++) await stage.ReceiveAsync(stage.Li, 1 + i % 2, 10);
        await stage.RemarkAsync(stage.Mediator, 1, "核实");
        Assert.Equal(few, (await QueryLog.GetAsync(stage.Mediator.Http, stage.Performance())).Count);
        Assert.InRange(few, 1, 12);
    }

    [Fact]
    public async Task Keeps_its_history_against_every_program()
    {
        await using var stage = await PerformanceWire.AgreedAsync(cluster.Cluster);
        await stage.ReceiveAsync(stage.Li, 1, 100);
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => cluster.Cluster.WithDbAsync(db => db.Set<PerformanceAct>().ExecuteDeleteAsync()));
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => cluster.Cluster.WithDbAsync(db => db.Set<PerformanceAct>().ExecuteUpdateAsync(set => set.SetProperty(act => act.AmountFen, 1L))));
        var twice = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => cluster.Cluster.WithDbAsync(db => db.Database.ExecuteSqlAsync($"""
            insert into performance_acts (id, obligation_id, position, kind, person_id, request_id, at, amount_fen, note, is_part)
            select gen_random_uuid(), obligation_id, 99, kind, person_id, gen_random_uuid(), at, 160000, '', false from performance_acts where kind = 'Received' order by at desc limit 1
            """)));
        Assert.Contains("more confirmed than owed", twice.Message, StringComparison.Ordinal);
    }
}
