using NonLitigation.Odr.Contracts.Rooms;

namespace NonLitigation.Odr.Server.Tests.Rooms;

public abstract class WaitingInTheLobby(RoomCluster cluster)
{
    [Fact]
    public async Task Brings_nothing_of_the_room_before_admission_and_everything_after()
    {
        await using var stage = await RoomStage.ConnectedAsync(cluster.Cluster);
        var waiting = await stage.Applicant.EnterAsync(stage.Id);
        await stage.Mediator.EnterAsync(stage.Id);
        await stage.Mediator.PostAsync(stage.Id, "稍等，马上开始。");
        Assert.Equal(Standing.Waiting, waiting.Room.MyStanding);
        Assert.Empty(waiting.Entries);
        Assert.Empty(waiting.SeenBy);
        Assert.Equal("rooms.not-admitted", waiting.RefusalCode);
        Assert.DoesNotContain(waiting.Members, m => m.PersonId == stage.Room.Respondent);
        Assert.Equal("rooms.not-admitted", await TestPage.RefusalAsync(() => stage.Applicant.ReadAsync(stage.Id)));
        Assert.Equal("rooms.not-admitted", await TestPage.RefusalAsync(() => stage.Applicant.PostAsync(stage.Id, "我来了")));
        await Task.Delay(1_500); // longer than a heartbeat
        Assert.Empty(stage.Applicant.Posted);
        Assert.Empty(stage.Applicant.Events<HeadsView>(nameof(IRoomClient.HeadsMoved)));

        await stage.Mediator.AdmitAsync(stage.Id, stage.Room.Applicant);
        await stage.Applicant.UntilAsync(p => p.Events<Guid>(nameof(IRoomClient.StandingChanged)).Contains(stage.Id));
        var inside = await stage.Applicant.EnterAsync(stage.Id);
        Assert.Equal(Standing.Admitted, inside.Room.MyStanding);
        Assert.Equal(1, inside.FirstVisible);
        Assert.Equal(Enumerable.Range(1, (int)inside.Head).Select(i => (long)i), inside.Entries.Select(e => e.Sequence));
        Assert.Contains(inside.Entries, e => e.Body.GetProperty("type").GetString() == "text");
    }

    [Fact]
    public async Task Brings_no_event_at_all_whatever_happens_inside_until_the_person_himself_is_let_in()
    {
        await using var stage = await RoomStage.ConnectedAsync(cluster.Cluster);
        await stage.Applicant.EnterAsync(stage.Id);
        await stage.Mediator.EnterAsync(stage.Id);
        await stage.Respondent.EnterAsync(stage.Id);
        await stage.Mediator.AdmitAsync(stage.Id, stage.Room.Respondent);
        await stage.Respondent.EnterAsync(stage.Id);
        await stage.Mediator.OpenSessionAsync(stage.Id);
        var receipt = await stage.Respondent.PostAsync(stage.Id, "趁他不在");
        await stage.Respondent.ActAsync(nameof(IRoomHub.SetTyping), new SetTypingRequest(stage.Id, true));
        await stage.Mediator.ActAsync(nameof(IRoomHub.MarkRead), new MarkReadRequest(stage.Id, receipt.Sequence));
        await stage.Mediator.ActAsync(nameof(IRoomHub.AdjournSession), new AdjournSessionRequest(stage.Id, null, null));
        await stage.Mediator.OpenSessionAsync(stage.Id);
        await stage.Respondent.ActAsync(nameof(IRoomHub.LeaveRoom), new LeaveRoomRequest(stage.Id));
        await stage.Mediator.ActAsync(nameof(IRoomHub.RemoveFromRoom), new RemoveFromRoomRequest(stage.Id, stage.Room.Respondent, ""));
        await stage.CaucusAsync(stage.Room.ApplicantParty); // the other side's caucus and his own alike
        await Task.Delay(1_500); // longer than a heartbeat
        // A nudge that a room of his own is there (his caucus) is all.
        Assert.All(stage.Applicant.Received, one => Assert.Equal(nameof(IRoomClient.Changed), one.Event));
        await stage.Mediator.AdmitAsync(stage.Id, stage.Room.Applicant);
        await stage.Applicant.UntilAsync(page => page.Events<Guid>(nameof(IRoomClient.StandingChanged)).Contains(stage.Id));
    }

    [Fact]
    public async Task Ends_with_the_sitting_so_that_nobody_waits_for_ever()
    {
        await using var stage = await RoomStage.ConnectedAsync(cluster.Cluster);
        await stage.Applicant.EnterAsync(stage.Id);
        await stage.Mediator.EnterAsync(stage.Id);
        await stage.Mediator.ActAsync(nameof(IRoomHub.CloseSession), new CloseSessionRequest(stage.Id, "改期"));
        await stage.Applicant.UntilAsync(page => page.Events<Guid>(nameof(IRoomClient.StandingChanged)).Contains(stage.Id));
        var after = await stage.Applicant.EnterAsync(stage.Id);
        Assert.Equal((SessionState.Closed, 0), (after.Room.State, after.Entries.Count));
    }

