using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NonLitigation.Odr.Contracts.Settlements;
using NonLitigation.Odr.Domain.Accounts;
using NonLitigation.Odr.Domain.Settlements;
using NonLitigation.Odr.Server.Tests.Negotiation;
using NonLitigation.Odr.Server.Tests.Rooms;
using NonLitigation.Odr.Server.Tests.Shared;
using static NonLitigation.Odr.Server.Tests.Settlements.PerformanceWire;
using ObligationState = NonLitigation.Odr.Contracts.Settlements.ObligationState;

namespace NonLitigation.Odr.Server.Tests.Settlements;

/// <summary>Two nodes look for what is due, over the days from before the first due day to the follow-up.</summary>
public sealed class RemindingOfADueDay : IAsyncLifetime
{
    private readonly ShiftedTime _time = new();
    private OdrCluster _cluster = null!;

    public async ValueTask InitializeAsync() => _cluster = await OdrCluster.StartAsync(2, adjust: builder =>
    {
        RoomCluster.Quick(builder);
        builder.Configuration["Odr:Settlements:ReminderSweep"] = "00:00:00.200";
        builder.Services.AddSingleton<TimeProvider>(_time);
    });

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();

    [Fact]
    public async Task Happens_once_for_each_day_whichever_node_looks_first()
    {
        await using var stage = await PerformanceWire.AgreedAsync(_cluster);
        await AtAsync(FirstDue.AddDays(-3), 7); // too early to ring anybody
        Assert.Empty(await SentAsync(stage));
        await AtAsync(FirstDue.AddDays(-3), 9);
        await UntilSentAsync(stage, 1);
        Assert.Equal([(1, stage.ZhouParty, ReminderKind.Before)], await SentAsync(stage));
        await AtAsync(FirstDue, 9);
        await UntilSentAsync(stage, 2);
        await AtAsync(FirstDue.AddDays(1), 9);
        await UntilSentAsync(stage, 4);
        Assert.Equal(
            [(1, stage.ZhouParty, ReminderKind.Before), (1, stage.ZhouParty, ReminderKind.OnTheDay), (1, stage.LiParty, ReminderKind.DayAfter), (1, stage.ZhouParty, ReminderKind.DayAfter)],
            await SentAsync(stage));

        var texts = await TextsAsync(stage);
        Assert.Equal(4, texts.Count);
        Assert.All(texts, one => Assert.Contains(stage.Case.Number, one.TextZh, StringComparison.Ordinal));
        foreach (var secret in new[] { "李海生", "周永顺", "1,600", "1600", "¥", "工资" })
            Assert.DoesNotContain(texts, one => one.TextZh.Contains(secret, StringComparison.Ordinal) || one.TextEn.Contains(secret, StringComparison.Ordinal));
        Assert.Contains($"{FirstDue.Month}月{FirstDue.Day}日", texts[0].TextZh, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asks_both_sides_seven_days_after_the_last_due_day_and_keeps_their_answers_apart()
    {
        await using var stage = await PerformanceWire.AgreedAsync(_cluster);
        await stage.ReceiveAsync(stage.Li, 1, 1_600);
        Assert.Equal("settlements.too-early-to-follow-up", await ProposalWire.RefusedAsync(() => stage.FollowUpAsync(stage.Li, 5)));
        await AtAsync(SecondDue.AddDays(7), 10);
        await UntilSentAsync(stage, 5);
        await stage.ReceiveAsync(stage.Li, 2, 1_800);
        Assert.Equal([(0, stage.LiParty), (0, stage.ZhouParty), (0, stage.WuParty)], (await SentAsync(stage)).Where(one => one.Kind == ReminderKind.FollowUp).Select(one => (one.Number, one.Party)));

        var id = Guid.CreateVersion7();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => stage.FollowUpAsync(stage.Li, 5, "都收到了", id)));
        await stage.FollowUpAsync(stage.Zhou, 2, "调解太久");
        Assert.Equal("settlements.already-followed-up", await ProposalWire.RefusedAsync(() => stage.FollowUpAsync(stage.Li, 1)));
        var (li, wu, mediator) = ((await stage.PerformanceAsync(stage.Li)).FollowUp, (await stage.PerformanceAsync(stage.Wu)).FollowUp, (await stage.PerformanceAsync(stage.Mediator)).FollowUp);
        Assert.Equal((5, false, 0, 0), (li.Mine!.Satisfaction, li.MayAnswer, li.Answers.Count, li.Waiting.Count));
        Assert.Equal((null, true, 0), (wu.Mine, wu.MayAnswer, wu.Answers.Count));
        Assert.Equal([("李海生", null, null), ("周永顺", null, null)], mediator.Answers.Select(one => (one.PartyName, one.Satisfaction, one.Note)));
        var clerk = (await stage.PerformanceAsync(await stage.ClerkAsync())).FollowUp;
        Assert.Equal([("李海生", 5, "都收到了"), ("周永顺", 2, "调解太久")], clerk.Answers.Select(one => (one.PartyName, one.Satisfaction!.Value, one.Note!)));
        Assert.Equal((false, "吴建国", false), (mediator.MayAnswer, mediator.Waiting.Single(), mediator.Verified));
        await AtAsync(SecondDue.AddDays(9), 10);
        Assert.Equal(5, (await SentAsync(stage)).Count);
    }

