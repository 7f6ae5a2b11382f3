using Ical.Net;
using Ical.Net.DataTypes;
using Microsoft.Extensions.DependencyInjection;
using NonLitigation.Odr.Contracts.Accounts;
using NonLitigation.Odr.Contracts.Cases;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Server.Tests.Cases;
using NonLitigation.Odr.Server.Tests.Shared;

namespace NonLitigation.Odr.Server.Tests.Rooms;

/// <summary>On two nodes that both look for what is due.</summary>
public sealed class ArrangingASitting : IAsyncLifetime
{
    private readonly ShiftedTime _time = new();
    private CaseTown _town = null!;
    private SittingStage _stage = null!;

    public async ValueTask InitializeAsync()
    {
        _town = await CaseTown.BuildAsync(await OdrCluster.StartAsync(2, adjust: builder =>
        {
            builder.Configuration["Odr:Rooms:SittingSweep"] = "00:00:00.200";
            builder.Services.AddSingleton<TimeProvider>(_time);
        }));
        var request = CaseTown.Request() with { Applicant = CaseTown.Party("李海生", "li@example.org") };
        _stage = new(_town, await _town.MediateAsync(request), _time);
    }

    public ValueTask DisposeAsync() => _town.DisposeAsync();

    [Fact]
    public async Task Is_proposed_answered_and_fixed_and_each_party_sees_his_own_answer_only()
    {
        (await _town.Li.PostAsync($"api/cases/{_stage.CaseId}/sittings", new ProposeSittingRequest([new(_stage.In(30), 60, null)]))).IsRefused(404, "shared.not-found");
        (await _stage.ProposeAsync(-1)).IsRefused(422, "rooms.sitting-past");
        var id = (await _stage.ProposeAsync(30, 60)).As<CaseSittingsView>().Sittings.Single().Id;
        (await _stage.ProposeAsync(80)).IsRefused(422, "rooms.sitting-pending");
        Assert.Equal(3, (await _stage.SentAsync("提出了2个调解时间")).Count);

        (await _stage.ActAsync(_town.Wang, id, "answer", new AnswerSittingRequest([SittingWord.Can, SittingWord.Can]))).IsRefused(422, "rooms.sitting-parties-answer");
        (await _stage.ActAsync(_town.Li, id, "answer", new AnswerSittingRequest([SittingWord.Can]))).IsRefused(422, "rooms.sitting-answer-incomplete");
        (await _stage.ActAsync(_town.Li, id, "answer", new AnswerSittingRequest([SittingWord.Cannot, SittingWord.Prefer]))).As<CaseSittingsView>();
        (await _stage.ActAsync(_town.Zhou, id, "answer", new AnswerSittingRequest([SittingWord.Can, SittingWord.Can]))).As<CaseSittingsView>();
        var (li, wang) = ((await _stage.ReadAsync(_town.Li)).Sittings.Single(), (await _stage.ReadAsync(_town.Wang)).Sittings.Single());
        Assert.Equal([SittingWord.Cannot, SittingWord.Prefer], li.Times.Select(time => time.Mine!.Value));
        Assert.True(li.Times.All(time => time.Answers.Count == 0) && li.Waiting.Count == 0);
        Assert.Equal(["李海生 Prefer", "周永顺 Can"], wang.Times[1].Answers.Select(one => $"{one.PartyName} {one.Word}"));
        Assert.Equal("吴建国", Assert.Single(wang.Waiting));
        Assert.Equal(["fix", "cancel"], wang.MayAct);

        (await _stage.ActAsync(_town.Zhou, id, "fix", new FixSittingRequest(2))).IsRefused(404, "shared.not-found");
        var settled = (await _stage.ActAsync(_town.Wang, id, "fix", new FixSittingRequest(2))).As<CaseSittingsView>().Sittings.Single();
        Assert.Equal((SittingState.Fixed, wang.Times[1].StartsAt), (settled.State, settled.StartsAt!.Value));
        Assert.Equal(["sitting-proposed", "sitting-answered", "sitting-answered", "sitting-fixed"], await _stage.EntriesAsync());
        var own = (await _town.Wang.GetAsync("api/sittings")).As<OwnSittingView[]>().Single();
        Assert.Equal((true, settled.StartsAt.Value, _stage.CaseId), (own.IsFixed, own.StartsAt, own.CaseId));
        Assert.Empty((await _town.Li.GetAsync("api/sittings")).As<OwnSittingView[]>());
    }

