using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NonLitigation.Odr.Contracts.Settlements;
using NonLitigation.Odr.Domain.Partners;
using NonLitigation.Odr.Server.Tests.Partners;
using NonLitigation.Odr.Server.Tests.Shared;
using Npgsql;

namespace NonLitigation.Odr.Server.Tests.Settlements;

/// <summary>What one party asks of notary and court by himself, from his own act to what comes back into the case.</summary>
public sealed class TakingARoute
{
    private const string Refuses = "多次联系，债权人拒不提供收款账户，当面也不收。";

    [Fact]
    public async Task To_a_notarised_instrument_needs_the_debtors_own_acceptance_of_this_very_text_and_after_default_brings_the_certificate()
    {
        var time = new ShiftedTime();
        await using var cluster = await OdrCluster.StartAsync(adjust: builder =>
        {
            ConfirmationStage.Quick(builder);
            builder.Services.AddSingleton<TimeProvider>(time);
        });
        await using var stage = await ConfirmationStage.OpenAsync(cluster);
        var (li, zhou, wu) = (stage.Stage.Li, stage.Stage.Zhou, stage.Stage.Wu);
        var closed = (await stage.RoutesAsync(li)).Offer(RouteAct.NotarialDeed)!;
        Assert.False(closed.IsOpen);
        Assert.Contains("周永顺、吴建国", closed.Zh, StringComparison.Ordinal);
        Assert.Equal("settlements.route-closed", await RouteWire.RefusedAsync(() => stage.ApplyAsync(li, RouteAct.NotarialDeed, 1)));
        Assert.Equal("settlements.acceptance-other-text", await RouteWire.RefusedAsync(() => stage.AcceptAsync(zhou, hash: new string('0', 64))));
        Assert.Equal("settlements.route-words-conflict", await RouteWire.RefusedAsync(() => stage.AcceptAsync(zhou, words: "我愿意。")));
        Assert.Equal("settlements.nothing-to-accept", await RouteWire.RefusedAsync(() => stage.AcceptAsync(li)));

        var id = Guid.CreateVersion7();
        var accepted = await stage.AcceptAsync(zhou, id);
        Assert.Contains(accepted.FrozenHash, accepted.Words!, StringComparison.Ordinal);
        Assert.Equal(accepted.AcceptedAt, (await stage.AcceptAsync(zhou, id)).AcceptedAt);
        Assert.Equal("settlements.already-accepted", await RouteWire.RefusedAsync(() => stage.AcceptAsync(zhou)));
        Assert.Equal([("周永顺", true), ("吴建国", false)], (await stage.AcceptanceAsync(li)).Debtors.Select(one => (one.Name, one.AcceptedAt is not null)));
        Assert.Empty((await stage.AcceptanceAsync(wu)).Debtors); // what a neighbour accepts is no matter of his

        Assert.Equal([1], (await stage.RoutesAsync(li)).Offer(RouteAct.NotarialDeed)!.Items.Select(one => one.Number));
        Assert.Equal("settlements.route-no-such-item", await RouteWire.RefusedAsync(() => stage.ApplyAsync(li, RouteAct.NotarialDeed, 2)));
        Assert.Equal("settlements.route-words-conflict", await RouteWire.RefusedAsync(() => stage.ApplyAsync(li, RouteAct.NotarialDeed, 1, consent: "同意")));
        var apply = Guid.CreateVersion7();
        var words = (await stage.RoutesAsync(li)).Offer(RouteAct.NotarialDeed)!.Items[0].ConsentZh;
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => stage.ApplyAsync(li, RouteAct.NotarialDeed, 1, apply, consent: words)));
        var deed = await stage.UntilAsync(li, RouteAct.NotarialDeed, RouteState.Granted);
        Assert.Matches("模拟公证债字第[0-9]+号", deed.AnswerNumber!);
        Assert.Equal([RouteStep.Applied, RouteStep.Sent, RouteStep.Received, RouteStep.Accepted, RouteStep.Granted], deed.Marks.Select(mark => mark.Step));
        Assert.Single(await stage.AtTheDeskAsync(PartnerDesk.Notary));
        Assert.Single((await stage.RoutesAsync(zhou)).Applications);
        Assert.Single((await stage.RoutesAsync(stage.Stage.Mediator)).Applications);
        Assert.Empty((await stage.RoutesAsync(wu)).Applications);

        Assert.False((await stage.RoutesAsync(li)).Offer(RouteAct.ExecutionCertificate)!.IsOpen); // not due yet
        time.By = TimeSpan.FromDays(25);
        await stage.ApplyAsync(li, RouteAct.ExecutionCertificate, 1);
        var certificate = await stage.UntilAsync(li, RouteAct.ExecutionCertificate, RouteState.Granted);
        Assert.Matches("模拟公证执字第[0-9]+号", certificate.AnswerNumber!);
        Assert.Contains("1,600.00", certificate.Marks[^1].Note!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task To_a_deposit_counts_as_performed_within_its_amount_and_tells_the_creditor_once()
    {
        await using var cluster = await OdrCluster.StartAsync(nodes: 2, adjust: ConfirmationStage.Quick);
        await using var stage = await ConfirmationStage.OpenAsync(cluster);
        var (li, zhou) = (stage.Stage.Li, stage.Stage.Zhou);
        Assert.Equal("settlements.route-not-offered", await RouteWire.RefusedAsync(() => stage.ApplyAsync(li, RouteAct.NotarialDeposit, 1, fen: 100, reason: Refuses)));
        Assert.Equal("settlements.more-than-the-rest", await RouteWire.RefusedAsync(() => stage.ApplyAsync(zhou, RouteAct.NotarialDeposit, 1, fen: 160_001, reason: Refuses)));
        Assert.Equal("settlements.route-reason-missing", await RouteWire.RefusedAsync(() => stage.ApplyAsync(zhou, RouteAct.NotarialDeposit, 1, fen: 100)));

        await stage.ApplyAsync(zhou, RouteAct.NotarialDeposit, 1, fen: 100_000, reason: "不收");
        var asked = await stage.UntilAsync(zhou, RouteAct.NotarialDeposit, RouteState.MoreAsked);
        Assert.Equal("settlements.route-not-offered", await RouteWire.RefusedAsync(() => stage.ApplyAsync(zhou, RouteAct.NotarialDeposit, 1, fen: 100, reason: Refuses)));
        Assert.True(asked.MaySupply);
        await stage.SupplyAsync(zhou, asked.Id, Refuses);
        var held = await stage.UntilAsync(zhou, RouteAct.NotarialDeposit, RouteState.Granted);
        Assert.Equal(2, (await stage.AtTheDeskAsync(PartnerDesk.Notary)).Count);
        var owed = (await stage.Stage.PerformanceAsync(li)).Obligations.Single(one => one.Number == 1);
        Assert.Equal((ObligationState.PartlyPerformed, 100_000L, 60_000L), (owed.State, owed.ConfirmedFen, owed.RestFen!.Value));
        Assert.Equal(PerformanceActKind.Deposited, owed.History.Single().Kind);
        await Task.Delay(1_500);
        Assert.Equal(["13900000001"], await stage.ToldOfADepositAsync());
        Assert.Equal((true, "《民法典》第五百七十四条"), (held.TermDueAt > DateTimeOffset.UtcNow.AddDays(1_820), held.TermArticle!.Article));

        Assert.Equal("settlements.not-deposited", await RouteWire.RefusedAsync(() => stage.CollectAsync(zhou, held.Id)));
        Assert.Equal("settlements.no-such-application", await RouteWire.RefusedAsync(() => stage.CollectAsync(stage.Stage.Wu, held.Id)));
        Assert.True((await stage.RoutesAsync(li)).Applications[0].MayCollect);
        Assert.NotNull((await stage.CollectAsync(li, held.Id)).Applications[0].CollectedAt);
        Assert.Equal("settlements.already-collected", await RouteWire.RefusedAsync(() => stage.CollectAsync(li, held.Id)));

        await stage.ApplyAsync(zhou, RouteAct.NotarialDeposit, 1, fen: 60_000, reason: "债权人说债务未到期，不肯收款。");
        var refused = await stage.UntilAsync(zhou, RouteAct.NotarialDeposit, RouteState.Refused);
        Assert.Contains("未到期", refused.Marks[^1].Note!, StringComparison.Ordinal);
        Assert.Equal(100_000L, (await stage.Stage.PerformanceAsync(li)).Obligations.Single(one => one.Number == 1).ConfirmedFen);
        // By the trigger, or because the service's role may not even try.
        foreach (var sql in new[] { "update route_applications set items = '[]'", "delete from route_applications", "update performance_acts set amount_fen = 1" })
            Assert.Contains((await Assert.ThrowsAsync<PostgresException>(() => cluster.WithDbAsync(db => db.Database.ExecuteSqlRawAsync(sql)))).SqlState, (string[])["23001", "42501"]);
    }

    [Fact]
    public async Task Leaves_one_filing_at_the_notary_when_the_receipt_is_lost_and_is_not_offered_where_no_notary_is_connected()
    {
        var line = new BadLine(down: 1, lost: 1);
        await using (var cluster = await OdrCluster.StartAsync(adjust: line.Apply))
        {
            await using var stage = await ConfirmationStage.OpenAsync(cluster);
            await stage.ApplyAsync(stage.Stage.Zhou, RouteAct.NotarialDeposit, 1, fen: 160_000, reason: Refuses);
            await stage.UntilAsync(stage.Stage.Zhou, RouteAct.NotarialDeposit, RouteState.Granted);
            Assert.Equal(2, line.Receipts.Count);
            Assert.Equal(line.Receipts[0], line.Receipts[1]);
            Assert.Single(await stage.AtTheDeskAsync(PartnerDesk.Notary));
            Assert.Equal(["13900000001"], await stage.ToldOfADepositAsync());
        }
        await using var alone = await OdrCluster.StartAsync(adjust: builder =>
        {
            ConfirmationStage.Quick(builder);
            builder.Configuration["Odr:Notary:Simulated"] = "false";
        });
        await using var other = await ConfirmationStage.OpenAsync(alone);
        var view = await other.RoutesAsync(other.Stage.Zhou);
        Assert.Equal((CourtLink.None, 0), (view.NotaryLink, view.Offers.Count));
        Assert.Equal("settlements.route-not-connected", await RouteWire.RefusedAsync(() => other.ApplyAsync(other.Stage.Zhou, RouteAct.NotarialDeposit, 1, fen: 1, reason: Refuses)));
    }

    [Fact]
    public async Task To_a_payment_order_opens_when_the_day_has_passed_and_ends_with_the_debtors_objection()
    {
        var time = new ShiftedTime();
        await using var cluster = await OdrCluster.StartAsync(adjust: builder =>
        {
            ConfirmationStage.Quick(builder);
            builder.Services.AddSingleton<TimeProvider>(time);
        });
        await using var stage = await ConfirmationStage.OpenAsync(cluster);
        await cluster.WithDbAsync(db => db.Database.ExecuteSqlAsync($"update case_parties set place = '连云港市海州区' where id = {stage.Stage.ZhouParty}"));
        Assert.Equal("settlements.route-closed", await RouteWire.RefusedAsync(() => stage.ApplyAsync(stage.Stage.Li, RouteAct.PaymentOrder, 1)));
        time.By = TimeSpan.FromDays(25);
        await stage.ApplyAsync(stage.Stage.Li, RouteAct.PaymentOrder, 1);
        var order = await stage.UntilAsync(stage.Stage.Zhou, RouteAct.PaymentOrder, RouteState.Granted);
        Assert.Equal(("连云港市海州区人民法院", true, false), (order.Recipient, order.MayObject, order.TermVerified));
        Assert.Equal("settlements.no-order-to-object", await RouteWire.RefusedAsync(() => stage.ObjectAsync(stage.Stage.Li, order.Id, "无")));
        await stage.ObjectAsync(stage.Stage.Zhou, order.Id, "已经现金付清，有收条。");
        var ended = await stage.UntilAsync(stage.Stage.Li, RouteAct.PaymentOrder, RouteState.Ended);
        Assert.Equal(2, (await stage.AtTheDeskAsync(PartnerDesk.Court)).Count);
        Assert.Equal([RouteStep.Objected, RouteStep.Sent, RouteStep.Received, RouteStep.Accepted, RouteStep.Ended], ended.Marks.TakeLast(5).Select(mark => mark.Step));
    }
}