    [Fact]
    public async Task Asks_seven_days_after_all_was_performed_before_its_day()
    {
        await using var stage = await PerformanceWire.AgreedAsync(_cluster);
        await stage.ReceiveAsync(stage.Li, 1, 1_600);
        await stage.ReceiveAsync(stage.Li, 2, 1_800);
        await stage.FollowUpAsync(stage.Li, 5); // need not wait to be asked
        var asked = (await stage.PerformanceAsync(stage.Li)).FollowUp.AsksOn;
        Assert.Equal((await stage.PerformanceAsync(stage.Li)).Today.AddDays(7), asked);
        await AtAsync(asked, 10);
        await UntilSentAsync(stage, 2);
        Assert.Equal([(0, stage.ZhouParty), (0, stage.WuParty)], (await SentAsync(stage)).Select(one => (one.Number, one.Party)));
    }

    [Fact]
    public async Task Leaves_in_peace_who_has_paid_and_calls_late_who_has_not()
    {
        await using var stage = await PerformanceWire.AgreedAsync(_cluster);
        await stage.ReceiveAsync(stage.Li, 1, 1_600);
        await AtAsync(FirstDue, 23); // the due day counts until its end
        Assert.Equal(ObligationState.Performed, (await stage.PerformanceAsync(stage.Li)).Obligations[0].State);
        await AtAsync(SecondDue, 23);
        Assert.Equal((ObligationState.Due, 0), (await stage.PerformanceAsync(stage.Wu)).Obligations[0] is var due ? (due.State, due.DaysLate) : default);
        await AtAsync(SecondDue.AddDays(1), 9);
        var late = await stage.PerformanceAsync(stage.Wu);
        Assert.Equal((ObligationState.Overdue, 1), (late.Obligations[0].State, late.Obligations[0].DaysLate));
        Assert.Equal(["enforcement", "payment-order", "labour-arbitration", "lawsuit"], late.Ways.Select(way => way.Code)); // the thirty days are over
        Assert.DoesNotContain(await SentAsync(stage), one => one.Party == stage.ZhouParty);
    }

    /// <summary>The clock of everybody at an hour of a day in China; each node has the time to look several times.</summary>
    private async Task AtAsync(DateOnly day, int hour)
    {
        _time.By = new DateTimeOffset(day.ToDateTime(new(hour, 0)), TimeSpan.FromHours(8)) - DateTimeOffset.UtcNow;
        await Task.Delay(1_000);
    }

    /// <summary>And for some rounds more, in which a second one would show.</summary>
    private async Task UntilSentAsync(SettlementStage stage, int count)
    {
        for (var end = DateTime.UtcNow.AddSeconds(20); (await SentAsync(stage)).Count < count; await Task.Delay(100))
            Assert.True(DateTime.UtcNow < end, $"only {(await SentAsync(stage)).Count} reminders after 20 s");
        await Task.Delay(1_000);
    }

    private Task<List<(int Number, Guid Party, ReminderKind Kind)>> SentAsync(SettlementStage stage) => _cluster.WithDbAsync(async db =>
    {
        var performance = await db.Set<Performance>().Where(one => one.CaseId == stage.Case.Id).Select(one => one.Id).SingleAsync();
        var parties = stage.Case.Parties.OrderBy(party => party.Position).Select(party => party.Id).ToList();
        var all = await db.Set<Reminder>().AsNoTracking().Where(one => one.PerformanceId == performance).ToListAsync();
        return all.OrderBy(one => one.At).ThenBy(one => parties.IndexOf(one.PartyId)).Select(one => (one.Number, one.PartyId, one.Kind)).ToList();
    });

    private Task<List<DeliveryMessage>> TextsAsync(SettlementStage stage) => _cluster.WithDbAsync(db =>
        db.Set<DeliveryMessage>().AsNoTracking().Where(one => one.TextZh.Contains(stage.Case.Number)).OrderBy(one => one.CreatedAt).ToListAsync());
}
