using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Server.Tests.Shared;
using static NonLitigation.Odr.Server.Tests.Negotiation.ProposalWire;

namespace NonLitigation.Odr.Server.Tests.Rooms;

public sealed class SearchingARoom(OneNode cluster) : IClassFixture<OneNode>
{
    [Fact]
    public async Task Finds_words_as_they_stand_the_newest_first_with_what_is_around_them()
    {
        await using var stage = await RoomStage.OpenAsync(cluster.Cluster);
        var first = await stage.Applicant.PostAsync(stage.Id, "工资一共是 3,400 元，\"分两次\"付也可以");
        await stage.Respondent.PostAsync(stage.Id, "我方只认 1,600 元");
        var third = await stage.Mediator.PostAsync(stage.Id, $"{new string('长', 100)}工资 Text {new string('尾', 100)}");
        var hits = await FindAsync(stage.Respondent, "工资");
        Assert.Equal([third.Sequence, first.Sequence], hits.Hits.Select(h => h.Sequence));
        Assert.Equal(($"…{new string('长', 40)}", "工资"), (hits.Hits[0].Before, hits.Hits[0].Match));
        Assert.Equal(first.Sequence, Assert.Single((await FindAsync(stage.Mediator, "\"分两次\"")).Hits).Sequence);
        // Not the words of the record's own form, and whatever case.
        Assert.Equal([third.Sequence], (await FindAsync(stage.Mediator, "text")).Hits.Select(h => h.Sequence));
        Assert.Empty((await FindAsync(stage.Mediator, "100%")).Hits);
        Assert.Empty((await FindAsync(stage.Mediator, "_")).Hits);
        Task<SearchHitsView> FindAsync(TestPage page, string words) => page.SendAsync<SearchHitsView>($"api/rooms/{stage.Id}/search", new SearchRoomRequest(words));
    }

    [Fact]
    public async Task Finds_nothing_of_a_caucus_from_outside_nor_what_came_before_ones_admission_nor_what_was_taken_back()
    {
        await using var stage = await RoomStage.OpenAsync(cluster.Cluster);
        var caucus = await stage.CaucusAsync(stage.Room.ApplicantParty);
        await stage.Applicant.EnterAsync(caucus.Id);
        await stage.Mediator.EnterAsync(caucus.Id);
        await stage.Applicant.PostAsync(caucus.Id, "底线是两千");
        Assert.Empty((await stage.Respondent.SendAsync<SearchHitsView>($"api/rooms/{stage.Id}/search", new SearchRoomRequest("底线"))).Hits);
        Assert.Equal("shared.not-found", await RefusedAsync(() => stage.Respondent.SendAsync<SearchHitsView>($"api/rooms/{caucus.Id}/search", new SearchRoomRequest("底线"))));
        Assert.Single((await stage.Applicant.SendAsync<SearchHitsView>($"api/rooms/{caucus.Id}/search", new SearchRoomRequest("底线"))).Hits);
        var said = await stage.Applicant.PostAsync(stage.Id, "收回这句");
        await stage.Applicant.SendAsync<MessageReceipt>($"api/rooms/{stage.Id}/entries/{said.Sequence}/withdrawal", new WithdrawMessageRequest(Guid.CreateVersion7()));
        Assert.Empty((await stage.Applicant.SendAsync<SearchHitsView>($"api/rooms/{stage.Id}/search", new SearchRoomRequest("收回"))).Hits);
        Assert.Equal("shared.text-empty", await RefusedAsync(() => stage.Applicant.SendAsync<SearchHitsView>($"api/rooms/{stage.Id}/search", new SearchRoomRequest(" "))));
        Assert.Equal("shared.text-too-long", await RefusedAsync(() => stage.Applicant.SendAsync<SearchHitsView>($"api/rooms/{stage.Id}/search", new SearchRoomRequest(new string('长', 101)))));
    }
}
