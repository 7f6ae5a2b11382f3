using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Contracts.Cases;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Server.Tests.Cases;
using NonLitigation.Odr.Server.Tests.Shared;

namespace NonLitigation.Odr.Server.Tests.Rooms;

/// <summary>
/// Failure-mode row K2, non-interference: the other side gets the same, frame by frame and answer by answer, whether there was a caucus or not.
/// </summary>
public sealed partial class NotShowingACaucus : IAsyncLifetime
{
    private CaseTown _town = null!;

    public async ValueTask InitializeAsync() => _town = await CaseTown.BuildAsync(await OdrCluster.StartAsync(2, adjust: RoomCluster.Quick));

    public ValueTask DisposeAsync() => _town.DisposeAsync();

    /// <summary><c>ODR_CAUCUS_STREAMS</c> says how often; 200 before a release.</summary>
    [Fact]
    public async Task To_the_other_side_by_anything_it_is_sent_or_can_ask_for()
    {
        var (frames, answers) = await PlayAsync(withCaucus: false);
        Assert.Contains(frames, frame => frame.Contains("MessagePosted", StringComparison.Ordinal));
        var times = int.Parse(Environment.GetEnvironmentVariable("ODR_CAUCUS_STREAMS") ?? "3", System.Globalization.CultureInfo.InvariantCulture);
        for (var time = 0; time < times; time++)
        {
            var (again, asked) = await PlayAsync(withCaucus: true);
            Assert.Equal(frames, again);
            Assert.Equal(answers, asked);
        }
    }

    [Fact]
    public async Task Nor_a_panel_of_the_mediators()
    {
        var (frames, answers) = await PlayAsync(withCaucus: false);
        var (again, asked) = await PlayAsync(withCaucus: false, withPanel: true);
        Assert.Equal(frames, again);
        Assert.Equal(answers, asked);
    }

    [Fact]
    public async Task Nor_a_question_to_a_legal_guide()
    {
        var guides = await GuideStage.PairAsync(_town);
        var (frames, answers) = await PlayAsync(withCaucus: false);
        var (again, asked) = await PlayAsync(withCaucus: false, guides: guides);
        Assert.Equal(frames, again);
        Assert.Equal(answers, asked);
    }

