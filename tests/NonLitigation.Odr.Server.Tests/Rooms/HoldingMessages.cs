using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Server.Shared;
using NonLitigation.Odr.Server.Tests.Shared;

namespace NonLitigation.Odr.Server.Tests.Rooms;

/// <summary>docs/decisions/0019: what parties write waits for the mediator, is never lost, doubled or changed, and shows to nobody else.</summary>
public sealed class HoldingMessages(TwoNodes cluster) : IClassFixture<TwoNodes>
{
    private static Task<HeldMessagesView> AskAsync(TestPage page, string path, object request) => AnswerAsync(page.Http.PostAsync(new Uri($"api/rooms/{path}", UriKind.Relative), JsonContent.Create(request, options: OdrJson.Options)));

    private static Task<HeldMessagesView> HeldAsync(TestPage page, Guid room) => AnswerAsync(page.Http.GetAsync(new Uri($"api/rooms/{room}/held", UriKind.Relative)));

    private static async Task<HeldMessagesView> AnswerAsync(Task<HttpResponseMessage> asked)
    {
        using var answer = await asked;
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<HeldMessagesView>(OdrJson.Options))!;
    }

    private static async Task<string> CodeAsync(TestPage page, string path, object request)
    {
        using var answer = await page.Http.PostAsync(new Uri($"api/rooms/{path}", UriKind.Relative), JsonContent.Create(request, options: OdrJson.Options));
        Assert.False(answer.IsSuccessStatusCode);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("code").GetString()!;
    }

    private async Task<RoomStage> HoldingAsync()
    {
        var stage = await RoomStage.OpenAsync(cluster.Cluster);
        Assert.True((await AskAsync(stage.Mediator, $"{stage.Id}/hold", new StartHoldRequest("先冷静"))).HoldOn);
        return stage;
    }

    [Fact]
    public async Task Keeps_a_message_under_its_own_id_and_lets_it_through_unchanged_with_both_times()
    {
        await using var stage = await HoldingAsync();
        var id = Guid.CreateVersion7();
        var first = await stage.Applicant.PostAsync(stage.Id, "你骗人😀", id);
        Assert.True(first is { Held: true, Sequence: 0, EntryHash: "" });
        Assert.Equal(first, await stage.Applicant.PostAsync(stage.Id, "你骗人😀", id));
        Assert.Equal("rooms.id-reused", await TestPage.RefusalAsync(() => stage.Applicant.PostAsync(stage.Id, "别的话", id)));
        var waiting = Assert.Single((await HeldAsync(stage.Mediator, stage.Id)).Messages);
        Assert.Equal(("你骗人😀", id, "李海生", false), (waiting.Text, waiting.ClientMessageId, waiting.AuthorName, waiting.Returned));
        await Task.Delay(20);
        Assert.Empty((await AskAsync(stage.Mediator, $"{stage.Id}/held/{waiting.Id}/release", new { })).Messages);
        var entry = (await stage.Mediator.ReadAsync(stage.Id)).Entries[^1];
        await stage.Respondent.UntilAsync(page => page.Has(entry.Sequence));
        Assert.Equal((stage.Room.Applicant, id, "你骗人😀"), (entry.AuthorId!.Value, entry.ClientMessageId!.Value, entry.Body.GetProperty("text").GetString()));
        Assert.Equal(waiting.WrittenAt, entry.Body.GetProperty("writtenAt").GetDateTimeOffset());
        Assert.True(entry.SentAt > waiting.WrittenAt);
        // Sent again after all, and released again: the same entry.
        var again = await stage.Applicant.PostAsync(stage.Id, "你骗人😀", id);
        Assert.Equal((entry.Sequence, false), (again.Sequence, again.Held));
        await AskAsync(stage.Mediator, $"{stage.Id}/held/{waiting.Id}/release", new { });
        Assert.Equal("rooms.held-released", await CodeAsync(stage.Mediator, $"{stage.Id}/held/{waiting.Id}/return", new ReturnHeldRequest("请文明")));
        Assert.Single((await stage.Mediator.ReadAsync(stage.Id)).Entries, e => e.ClientMessageId == id);
    }

    [Fact]
    public async Task Gives_it_back_with_a_reason_and_never_posts_it_by_itself_afterwards()
    {
        await using var stage = await HoldingAsync();
        var id = Guid.CreateVersion7();
        await stage.Applicant.PostAsync(stage.Id, "骗子！", id);
        var waiting = Assert.Single((await HeldAsync(stage.Mediator, stage.Id)).Messages);
        Assert.Equal("rooms.held-reason", await CodeAsync(stage.Mediator, $"{stage.Id}/held/{waiting.Id}/return", new ReturnHeldRequest(" ")));
        Assert.Empty((await AskAsync(stage.Mediator, $"{stage.Id}/held/{waiting.Id}/return", new ReturnHeldRequest("请只说事实"))).Messages);
        Assert.Equal("rooms.held-returned", await CodeAsync(stage.Mediator, $"{stage.Id}/held/{waiting.Id}/release", new { }));
        var back = Assert.Single((await HeldAsync(stage.Applicant, stage.Id)).Messages);
        Assert.Equal(("骗子！", true, Contracts.Rooms.ReturnCause.Mediator, "请只说事实"), (back.Text, back.Returned, back.Cause!.Value, back.Reason));
        Assert.Empty((await HeldAsync(stage.Respondent, stage.Id)).Messages);
        await AskAsync(stage.Mediator, $"{stage.Id}/hold/end", new EndHoldRequest(true, null));
        // A page that never got the receipt sends it once more, now that nothing is held.
        Assert.True((await stage.Applicant.PostAsync(stage.Id, "骗子！", id)).Held);
        Assert.DoesNotContain((await stage.Mediator.ReadAsync(stage.Id)).Entries, e => e.ClientMessageId == id);
        Assert.Empty((await AskAsync(stage.Applicant, $"{stage.Id}/held/{back.Id}/take", new { })).Messages);
        Assert.Equal("shared.not-found", await CodeAsync(stage.Respondent, $"{stage.Id}/held/{back.Id}/take", new { }));
        Assert.False((await stage.Applicant.PostAsync(stage.Id, "我说事实")).Held);
    }

    [Fact]
    public async Task Shows_nothing_of_it_to_the_other_party_not_a_number_not_that_somebody_writes()
    {
        await using var stage = await HoldingAsync();
        await Task.Delay(400);
        var (before, head) = (stage.Respondent.Received.Count, (await stage.Respondent.ReadAsync(stage.Id)).Head);
        await stage.Applicant.ActAsync(nameof(IRoomHub.SetTyping), new SetTypingRequest(stage.Id, true));
        await stage.Applicant.PostAsync(stage.Id, "秘密一");
        var second = await stage.Applicant.PostAsync(stage.Id, "秘密二");
        await stage.Mediator.UntilAsync(page => page.Events<TypingView>("TypingChanged").Any());
        var held = (await HeldAsync(stage.Mediator, stage.Id)).Messages;
        await AskAsync(stage.Mediator, $"{stage.Id}/held/{held[0].Id}/return", new ReturnHeldRequest("请文明"));
        await Task.Delay(600);
        Assert.DoesNotContain(stage.Respondent.Received.Skip(before), one => one.Event != nameof(IRoomClient.HeadsMoved));
        Assert.Equal(head, (await stage.Respondent.ReadAsync(stage.Id)).Head);
        foreach (var path in new[] { $"api/rooms/{stage.Id}", $"api/rooms/{stage.Id}/held", "api/rooms", $"api/rooms/{stage.Id}/transcript", $"api/rooms/{stage.Id}/entries" })
            Assert.DoesNotContain("秘密", await stage.Respondent.Http.GetStringAsync(new Uri(path, UriKind.Relative)), StringComparison.Ordinal);
        Assert.Equal("shared.not-found", await CodeAsync(stage.Respondent, $"{stage.Id}/held/{held[1].Id}/release", new { }));
        Assert.Equal("shared.not-found", await CodeAsync(stage.Applicant, $"{stage.Id}/held/{held[1].Id}/release", new { }));
        var rooms = await stage.Respondent.Http.GetFromJsonAsync<RoomView[]>(new Uri("api/rooms", UriKind.Relative), OdrJson.Options);
        Assert.Equal(0, rooms!.Single().Held);
        Assert.Equal(1, (await stage.Mediator.Http.GetFromJsonAsync<RoomView[]>(new Uri("api/rooms", UriKind.Relative), OdrJson.Options))!.Single().Held);
        Assert.Equal(second.ClientMessageId, held[1].ClientMessageId);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Ends_with_all_that_waits_through_in_order_or_back(bool release)
    {
        await using var stage = await HoldingAsync();
        string[] said = ["一", "二", "三"];
        foreach (var words in said) await (words == "二" ? stage.Respondent : stage.Applicant).PostAsync(stage.Id, words);
        if (!release) Assert.Equal("rooms.held-reason", await CodeAsync(stage.Mediator, $"{stage.Id}/hold/end", new EndHoldRequest(false, null)));
        Assert.False((await AskAsync(stage.Mediator, $"{stage.Id}/hold/end", new EndHoldRequest(release, release ? null : "换个说法"))).HoldOn);
        var entries = (await stage.Mediator.ReadAsync(stage.Id)).Entries;
        Assert.Equal(release ? said : [], entries.Where(e => e.Kind == EntryKind.Message).Select(e => e.Body.GetProperty("text").GetString()));
        Assert.Equal("hold-ended", entries[^1].Body.GetProperty("type").GetString());
        Assert.Equal(release ? 0 : 2, (await HeldAsync(stage.Applicant, stage.Id)).Messages.Count(one => one.Reason == "换个说法"));
    }

    [Theory]
    [InlineData("adjourn", Contracts.Rooms.ReturnCause.Adjourned)]
    [InlineData("close", Contracts.Rooms.ReturnCause.Closed)]
    [InlineData("case", Contracts.Rooms.ReturnCause.Closed)]
    public async Task Goes_back_to_its_author_when_the_sitting_ends(string how, Contracts.Rooms.ReturnCause cause)
    {
        await using var stage = await HoldingAsync();
        await stage.Applicant.PostAsync(stage.Id, "还没看的话");
        if (how == "adjourn") await stage.Mediator.ActAsync(nameof(IRoomHub.AdjournSession), new AdjournSessionRequest(stage.Id, null, null));
        else if (how == "close") await stage.Mediator.ActAsync(nameof(IRoomHub.CloseSession), new CloseSessionRequest(stage.Id, null));
        else await TestRoom.ReactAsync(cluster.Cluster, (reaction, db) => reaction.CaseClosedAsync(db, stage.Room.CaseId, "Withdrawn", default));
        var back = Assert.Single((await HeldAsync(stage.Applicant, stage.Id)).Messages);
        Assert.Equal((true, cause, "还没看的话"), (back.Returned, back.Cause!.Value, back.Text));
        Assert.Equal(0, await WaitingAsync(stage));
    }

    [Fact]
    public async Task Does_not_let_through_what_somebody_wrote_whose_right_has_ended()
    {
        await using var stage = await HoldingAsync();
        await stage.Applicant.PostAsync(stage.Id, "我走之前说的");
        var waiting = Assert.Single((await HeldAsync(stage.Mediator, stage.Id)).Messages);
        await stage.Mediator.ActAsync(nameof(IRoomHub.RemoveFromRoom), new RemoveFromRoomRequest(stage.Id, stage.Room.Applicant, "扰乱秩序"));
        Assert.Equal("rooms.held-returned", await CodeAsync(stage.Mediator, $"{stage.Id}/held/{waiting.Id}/release", new { }));
        Assert.Equal("shared.not-found", await TestPage.RefusalAsync(() => stage.Applicant.PostAsync(stage.Id, "我走之前说的", waiting.ClientMessageId)));
        Assert.DoesNotContain((await stage.Mediator.ReadAsync(stage.Id)).Entries, e => e.Kind == EntryKind.Message);
    }

    [Fact]
    public async Task Is_decided_once_when_released_on_two_nodes_and_closed_at_the_same_moment()
    {
        for (var round = 0; round < 5; round++)
        {
            await using var stage = await HoldingAsync();
            var second = await stage.PageAsync(stage.Room.Mediator, 1);
            await stage.Applicant.PostAsync(stage.Id, "一句话");
            var id = Assert.Single((await HeldAsync(stage.Mediator, stage.Id)).Messages).Id;
            var path = new Uri($"api/rooms/{stage.Id}/held/{id}/release", UriKind.Relative);
            var work = new List<Task> { stage.Mediator.Http.PostAsync(path, null), second.Http.PostAsync(path, null) };
            if (round % 2 == 1) work.Add(stage.Mediator.ActAsync(nameof(IRoomHub.CloseSession), new CloseSessionRequest(stage.Id, null)));
            await Task.WhenAll(work);
            var entries = (await stage.Mediator.ReadAsync(stage.Id)).Entries.Count(e => e.Kind == EntryKind.Message);
            var back = (await HeldAsync(stage.Applicant, stage.Id)).Messages.Count;
            Assert.Equal(1, entries + back); // through or back, never both, never neither
            Assert.Equal(0, await WaitingAsync(stage));
        }
    }

    [Fact]
    public async Task Holds_or_posts_each_message_once_while_it_is_switched_on_and_off()
    {
        await using var stage = await RoomStage.OpenAsync(cluster.Cluster);
        var ids = Enumerable.Range(0, 30).Select(_ => Guid.CreateVersion7()).ToList();
        var posts = Task.WhenAll(ids.Select(async (id, at) =>
        {
            await Task.Delay(at * 15);
            var page = at % 2 == 0 ? stage.Applicant : stage.Respondent;
            await page.PostAsync(stage.Id, $"第 {at} 句", id);
            await page.PostAsync(stage.Id, $"第 {at} 句", id); // a receipt that was lost
        }));
        for (var turn = 0; turn < 4; turn++)
        {
            await AskAsync(stage.Mediator, $"{stage.Id}/hold", new StartHoldRequest(null));
            await Task.Delay(60);
            await AskAsync(stage.Mediator, $"{stage.Id}/hold/end", new EndHoldRequest(turn % 2 == 0, "换个说法"));
        }
        await posts;
        var posted = (await stage.Mediator.ReadAsync(stage.Id)).Entries.Where(e => e.Kind == EntryKind.Message).Select(e => e.ClientMessageId!.Value).ToList();
        var back = await cluster.Cluster.WithDbAsync(db => db.Set<HeldMessage>().Where(m => m.RoomId == stage.Id && m.State == HeldProgress.Returned).Select(m => m.ClientMessageId).ToListAsync());
        Assert.Equal(ids.Order(), posted.Concat(back).Order());
    }

    [Fact]
    public async Task Refuses_files_and_proposals_of_parties_meanwhile_and_holds_nothing_of_the_mediator()
    {
        await using var stage = await HoldingAsync();
        var receipt = await stage.Mediator.PostAsync(stage.Id, "请大家冷静。");
        Assert.True(receipt is { Held: false, Sequence: > 0 });
        Assert.Equal(Contracts.Rooms.HoldState.On, (await stage.Applicant.EnterAsync(stage.Id)).Hold);
        var refused = Assert.Throws<Domain.Shared.RefusalException>(() => new RoomState(stage.Id, Domain.Rooms.RoomKind.Joint, Domain.Rooms.SessionState.Open, true, 9,
            [new(stage.Room.Applicant, null, "李", Domain.Rooms.RoomRole.Applicant, Domain.Rooms.Standing.Admitted, 1, null, true), new(stage.Room.Mediator, null, "王", Domain.Rooms.RoomRole.Mediator, Domain.Rooms.Standing.Admitted, 1, null, true)],
            false, Domain.Rooms.HoldState.On).Apply(new Speak(TranscriptKind.Proposal, new() { ["type"] = "proposal" }), stage.Room.Applicant));
        Assert.Equal("rooms.held-words-only", refused.Code);
        var caucus = await stage.CaucusAsync(stage.Room.ApplicantParty);
        Assert.Equal("rooms.hold-not-here", await CodeAsync(stage.Mediator, $"{caucus.Id}/hold", new StartHoldRequest(null)));
    }

    private Task<int> WaitingAsync(RoomStage stage) => cluster.Cluster.WithDbAsync(db => db.Set<HeldMessage>().CountAsync(m => m.RoomId == stage.Id && m.State == HeldProgress.Waiting));
}