    [Fact]
    public async Task Gives_nothing_over_http_either()
    {
        await using var stage = await RoomStage.ConnectedAsync(cluster.Cluster);
        await stage.Applicant.EnterAsync(stage.Id);
        await stage.Mediator.EnterAsync(stage.Id);
        await stage.Respondent.EnterAsync(stage.Id);
        await stage.Mediator.AdmitAsync(stage.Id, stage.Room.Respondent);
        await stage.Mediator.OpenSessionAsync(stage.Id);
        await stage.Respondent.PostAsync(stage.Id, "lobbycanary");
        foreach (var path in new[] { "api/rooms", $"api/rooms/{stage.Id}", $"api/rooms/{stage.Id}/entries?after=0", $"api/rooms/{stage.Id}/transcript", $"api/rooms/{stage.Id}/proposals" })
        {
            using var answer = await stage.Applicant.Http.GetAsync(new Uri(path, UriKind.Relative));
            var text = await answer.Content.ReadAsStringAsync();
            Assert.True((int)answer.StatusCode is 200 or 422, $"{path}: {(int)answer.StatusCode}");
            foreach (var inside in new[] { "lobbycanary", "周永顺", stage.Room.Respondent.ToString() }) Assert.DoesNotContain(inside, text, StringComparison.Ordinal);
            if (answer.IsSuccessStatusCode) Assert.DoesNotContain("\"head\":1", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Is_heard_by_the_mediator_who_is_in_the_room_and_by_him_who_is_not()
    {
        await using var stage = await RoomStage.ConnectedAsync(cluster.Cluster);
        var elsewhere = await stage.PageAsync(stage.Room.Mediator, 1);
        await stage.Mediator.EnterAsync(stage.Id);
        await stage.Applicant.EnterAsync(stage.Id);
        await stage.Mediator.UntilAsync(p => p.Events<LobbyView>(nameof(IRoomClient.LobbyChanged)).Any(l => l.Waiting.Any(m => m.PersonId == stage.Room.Applicant)));
        await elsewhere.UntilAsync(p => p.Received.Any(r => r.Event == nameof(IRoomClient.Changed)));
        Assert.Equal(1, (await stage.Mediator.EnterAsync(stage.Id)).Room.Waiting);
        Assert.Empty(stage.Applicant.Events<LobbyView>(nameof(IRoomClient.LobbyChanged)));
    }

    [Fact]
    public async Task Ends_when_the_person_goes_so_that_nobody_is_admitted_who_is_not_there()
    {
        await using var stage = await RoomStage.ConnectedAsync(cluster.Cluster);
        await stage.Mediator.EnterAsync(stage.Id);
        await stage.Applicant.EnterAsync(stage.Id);
        await stage.Applicant.ActAsync(nameof(IRoomHub.LeaveRoom), new LeaveRoomRequest(stage.Id));
        Assert.Equal("rooms.not-waiting", await TestPage.RefusalAsync(() => stage.Mediator.AdmitAsync(stage.Id, stage.Room.Applicant)));
    }

    [Fact]
    public async Task Until_after_the_opening_leaves_what_was_said_before_to_those_who_were_in()
    {
        await using var stage = await RoomStage.ConnectedAsync(cluster.Cluster);
        await stage.Mediator.EnterAsync(stage.Id);
        await stage.Respondent.EnterAsync(stage.Id);
        await stage.Mediator.AdmitAsync(stage.Id, stage.Room.Respondent);
        await stage.Mediator.OpenSessionAsync(stage.Id);
        await stage.Respondent.PostAsync(stage.Id, "趁他不在，我先说一句。");
        await stage.Applicant.EnterAsync(stage.Id);
        await stage.Mediator.AdmitAsync(stage.Id, stage.Room.Applicant);
        var late = await stage.Applicant.EnterAsync(stage.Id);
        Assert.Equal("admitted", late.Entries[0].Body.GetProperty("type").GetString());
        Assert.Equal(late.FirstVisible, late.Entries[0].Sequence);
        Assert.True(late.FirstVisible > 1);
        Assert.All((await stage.Applicant.ReadAsync(stage.Id)).Entries, e => Assert.True(e.Sequence >= late.FirstVisible));
    }

    [Fact]
    public async Task Is_decided_by_the_presiding_mediator_alone()
    {
        await using var stage = await RoomStage.ConnectedAsync(cluster.Cluster);
        await stage.Applicant.EnterAsync(stage.Id);
        await stage.Respondent.EnterAsync(stage.Id);
        Assert.Equal("shared.not-found", await TestPage.RefusalAsync(() => stage.Applicant.AdmitAsync(stage.Id, stage.Room.Applicant)));
        Assert.Equal("shared.not-found", await TestPage.RefusalAsync(() => stage.Applicant.AdmitAsync(stage.Id, stage.Room.Respondent)));
        Assert.Equal("rooms.no-such-member", await TestPage.RefusalAsync(() => stage.Mediator.AdmitAsync(stage.Id, Guid.CreateVersion7())));
    }
}

public sealed class WaitingInTheLobbyOnOneNode(OneNode cluster) : WaitingInTheLobby(cluster), IClassFixture<OneNode>;

public sealed class WaitingInTheLobbyOnTwoNodes(TwoNodes cluster) : WaitingInTheLobby(cluster), IClassFixture<TwoNodes>;