    /// <summary>The same joint sitting each time, in a case of its own; Wu listens.</summary>
    private async Task<(List<string> Frames, List<string> Answers)> PlayAsync(bool withCaucus, bool withPanel = false, GuideStage? guides = null)
    {
        await _town.Cluster.WithDbAsync(db => db.Set<Domain.Network.Mediator>().ExecuteUpdateAsync(set => set.SetProperty(one => one.OpenCases, 0)));
        var caseId = await _town.MediateAsync();
        var view = (await _town.Wu.GetAsync($"api/cases/{caseId}")).As<CaseView>();
        var joint = (await _town.Wu.GetAsync("api/rooms")).As<RoomView[]>().Single(room => room.CaseId == caseId).Id;
        await using var wang = await TestPage.OpenAsync(_town.Cluster, _town.Wang.Id, 0);
        await using var zhou = await TestPage.OpenAsync(_town.Cluster, _town.Zhou.Id, 1);
        await using var wu = await RawPage.OpenAsync(_town.Cluster, _town.Wu.Cookie!, 1);
        await wang.EnterAsync(joint);
        await zhou.EnterAsync(joint);
        await wang.AdmitAsync(joint, _town.Zhou.Id);
        await zhou.EnterAsync(joint);
        await wu.CallAsync(nameof(IRoomHub.EnterRoom), new EnterRoomRequest(joint, 1));
        await wang.AdmitAsync(joint, _town.Wu.Id);
        await wu.CallAsync(nameof(IRoomHub.EnterRoom), new EnterRoomRequest(joint, 1));
        await wang.OpenSessionAsync(joint);
        await wang.PostAsync(joint, "开始。");
        if (withCaucus) await CaucusAsync(wang, zhou, caseId, view.Parties.Single(party => party.Name == "周永顺").Id);
        else if (withPanel) await PanelAsync(wang, caseId);
        else if (guides is not null) await GuidanceAsync(guides, caseId);
        else await Task.Delay(1_000);
        await zhou.PostAsync(joint, "我先说。");
        var last = await wang.PostAsync(joint, "好。");
        await UntilAsync(() => wu.Received.Contains($"\"sequence\":{last.Sequence},", StringComparison.Ordinal));
        await Task.Delay(1_300); // longer than a heartbeat
        // His own caucus, made afterwards, tells nothing of another one before it.
        var own = await wang.AskAsync<RoomView>(nameof(IRoomHub.OpenCaucus), new OpenCaucusRequest(caseId, view.Parties.Single(party => party.IsMe).Id));
        var entered = await wu.CallAsync(nameof(IRoomHub.EnterRoom), new EnterRoomRequest(own.Id, 1));
        await Task.Delay(300);
        // Heartbeats and pings come by the clock: what they say counts, not how often. Signals that may be lost may also come in another order.
        var frames = wu.Frames.Where(frame => frame.GetProperty("type").GetInt32() == 1).Select(frame => Masked(frame.ToString())).ToList();
        // At which entry a heartbeat falls is chance; of which rooms it tells and where it ends is not.
        var told = wu.Frames.Where(frame => frame.GetProperty("type").GetInt32() == 1 && frame.GetProperty("target").GetString() == "HeadsMoved")
            .SelectMany(frame => frame.GetProperty("arguments")[0].GetProperty("heads").EnumerateArray())
            .Select(one => (Room: one.GetProperty("roomId").GetGuid(), Head: one.GetProperty("head").GetInt64())).ToList();
        Assert.DoesNotContain(told, one => one.Room != joint && one.Room != own.Id);
        string[] heads = [$"joint room at {told.Last(one => one.Room == joint).Head}"];
        var timed = heads.Concat(frames.Where(frame => ByTheClock(frame) && !frame.Contains("HeadsMoved", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal));
        var rest = frames.Where(frame => !ByTheClock(frame)).Order(StringComparer.Ordinal);
        var answers = new List<string> { Masked(entered.ToString()) };
        foreach (var path in new[] { $"api/rooms/{joint}", $"api/rooms/{joint}/entries", $"api/rooms/{own.Id}", $"api/cases/{caseId}", $"api/cases/{caseId}/exhibits", $"api/cases/{caseId}/agreement", $"api/rooms/{joint}/proposals" })
            answers.Add(Masked((await _town.Wu.GetAsync(path)).Text));
        var rooms = (await _town.Wu.GetAsync("api/rooms")).As<RoomView[]>().Where(room => room.CaseId == caseId);
        answers.Add(string.Join('\n', rooms.Select(room => Masked(JsonSerializer.Serialize(room, Server.Shared.OdrJson.Options)))));
        (await _town.Li.PostAsync($"api/cases/{caseId}/close", new CloseCaseRequest(ClosingReason.Withdrawn, null))).As<CaseView>();
        return ([.. timed, .. rest], answers);
    }

    private async Task CaucusAsync(TestPage wang, TestPage zhou, Guid caseId, Guid party)
    {
        var caucus = (await wang.AskAsync<RoomView>(nameof(IRoomHub.OpenCaucus), new OpenCaucusRequest(caseId, party))).Id;
        await wang.EnterAsync(caucus);
        await zhou.EnterAsync(caucus);
        for (var at = 0; at < 10; at++)
        {
            await zhou.ActAsync(nameof(IRoomHub.SetTyping), new SetTypingRequest(caucus, true));
            await zhou.PostAsync(caucus, $"私下第 {at} 句");
            await wang.ActAsync(nameof(IRoomHub.MarkRead), new MarkReadRequest(caucus, at));
        }
        await zhou.ActAsync(nameof(IRoomHub.LeaveRoom), new LeaveRoomRequest(caucus));
        await Task.Delay(400);
    }

    private async Task PanelAsync(TestPage wang, Guid caseId)
    {
        var panel = (await ConsultingAPanel.AskAsync(_town, caseId, _town.Ma)).RoomId!.Value;
        await using var ma = await TestPage.OpenAsync(_town.Cluster, _town.Ma.Id, 1);
        await wang.EnterAsync(panel);
        await ma.EnterAsync(panel);
        for (var at = 0; at < 10; at++)
        {
            await ma.ActAsync(nameof(IRoomHub.SetTyping), new SetTypingRequest(panel, true));
            await ma.PostAsync(panel, $"合议第 {at} 句");
            await wang.ActAsync(nameof(IRoomHub.MarkRead), new MarkReadRequest(panel, at));
        }
        await ma.ActAsync(nameof(IRoomHub.LeaveRoom), new LeaveRoomRequest(panel));
        await Task.Delay(400);
    }

    private static async Task GuidanceAsync(GuideStage guides, Guid caseId)
    {
        var question = await guides.AskAsync(caseId);
        foreach (var (act, request) in new (string, object)[] { ("take", new { }), ("ask-back", new AskBackRequest(Guid.CreateVersion7(), "有没有记录？")) })
            (await GuideStage.ActAsync(guides.Chen, question.Id, act, request)).As<GuideQuestionView>();
        (await guides.Town.Wang.PostAsync($"api/cases/{caseId}/guidance/{question.Id}/reply", new ReplyToGuideRequest(Guid.CreateVersion7(), "有。", []))).As<CaseGuidanceView>();
        (await GuideStage.ActAsync(guides.Chen, question.Id, "answer", new AnswerGuidanceRequest(Guid.CreateVersion7(), "由乙方举证。", []))).As<GuideQuestionView>();
        await Task.Delay(400);
    }

    private static bool ByTheClock(string frame) => frame.Contains("HeadsMoved", StringComparison.Ordinal) || frame.Contains("PresenceChanged", StringComparison.Ordinal);

    /// <summary>Ids, hashes, times and case numbers differ between any two cases.</summary>
    private static string Masked(string text) => Differing().Replace(text, "*");

    private static async Task UntilAsync(Func<bool> holds)
    {
        for (var end = DateTime.UtcNow.AddSeconds(10); !holds(); await Task.Delay(50)) Assert.True(DateTime.UtcNow < end, "not within 10 s");
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{64}|\\d{4}-\\d\\d-\\d\\dT[0-9:.]+(Z|[+-]\\d\\d:\\d\\d)|〕[0-9]{6}号|\"invocationId\":\"\\d+\"|\"traceId\":\"[^\"]*\"", RegexOptions.IgnoreCase)]
    private static partial Regex Differing();
}