    [Fact]
    public async Task Never_takes_an_hour_twice_even_when_two_cases_are_fixed_at_once()
    {
        var second = new SittingStage(_town, await _town.MediateAsync(), _time);
        SittingStage[] both = [_stage, second];
        var ids = new List<Guid>();
        foreach (var stage in both) ids.Add((await stage.ProposeAsync(30)).As<CaseSittingsView>().Sittings.Single().Id);
        var answers = await Task.WhenAll(both.Select((stage, at) => stage.ActAsync(_town.Wang, ids[at], "fix", new FixSittingRequest(1))));
        Assert.Equal([200, 422], answers.Select(answer => answer.Status).Order());
        answers.Single(answer => answer.Status == 422).IsRefused(422, "rooms.sitting-overlaps");
        var left = answers[0].Status == 422 ? _stage : second;
        (await left.ActAsync(_town.Wang, answers[0].Status == 422 ? ids[0] : ids[1], "cancel", new CancelSittingRequest("另约"))).As<CaseSittingsView>();
        (await left.ProposeAsync(30.5)).IsRefused(422, "rooms.sitting-overlaps");
        (await left.ProposeAsync(31)).As<CaseSittingsView>();
    }

    [Fact]
    public async Task Goes_to_a_mailbox_as_a_calendar_object_that_moves_and_is_cancelled_under_the_same_id()
    {
        var mailed = new List<Calendar>();
        async Task<Calendar> NextAsync(string words)
        {
            var sent = await _stage.SentAsync(words);
            Assert.True(sent.Where(one => one.To != "li@example.org").All(one => one.Calendar is null), "a phone gets text alone");
            return Calendar.Load(sent.Last(one => one.To == "li@example.org").Calendar!)!;
        }

        var sitting = await _stage.FixedAsync(30);
        mailed.Add(await NextAsync("调解时间定为"));
        (await _stage.ActAsync(_town.Wang, sitting.Id, "move", new MoveSittingRequest(_stage.In(50), 90, "海州区朝阳路1号, 二楼; 202室", "调解员开会"))).As<CaseSittingsView>();
        mailed.Add(await NextAsync("调解时间改为"));
        var file = await _town.Li.GetAsync($"api/cases/{_stage.CaseId}/sittings/{sitting.Id}/calendar");
        (await _stage.ActAsync(_town.Wang, sitting.Id, "cancel", new CancelSittingRequest("已经和解"))).As<CaseSittingsView>();
        mailed.Add(await NextAsync("的调解取消"));

        Assert.Equal(["REQUEST", "REQUEST", "CANCEL"], mailed.Select(one => one.Method));
        var events = mailed.Select(one => one.Events.Single()).ToList();
        Assert.Equal([0, 1, 2], events.Select(one => one.Sequence));
        Assert.Single(events.Select(one => one.Uid).Distinct());
        Assert.Equal([sitting.StartsAt!.Value.UtcDateTime, _stage.In(50).UtcDateTime, _stage.In(50).UtcDateTime], events.Select(one => one.DtStart!.AsUtc));
        Assert.Equal((_stage.In(50).UtcDateTime.AddMinutes(90), "海州区朝阳路1号, 二楼; 202室", "CANCELLED"), (events[1].DtEnd!.AsUtc, events[1].Location, events[2].Status));
        Assert.Equal("mailto:li@example.org", events[0].Attendees.Single().Value!.OriginalString);
        Assert.NotNull(events[0].Organizer);
        var downloaded = Calendar.Load(file.Text)!;
        Assert.Equal(("PUBLISH", events[0].Uid, 1), (downloaded.Method, downloaded.Events.Single().Uid, downloaded.Events.Single().Sequence));
        (await _town.Li.GetAsync($"api/cases/{_stage.CaseId}/sittings/{sitting.Id}/calendar")).IsRefused(404, "shared.not-found");
        foreach (var text in mailed.Select(one => new Ical.Net.Serialization.CalendarSerializer().SerializeToString(one)!).Append(file.Text))
            foreach (var secret in new[] { "李海生", "周永顺", "吴建国", "工资", "和解", "开会" }) Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
        Assert.Equal(["sitting-proposed", "sitting-fixed", "sitting-moved", "sitting-cancelled"], await _stage.EntriesAsync());
        Assert.Equal((SittingState.Cancelled, "已经和解"), (await _stage.ReadAsync(_town.Zhou)).Sittings.Single() is var last ? (last.State, last.Reason) : default);
    }

