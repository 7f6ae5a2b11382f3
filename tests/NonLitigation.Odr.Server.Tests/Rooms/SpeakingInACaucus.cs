using System.Net;
using System.Net.Http.Json;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Server.Shared;

namespace NonLitigation.Odr.Server.Tests.Rooms;

public abstract class SpeakingInACaucus(RoomCluster cluster)
{
    [Fact]
    public async Task Leaves_no_trace_for_the_other_side()
    {
        await using var stage = await RoomStage.OpenAsync(cluster.Cluster);
        var before = (await stage.Respondent.ReadAsync(stage.Id)).Head;
        await stage.Respondent.UntilAsync(p => p.Has(before) && p.Events<Guid>(nameof(IRoomClient.StandingChanged)).Any());
        await Task.Delay(500); // what the opening itself sent has arrived
        var received = stage.Respondent.Received.Count(r => r.Event is not nameof(IRoomClient.HeadsMoved) and not nameof(IRoomClient.PresenceChanged));
        var caucus = await stage.CaucusAsync(stage.Room.ApplicantParty);
        await stage.Mediator.EnterAsync(caucus.Id);
        await stage.Applicant.EnterAsync(caucus.Id);
        await stage.Applicant.ActAsync(nameof(IRoomHub.SetTyping), new SetTypingRequest(caucus.Id, true));
        var secret = await stage.Applicant.PostAsync(caucus.Id, "底线是一千五。");
        await stage.Mediator.UntilAsync(p => p.Posted.Any(e => e.RoomId == caucus.Id && e.Sequence == secret.Sequence));
        await stage.Applicant.ActAsync(nameof(IRoomHub.MarkRead), new MarkReadRequest(caucus.Id, secret.Sequence));
        await Task.Delay(1_500); // a heartbeat may not tell either

        Assert.DoesNotContain(stage.Respondent.Received, r => r.Content.ToString()!.Contains(caucus.Id.ToString(), StringComparison.OrdinalIgnoreCase));
        Assert.Equal(received, stage.Respondent.Received.Count(r => r.Event is not nameof(IRoomClient.HeadsMoved) and not nameof(IRoomClient.PresenceChanged)));
        Assert.Equal(before, (await stage.Respondent.ReadAsync(stage.Id)).Head);
        Assert.DoesNotContain((await stage.Respondent.HeadsAsync()).Heads, h => h.RoomId == caucus.Id);
        var rooms = await stage.Respondent.Http.GetFromJsonAsync<List<RoomView>>("api/rooms", OdrJson.Options);
        Assert.Equal([stage.Id], rooms!.Select(r => r.Id));
        Assert.Equal(0, rooms![0].Colour);
        Assert.Equal("shared.not-found", await TestPage.RefusalAsync(() => stage.Respondent.EnterAsync(caucus.Id)));
        Assert.Equal("shared.not-found", await TestPage.RefusalAsync(() => stage.Respondent.ReadAsync(caucus.Id)));
        Assert.Equal("shared.not-found", await TestPage.RefusalAsync(() => stage.Respondent.ActAsync(nameof(IRoomHub.MarkRead), new MarkReadRequest(caucus.Id, 1))));
        Assert.Equal("shared.not-found", await TestPage.RefusalAsync(() => stage.Respondent.ActAsync(nameof(IRoomHub.SetTyping), new SetTypingRequest(caucus.Id, true))));
        Assert.Equal(HttpStatusCode.NotFound, (await stage.Respondent.Http.GetAsync(new Uri($"api/rooms/{caucus.Id}/entries?after=0", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task Shows_the_party_exactly_who_sees_it()
    {
        await using var stage = await RoomStage.OpenAsync(cluster.Cluster);
        var caucus = await stage.CaucusAsync(stage.Room.ApplicantParty);
        var inCaucus = await stage.Applicant.EnterAsync(caucus.Id);
        Assert.Equal(["王调解员"], inCaucus.SeenBy);
        Assert.Equal("单独沟通·申请人 李海生", inCaucus.Room.Name);
        Assert.True(inCaucus.MayPost);
        var joint = await stage.Applicant.EnterAsync(stage.Id);
        Assert.Equal(["周永顺", "王调解员"], joint.SeenBy.Order(StringComparer.Ordinal));
        Assert.NotEqual(joint.Room.Colour, inCaucus.Room.Colour);
    }

    [Fact]
    public async Task Is_possible_in_one_room_for_each_party_however_often_it_is_opened()
    {
        await using var stage = await RoomStage.OpenAsync(cluster.Cluster);
        var second = await stage.PageAsync(stage.Room.Mediator, 1);
        var made = await Task.WhenAll(new[] { stage.Mediator, second, stage.Mediator, second }
            .Select(p => p.AskAsync<RoomView>(nameof(IRoomHub.OpenCaucus), new OpenCaucusRequest(stage.Room.CaseId, stage.Room.ApplicantParty))));
        Assert.Single(made.Select(r => r.Id).Distinct());
        Assert.NotEqual(made[0].Id, (await stage.CaucusAsync(stage.Room.RespondentParty)).Id);
    }

    [Fact]
    public async Task Is_arranged_by_the_presiding_mediator_alone()
    {
        await using var stage = await RoomStage.OpenAsync(cluster.Cluster);
        var ask = new OpenCaucusRequest(stage.Room.CaseId, stage.Room.ApplicantParty);
        Assert.Equal("shared.not-found", await TestPage.RefusalAsync(() => stage.Applicant.AskAsync<RoomView>(nameof(IRoomHub.OpenCaucus), ask)));
        Assert.Equal("rooms.no-such-member", await TestPage.RefusalAsync(() => stage.Mediator.AskAsync<RoomView>(nameof(IRoomHub.OpenCaucus), ask with { PartyId = Guid.CreateVersion7() })));
        Assert.Equal("shared.not-found", await TestPage.RefusalAsync(() => stage.Mediator.AskAsync<RoomView>(nameof(IRoomHub.OpenCaucus), ask with { CaseId = Guid.CreateVersion7() })));
    }

    [Fact]
    public async Task Needs_the_partys_own_admission_when_he_was_not_yet_let_in()
    {
        await using var stage = await RoomStage.ConnectedAsync(cluster.Cluster);
        await stage.Mediator.EnterAsync(stage.Id);
        var caucus = await stage.CaucusAsync(stage.Room.ApplicantParty);
        await stage.Mediator.PostAsync(caucus.Id, "先和您单独谈谈。");
        var waiting = await stage.Applicant.EnterAsync(caucus.Id);
        Assert.Equal(Standing.Waiting, waiting.Room.MyStanding);
        Assert.Empty(waiting.Entries);
        await stage.Mediator.AdmitAsync(caucus.Id, stage.Room.Applicant);
        Assert.Equal(Standing.Admitted, (await stage.Applicant.EnterAsync(caucus.Id)).Room.MyStanding);
    }
}

public sealed class SpeakingInACaucusOnOneNode(OneNode cluster) : SpeakingInACaucus(cluster), IClassFixture<OneNode>;

public sealed class SpeakingInACaucusOnTwoNodes(TwoNodes cluster) : SpeakingInACaucus(cluster), IClassFixture<TwoNodes>;
