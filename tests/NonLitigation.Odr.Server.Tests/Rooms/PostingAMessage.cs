using System.Net;
using NonLitigation.Odr.Contracts.Rooms;

namespace NonLitigation.Odr.Server.Tests.Rooms;

public abstract class PostingAMessage(RoomCluster cluster)
{
    [Fact]
    public async Task Reaches_everybody_in_the_room_the_sender_too_with_the_receipts_number_and_hash()
    {
        await using var stage = await RoomStage.OpenAsync(cluster.Cluster);
        var receipt = await stage.Applicant.PostAsync(stage.Id, "我的工资 1,600 元还没有给。");
        foreach (var page in new[] { stage.Mediator, stage.Applicant, stage.Respondent })
        {
            await page.UntilAsync(p => p.Has(receipt.Sequence));
            var entry = page.Posted.Single(e => e.Sequence == receipt.Sequence);
            Assert.Equal(receipt.EntryHash, entry.EntryHash);
            Assert.Equal(receipt.SentAt, entry.SentAt);
            Assert.Equal("我的工资 1,600 元还没有给。", entry.Body.GetProperty("text").GetString());
            Assert.Equal((stage.Applicant.Person, "李海生", RoomRole.Applicant), (entry.AuthorId, entry.AuthorName, entry.AuthorRole));
        }
    }

    [Fact]
    public async Task Gives_one_order_without_gaps_however_many_speak_at_once()
    {
        await using var stage = await RoomStage.OpenAsync(cluster.Cluster);
        var start = (await stage.Mediator.ReadAsync(stage.Id)).Head;
        var pages = new[] { stage.Mediator, stage.Applicant, stage.Respondent };
        var receipts = await Task.WhenAll(Enumerable.Range(0, 60).Select(i => pages[i % 3].PostAsync(stage.Id, $"第 {i} 句")));
        Assert.Equal(Enumerable.Range(1, 60).Select(i => start + i), receipts.Select(r => r.Sequence).Order());
        foreach (var page in pages)
        {
            await page.UntilAsync(p => p.Has(start + 60));
            var seen = page.Posted.Where(e => e.Sequence > start).Select(e => (e.Sequence, e.EntryHash)).ToList();
            Assert.Equal(receipts.OrderBy(r => r.Sequence).Select(r => (r.Sequence, r.EntryHash)), seen);
        }
    }

    [Fact]
    public async Task Is_refused_when_the_room_is_closed()
    {
        await using var stage = await RoomStage.OpenAsync(cluster.Cluster);
        await stage.Mediator.ActAsync(nameof(IRoomHub.CloseSession), new CloseSessionRequest(stage.Id, null));
        Assert.Equal("rooms.closed", await TestPage.RefusalAsync(() => stage.Applicant.PostAsync(stage.Id, "还有一句")));
        Assert.Equal("rooms.closed", await TestPage.RefusalAsync(() => stage.Mediator.PostAsync(stage.Id, "还有一句")));
    }

    [Fact]
    public async Task Is_refused_to_parties_but_not_to_the_mediator_while_the_sitting_is_adjourned()
    {
        await using var stage = await RoomStage.OpenAsync(cluster.Cluster);
        await stage.Mediator.ActAsync(nameof(IRoomHub.AdjournSession), new AdjournSessionRequest(stage.Id, "午休", DateTimeOffset.UtcNow.AddHours(1)));
        Assert.Equal("rooms.not-open", await TestPage.RefusalAsync(() => stage.Applicant.PostAsync(stage.Id, "还有一句")));
        var notice = await stage.Mediator.PostAsync(stage.Id, "下午两点继续。");
        await stage.Respondent.UntilAsync(p => p.Has(notice.Sequence));
    }

    [Theory]
    [InlineData("", "shared.text-empty")]
    [InlineData(" \n\t", "shared.text-empty")]
    public async Task Is_refused_when_there_is_nothing_in_it(string text, string code)
    {
        await using var stage = await RoomStage.OpenAsync(cluster.Cluster);
        Assert.Equal(code, await TestPage.RefusalAsync(() => stage.Applicant.PostAsync(stage.Id, text)));
    }

    [Fact]
    public async Task Takes_four_thousand_characters_and_not_one_more()
    {
        await using var stage = await RoomStage.OpenAsync(cluster.Cluster);
        await stage.Applicant.PostAsync(stage.Id, new string('长', 4_000));
        Assert.Equal("shared.text-too-long", await TestPage.RefusalAsync(() => stage.Applicant.PostAsync(stage.Id, new string('长', 4_001))));
    }