    [Fact]
    public async Task Reminds_once_a_day_and_an_hour_before_at_the_time_that_holds_and_in_the_readers_zone()
    {
        (await _town.Zhou.PostAsync("api/accounts/time-zone", new SetTimeZoneRequest("Mars/Olympus"))).IsRefused(422, "accounts.time-zone-unknown");
        Assert.Equal(204, (await _town.Zhou.PostAsync("api/accounts/time-zone", new SetTimeZoneRequest("America/New_York"))).Status);
        Assert.Equal("America/New_York", (await _town.Zhou.GetAsync("api/accounts/me")).As<MeView>().TimeZone);
        var start = DateTimeOffset.UtcNow;
        var sitting = await _stage.FixedAsync(30);
        await RoundsAsync();
        Assert.Empty(await _stage.SentAsync("提醒："));
        (await _stage.ActAsync(_town.Wang, sitting.Id, "move", new MoveSittingRequest(_stage.In(60), 60, null, "改期"))).As<CaseSittingsView>();
        _time.By = TimeSpan.FromHours(7); // a day before the first time: it holds no longer
        await RoundsAsync();
        Assert.Empty(await _stage.SentAsync("提醒："));
        _time.By = TimeSpan.FromHours(37);
        await RoundsAsync();
        var day = await _stage.SentAsync("提醒：调解在一天后");
        Assert.Equal(["13900000002", "13900000003", "li@example.org"], day.Select(one => one.To).Order(StringComparer.Ordinal));
        var there = TimeZoneInfo.ConvertTime(start.AddHours(60), TimeZoneInfo.FindSystemTimeZoneById("America/New_York"));
        Assert.Contains($"America/New_York {there.Month}月{there.Day}日", day.Single(one => one.To == "13900000002").TextZh, StringComparison.Ordinal);
        Assert.DoesNotContain("America", day.Single(one => one.To == "13900000003").TextZh, StringComparison.Ordinal);
        _time.By = TimeSpan.FromHours(59.5);
        await RoundsAsync();
        Assert.Equal((3, 6), ((await _stage.SentAsync("提醒：调解即将开始")).Count, (await _stage.SentAsync("提醒：")).Count));

        var cancelled = await _stage.FixedAsync(30);
        (await _stage.ActAsync(_town.Wang, cancelled.Id, "cancel", new CancelSittingRequest("不需要了"))).As<CaseSittingsView>();
        _time.By += TimeSpan.FromHours(29.5);
        await RoundsAsync();
        Assert.Equal(6, (await _stage.SentAsync("提醒：")).Count);
    }

    [Fact]
    public async Task Is_called_off_once_when_the_case_ends()
    {
        await _stage.FixedAsync(30);
        (await _town.Li.PostAsync($"api/cases/{_stage.CaseId}/close", new CloseCaseRequest(ClosingReason.Withdrawn, null))).As<CaseView>();
        for (var end = DateTime.UtcNow.AddSeconds(30); (await _stage.SentAsync("的调解取消")).Count == 0; await Task.Delay(200)) Assert.True(DateTime.UtcNow < end, "not called off");
        await RoundsAsync();
        Assert.Equal(3, (await _stage.SentAsync("的调解取消")).Count);
    }

    [Fact]
    public async Task Is_seen_by_subscription_without_any_content_until_the_address_is_revoked()
    {
        (await _town.Li.PostAsync("api/calendar", new { })).IsRefused(422, "rooms.calendar-for-mediators");
        await _stage.FixedAsync(30);
        async Task<string> MakeAsync() => new Uri((await _town.Wang.PostAsync("api/calendar", new { })).As<CalendarFeedView>().Address!).AbsolutePath[1..];
        var first = await MakeAsync();
        var feed = await _town.Nobody.GetAsync(first);
        var one = Calendar.Load(feed.Text)!.Events.Single();
        Assert.StartsWith("调解 ", one.Summary, StringComparison.Ordinal);
        Assert.Equal((null, null, null, 0), (one.Description, one.Location, one.Url, one.Attendees.Count));
        foreach (var secret in new[] { "李海生", "周永顺", "吴建国", "工资", _stage.CaseId.ToString() }) Assert.DoesNotContain(secret, feed.Text, StringComparison.Ordinal);
        Assert.Null((await _town.Wang.GetAsync("api/calendar")).As<CalendarFeedView>().Address);

        var second = await MakeAsync();
        (await _town.Nobody.GetAsync(first)).IsRefused(404, "shared.not-found");
        Assert.Equal(200, (await _town.Nobody.GetAsync(second)).Status);
        (await _town.Wang.PostAsync("api/calendar/revoke", new { })).As<CalendarFeedView>();
        (await _town.Nobody.GetAsync(second)).IsRefused(404, "shared.not-found");
    }

    /// <summary>Time for both nodes to look several times.</summary>
    private static Task RoundsAsync() => Task.Delay(1_500);
}
