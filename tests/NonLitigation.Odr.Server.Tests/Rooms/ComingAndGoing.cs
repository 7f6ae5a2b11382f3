using NonLitigation.Odr.Contracts.Rooms;

namespace NonLitigation.Odr.Server.Tests.Rooms;

public abstract class ComingAndGoing(RoomCluster cluster)
{
    private static int Count(TestPage page, string type, Guid person) => page.Posted.Count(e =>
        e.Kind == EntryKind.System && e.Body.GetProperty("type").GetString() == type && e.Body.GetProperty("personId").GetGuid() == person);

    [Fact]
    public async Task Of_a_removed_person_ends_everything_for_him_at_once()
    {
        await using var stage = await RoomStage.OpenAsync(cluster.Cluster);
        await stage.Mediator.ActAsync(nameof(IRoomHub.RemoveFromRoom), new RemoveFromRoomRequest(stage.Id, stage.Room.Respondent, "扰乱秩序"));
        var removal = (await stage.Mediator.ReadAsync(stage.Id)).Head;
        var later = await stage.Applicant.PostAsync(stage.Id, "他不在了");
        await stage.Mediator.UntilAsync(p => p.Has(later.Sequence));
        await stage.Respondent.UntilAsync(p => p.Events<Guid>(nameof(IRoomClient.AccessRevoked)).Contains(stage.Id));
        await Task.Delay(1_200);
        Assert.DoesNotContain(stage.Respondent.Posted, e => e.Sequence >= removal);
        Assert.Equal("shared.not-found", await TestPage.RefusalAsync(() => stage.Respondent.ReadAsync(stage.Id)));
        Assert.Equal("shared.not-found", await TestPage.RefusalAsync(() => stage.Respondent.EnterAsync(stage.Id)));
        Assert.DoesNotContain("周永顺", (await stage.Applicant.EnterAsync(stage.Id)).SeenBy);
    }

    [Fact]
    public async Task Of_a_person_whose_line_breaks_is_recorded_once_after_the_grace_time()
    {
        await using var stage = await RoomStage.OpenAsync(cluster.Cluster);
        await stage.Applicant.BreakAsync();
        await stage.Mediator.UntilAsync(p => Count(p, "left", stage.Room.Applicant) > 0, 15);
        await Task.Delay(2_500);
        Assert.Equal(1, Count(stage.Mediator, "left", stage.Room.Applicant));
        Assert.Equal(0, Count(stage.Mediator, "left", stage.Room.Respondent));
    }

    [Fact]
    public async Task Of_a_person_who_returns_in_time_is_no_matter_of_record()
    {
        await using var stage = await RoomStage.OpenAsync(cluster.Cluster);
        await stage.Applicant.BreakAsync();
        var again = await stage.PageAsync(stage.Room.Applicant, 0);
        await again.EnterAsync(stage.Id);
        await Task.Delay(4_000);
        Assert.Equal(0, Count(stage.Mediator, "left", stage.Room.Applicant));
    }

    [Fact]
    public async Task Of_one_page_is_no_going_while_another_is_open()
    {
        await using var stage = await RoomStage.OpenAsync(cluster.Cluster);
        var phone = await stage.PageAsync(stage.Room.Applicant, 0);
        await phone.EnterAsync(stage.Id);
        await phone.ActAsync(nameof(IRoomHub.LeaveRoom), new LeaveRoomRequest(stage.Id));
        await stage.Applicant.PostAsync(stage.Id, "我还在");
        Assert.Equal(0, Count(stage.Mediator, "left", stage.Room.Applicant));
        await stage.Applicant.ActAsync(nameof(IRoomHub.LeaveRoom), new LeaveRoomRequest(stage.Id));
        await stage.Mediator.UntilAsync(p => Count(p, "left", stage.Room.Applicant) == 1);
    }

    [Fact]
    public async Task Of_a_page_that_was_away_leaves_nothing_missing_when_it_reads_on()
    {
        await using var stage = await RoomStage.OpenAsync(cluster.Cluster);
        var known = (await stage.Respondent.ReadAsync(stage.Id)).Head;
        await stage.Respondent.BreakAsync();
        for (var i = 0; i < 25; i++) await stage.Applicant.PostAsync(stage.Id, $"第 {i} 句");
        var back = await stage.PageAsync(stage.Room.Respondent, 1);
        var snapshot = await back.EnterAsync(stage.Id);
        var missed = new List<EntryView>();
        while (missed.Count < snapshot.Head - known) missed.AddRange((await back.ReadAsync(stage.Id, known + missed.Count, 7)).Entries);
        Assert.Equal(Enumerable.Range(1, missed.Count).Select(i => known + i), missed.Select(e => e.Sequence));
        Assert.Equal(25, missed.Count(e => e.Kind == EntryKind.Message));
    }

    [Fact]
    public async Task Is_shown_to_those_in_the_room()
    {
        await using var stage = await RoomStage.OpenAsync(cluster.Cluster);
        await stage.Mediator.UntilAsync(p => p.Events<PresenceView>(nameof(IRoomClient.PresenceChanged)).Any(v => v.Present.ToHashSet().SetEquals([stage.Room.Mediator, stage.Room.Applicant, stage.Room.Respondent])));
        await stage.Applicant.ActAsync(nameof(IRoomHub.LeaveRoom), new LeaveRoomRequest(stage.Id));
        await stage.Mediator.UntilAsync(p => p.Events<PresenceView>(nameof(IRoomClient.PresenceChanged)).Last().Present.Count == 2);
    }
}

public sealed class ComingAndGoingOnOneNode(OneNode cluster) : ComingAndGoing(cluster), IClassFixture<OneNode>;

public sealed class ComingAndGoingOnTwoNodes(TwoNodes cluster) : ComingAndGoing(cluster), IClassFixture<TwoNodes>;