    [Fact]
    public async Task Keeps_every_character_as_it_was_written()
    {
        await using var stage = await RoomStage.OpenAsync(cluster.Cluster);
        var text = "<script>alert(1)</script> \"引号\" \\ \u0000 😀 \u202e 𠮷 e\u0301";
        var receipt = await stage.Applicant.PostAsync(stage.Id, text);
        await stage.Respondent.UntilAsync(p => p.Has(receipt.Sequence));
        Assert.Equal(text, stage.Respondent.Posted.Single(e => e.Sequence == receipt.Sequence).Body.GetProperty("text").GetString());
    }

    [Fact]
    public async Task Is_refused_to_parties_while_no_mediator_is_in_the_joint_room()
    {
        await using var stage = await RoomStage.OpenAsync(cluster.Cluster);
        await stage.Mediator.ActAsync(nameof(IRoomHub.LeaveRoom), new LeaveRoomRequest(stage.Id));
        Assert.Equal("rooms.mediator-absent", await TestPage.RefusalAsync(() => stage.Applicant.PostAsync(stage.Id, "他走了")));
        Assert.Equal("rooms.mediator-absent", (await stage.Applicant.EnterAsync(stage.Id)).RefusalCode);
        await stage.Mediator.EnterAsync(stage.Id);
        await stage.Applicant.PostAsync(stage.Id, "他回来了");
    }

    [Fact]
    public async Task Can_answer_an_earlier_entry_and_only_one_that_is_there()
    {
        await using var stage = await RoomStage.OpenAsync(cluster.Cluster);
        var first = await stage.Applicant.PostAsync(stage.Id, "一千六");
        var reply = await stage.Respondent.PostAsync(stage.Id, "可以", replyTo: first.Sequence);
        await stage.Applicant.UntilAsync(p => p.Has(reply.Sequence));
        Assert.Equal(first.Sequence, stage.Applicant.Posted.Single(e => e.Sequence == reply.Sequence).ReplyTo);
        Assert.Equal("rooms.reply-missing", await TestPage.RefusalAsync(() => stage.Respondent.PostAsync(stage.Id, "?", replyTo: reply.Sequence + 1)));
        Assert.Equal("rooms.reply-missing", await TestPage.RefusalAsync(() => stage.Respondent.PostAsync(stage.Id, "?", replyTo: 0)));
    }

    [Fact]
    public async Task Is_not_possible_for_a_stranger_to_whom_the_room_does_not_exist()
    {
        await using var stage = await RoomStage.OpenAsync(cluster.Cluster);
        await using var stranger = await TestPage.OpenAsync(cluster.Cluster, Guid.CreateVersion7(), 1);
        foreach (var room in new[] { stage.Id, Guid.CreateVersion7() })
        {
            Assert.Equal("shared.not-found", await TestPage.RefusalAsync(() => stranger.EnterAsync(room)));
            Assert.Equal("shared.not-found", await TestPage.RefusalAsync(() => stranger.PostAsync(room, "?")));
            Assert.Equal("shared.not-found", await TestPage.RefusalAsync(() => stranger.ReadAsync(room)));
            Assert.Equal("shared.not-found", await TestPage.RefusalAsync(() => stranger.OpenSessionAsync(room)));
            Assert.Equal("shared.not-found", await TestPage.RefusalAsync(() => stranger.AdmitAsync(room, stranger.Person)));
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.Http.GetAsync(new Uri($"api/rooms/{room}", UriKind.Relative))).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.Http.GetAsync(new Uri($"api/rooms/{room}/entries?after=0", UriKind.Relative))).StatusCode);
        }
        await stage.Applicant.PostAsync(stage.Id, "他听不到");
        await stage.Respondent.UntilAsync(p => p.Posted.Any(e => e.Body.TryGetProperty("text", out var text) && text.GetString() == "他听不到"));
        Assert.Empty(stranger.Received);
    }

    [Fact]
    public async Task Is_not_possible_without_signing_in()
    {
        using var http = new HttpClient { BaseAddress = cluster.Cluster.Addresses[0] };
        Assert.Equal(HttpStatusCode.Unauthorized, (await http.GetAsync(new Uri("api/rooms", UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await http.PostAsync(new Uri("hubs/rooms/negotiate?negotiateVersion=1", UriKind.Relative), null)).StatusCode);
    }
}

public sealed class PostingAMessageOnOneNode(OneNode cluster) : PostingAMessage(cluster), IClassFixture<OneNode>;

public sealed class PostingAMessageOnTwoNodes(TwoNodes cluster) : PostingAMessage(cluster), IClassFixture<TwoNodes>;
