using NonLitigation.Odr.Contracts.Rooms;

namespace NonLitigation.Odr.Server.Tests.Rooms;

/// <summary>"Exactly once" as a list of named cases.</summary>
public abstract class SendingTheSameMessageAgain(RoomCluster cluster)
{
    private static async Task<int> CountAsync(TestPage page, Guid room, Guid id) => (await page.ReadAsync(room)).Entries.Count(e => e.ClientMessageId == id);

    [Fact]
    public async Task Returns_the_first_receipt_and_writes_nothing()
    {
        await using var stage = await RoomStage.OpenAsync(cluster.Cluster);
        var id = Guid.CreateVersion7();
        var first = await stage.Applicant.PostAsync(stage.Id, "一千六", id);
        await stage.Respondent.PostAsync(stage.Id, "在其间");
        Assert.Equal(first, await stage.Applicant.PostAsync(stage.Id, "一千六", id));
        Assert.Equal(1, await CountAsync(stage.Applicant, stage.Id, id));
    }

    [Fact]
    public async Task Writes_once_when_it_is_sent_many_times_at_once_from_several_pages()
    {
        await using var stage = await RoomStage.OpenAsync(cluster.Cluster);
        var id = Guid.CreateVersion7();
        var pages = new List<TestPage>();
        for (var i = 0; i < 6; i++) pages.Add(await stage.PageAsync(stage.Room.Applicant, i));
        var receipts = await Task.WhenAll(pages.Select(p => p.PostAsync(stage.Id, "一千六", id)));
        Assert.Single(receipts.Distinct());
        Assert.Equal(1, await CountAsync(stage.Applicant, stage.Id, id));
    }

    [Fact]
    public async Task Returns_the_first_receipt_from_a_page_that_was_opened_later()
    {
        await using var stage = await RoomStage.OpenAsync(cluster.Cluster);
        var id = Guid.CreateVersion7();
        var first = await stage.Applicant.PostAsync(stage.Id, "一千六", id);
        await stage.Applicant.BreakAsync();
        var other = await stage.PageAsync(stage.Room.Applicant, 0);
        Assert.Equal(first, await other.PostAsync(stage.Id, "一千六", id));
    }

    [Fact]
    public async Task Is_refused_when_the_text_differs()
    {
        await using var stage = await RoomStage.OpenAsync(cluster.Cluster);
        var id = Guid.CreateVersion7();
        await stage.Applicant.PostAsync(stage.Id, "一千六", id);
        Assert.Equal("rooms.id-reused", await TestPage.RefusalAsync(() => stage.Applicant.PostAsync(stage.Id, "一千八", id)));
        Assert.Equal(1, await CountAsync(stage.Applicant, stage.Id, id));
    }

    [Fact]
    public async Task Is_refused_when_it_answers_another_entry()
    {
        await using var stage = await RoomStage.OpenAsync(cluster.Cluster);
        var id = Guid.CreateVersion7();
        await stage.Applicant.PostAsync(stage.Id, "一千六", id);
        Assert.Equal("rooms.id-reused", await TestPage.RefusalAsync(() => stage.Applicant.PostAsync(stage.Id, "一千六", id, replyTo: 1)));
    }

    [Fact]
    public async Task Is_another_message_when_somebody_else_happens_to_use_the_id()
    {
        await using var stage = await RoomStage.OpenAsync(cluster.Cluster);
        var id = Guid.CreateVersion7();
        var his = await stage.Applicant.PostAsync(stage.Id, "一千六", id);
        var hers = await stage.Respondent.PostAsync(stage.Id, "一千六", id);
        Assert.NotEqual(his.Sequence, hers.Sequence);
        Assert.Equal(2, await CountAsync(stage.Applicant, stage.Id, id));
    }

    [Fact]
    public async Task Is_another_message_in_another_room()
    {
        await using var stage = await RoomStage.OpenAsync(cluster.Cluster);
        var caucus = await stage.CaucusAsync(stage.Room.ApplicantParty);
        var id = Guid.CreateVersion7();
        await stage.Applicant.PostAsync(stage.Id, "一千六", id);
        await stage.Applicant.PostAsync(caucus.Id, "其实一千五也行", id);
        Assert.Equal(1, await CountAsync(stage.Applicant, stage.Id, id));
        Assert.Equal(1, await CountAsync(stage.Applicant, caucus.Id, id));
    }

    [Fact]
    public async Task Returns_the_first_receipt_although_the_room_is_closed_by_now()
    {
        await using var stage = await RoomStage.OpenAsync(cluster.Cluster);
        var id = Guid.CreateVersion7();
        var first = await stage.Applicant.PostAsync(stage.Id, "一千六", id);
        await stage.Mediator.ActAsync(nameof(IRoomHub.CloseSession), new CloseSessionRequest(stage.Id, null));
        Assert.Equal(first, await stage.Applicant.PostAsync(stage.Id, "一千六", id));
    }

    [Fact]
    public async Task Gets_no_answer_once_its_author_was_removed()
    {
        await using var stage = await RoomStage.OpenAsync(cluster.Cluster);
        var id = Guid.CreateVersion7();
        await stage.Applicant.PostAsync(stage.Id, "一千六", id);
        await stage.Mediator.ActAsync(nameof(IRoomHub.RemoveFromRoom), new RemoveFromRoomRequest(stage.Id, stage.Room.Applicant, "扰乱秩序"));
        Assert.Equal("shared.not-found", await TestPage.RefusalAsync(() => stage.Applicant.PostAsync(stage.Id, "一千六", id)));
    }

    [Fact]
    public async Task Needs_an_id_to_be_known_by()
    {
        await using var stage = await RoomStage.OpenAsync(cluster.Cluster);
        Assert.Equal("rooms.id-missing", await TestPage.RefusalAsync(() => stage.Applicant.PostAsync(stage.Id, "一千六", Guid.Empty)));
    }
}

public sealed class SendingTheSameMessageAgainOnOneNode(OneNode cluster) : SendingTheSameMessageAgain(cluster), IClassFixture<OneNode>;

public sealed class SendingTheSameMessageAgainOnTwoNodes(TwoNodes cluster) : SendingTheSameMessageAgain(cluster), IClassFixture<TwoNodes>;
