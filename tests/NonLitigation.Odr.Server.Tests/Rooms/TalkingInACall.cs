using NonLitigation.Odr.Contracts.Rooms;

namespace NonLitigation.Odr.Server.Tests.Rooms;

public abstract class TalkingInACall(RoomCluster cluster)
{
    private const string Sdp = "{\"description\":{\"type\":\"offer\",\"sdp\":\"v=0 canary-sdp\"}}";

    private static Task<CallTicketView> JoinAsync(TestPage page, Guid room, Guid seat, bool back = false) =>
        page.AskAsync<CallTicketView>(nameof(IRoomHub.JoinCall), new JoinCallRequest(room, seat, back, true, true));

    private static Task OpenAsync(RoomStage stage, Guid? room = null) => stage.Mediator.ActAsync(nameof(IRoomHub.OpenCall), new OpenCallRequest(room ?? stage.Id));

    private static Task SignalAsync(TestPage from, Guid room, Guid seat, Guid toPerson, Guid toSeat, string signal = Sdp) =>
        from.ActAsync(nameof(IRoomHub.SendCallSignal), new SendCallSignalRequest(room, seat, toPerson, toSeat, signal));

    private static CallView? Last(TestPage page, Guid room) => page.Events<CallView>(nameof(IRoomClient.CallChanged)).LastOrDefault(call => call.RoomId == room);

    private static Task UntilInCallAsync(TestPage page, Guid room, params Guid[] people) =>
        page.UntilAsync(p => Last(p, room) is { } call && call.Seats.Select(seat => seat.PersonId).ToHashSet().SetEquals(people));

    private static int Signals(TestPage page) => page.Events<CallSignalView>(nameof(IRoomClient.CallSignalled)).Count();

    private static List<string> Acts(TestPage page) => [.. page.Posted.Where(e => e.Kind == EntryKind.System).OrderBy(e => e.Sequence).Select(e => e.Body.GetProperty("type").GetString()!).Where(type => type.StartsWith("call-", StringComparison.Ordinal))];

    /// <summary>Mediator, applicant and respondent in the joint room's call.</summary>
    private static async Task<(Guid Mediator, Guid Applicant, Guid Respondent)> AllInAsync(RoomStage stage)
    {
        var seats = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        await OpenAsync(stage);
        await JoinAsync(stage.Mediator, stage.Id, seats.Item1);
        await JoinAsync(stage.Applicant, stage.Id, seats.Item2);
        await JoinAsync(stage.Respondent, stage.Id, seats.Item3);
        await UntilInCallAsync(stage.Applicant, stage.Id, stage.Room.Mediator, stage.Room.Applicant, stage.Room.Respondent);
        return seats;
    }

    [Fact]
    public async Task Begins_only_when_the_mediator_has_opened_it()
    {
        await using var stage = await RoomStage.OpenAsync(cluster.Cluster);
        Assert.Equal("rooms.call-not-open", await TestPage.RefusalAsync(() => JoinAsync(stage.Applicant, stage.Id, Guid.CreateVersion7())));
        Assert.Equal("shared.not-found", await TestPage.RefusalAsync(() => stage.Applicant.ActAsync(nameof(IRoomHub.OpenCall), new OpenCallRequest(stage.Id))));
        await OpenAsync(stage);
        await stage.Applicant.UntilAsync(p => Last(p, stage.Id) is { Open: true, Seats.Count: 0 });
        Assert.True((await stage.Applicant.EnterAsync(stage.Id)).CallOpen);
        await stage.Mediator.ActAsync(nameof(IRoomHub.EndCall), new EndCallRequest(stage.Id));
        await stage.Applicant.UntilAsync(p => Last(p, stage.Id) is { Open: false });
        Assert.False((await stage.Applicant.EnterAsync(stage.Id)).CallOpen);
    }

    [Fact]
    public async Task Hands_a_signal_to_the_one_it_is_for_and_to_nobody_else()
    {
        await using var stage = await RoomStage.OpenAsync(cluster.Cluster);
        var (mediator, applicant, respondent) = await AllInAsync(stage);
        for (var at = 0; at < 20; at++) await SignalAsync(stage.Mediator, stage.Id, mediator, stage.Room.Applicant, applicant, $"{at}");
        await stage.Applicant.UntilAsync(p => Signals(p) == 20);
        var got = stage.Applicant.Events<CallSignalView>(nameof(IRoomClient.CallSignalled)).ToList();
        Assert.Equal(Enumerable.Range(0, 20).Select(at => $"{at}"), got.Select(one => one.Signal));
        Assert.All(got, one => Assert.Equal((stage.Id, stage.Room.Mediator, mediator, applicant), (one.RoomId, one.FromPerson, one.FromSeat, one.ToSeat)));
        await SignalAsync(stage.Applicant, stage.Id, applicant, stage.Room.Respondent, respondent);
        await stage.Respondent.UntilAsync(p => Signals(p) == 1);
        Assert.Equal(0, Signals(stage.Mediator));
    }

    [Fact]
    public async Task Takes_no_signal_from_outside_or_to_outside()
    {
        await using var stage = await RoomStage.OpenAsync(cluster.Cluster);
        await using var other = await RoomStage.OpenAsync(cluster.Cluster);
        var (mediator, applicant, respondent) = await AllInAsync(stage);
        var elsewhere = await AllInAsync(other);
        // Somebody of another case, to this room and with its own seat.
        Assert.Equal("shared.not-found", await TestPage.RefusalAsync(() => SignalAsync(other.Applicant, stage.Id, elsewhere.Applicant, stage.Room.Applicant, applicant)));
        Assert.Equal("shared.not-found", await TestPage.RefusalAsync(() => JoinAsync(other.Applicant, stage.Id, Guid.CreateVersion7())));
        // From this room to another's people, with a seat that is not one's own, to a seat that was given up.
        Assert.Equal("rooms.not-in-call", await TestPage.RefusalAsync(() => SignalAsync(stage.Applicant, stage.Id, applicant, other.Room.Applicant, elsewhere.Applicant)));
        Assert.Equal("rooms.not-in-call", await TestPage.RefusalAsync(() => SignalAsync(stage.Applicant, stage.Id, respondent, stage.Room.Mediator, mediator)));
        await stage.Respondent.ActAsync(nameof(IRoomHub.LeaveCall), new LeaveCallRequest(stage.Id, respondent));
        Assert.Equal("rooms.not-in-call", await TestPage.RefusalAsync(() => SignalAsync(stage.Applicant, stage.Id, applicant, stage.Room.Respondent, respondent)));
        Assert.Equal(0, Signals(other.Applicant) + Signals(stage.Mediator) + Signals(stage.Respondent));
    }

    [Fact]
    public async Task Ends_at_once_for_somebody_who_is_removed()
    {
        await using var stage = await RoomStage.OpenAsync(cluster.Cluster);
        var (mediator, _, respondent) = await AllInAsync(stage);
        await UntilInCallAsync(stage.Respondent, stage.Id, stage.Room.Mediator, stage.Room.Applicant, stage.Room.Respondent);
        var told = stage.Respondent.Events<CallView>(nameof(IRoomClient.CallChanged)).Count();
        await stage.Mediator.ActAsync(nameof(IRoomHub.RemoveFromRoom), new RemoveFromRoomRequest(stage.Id, stage.Room.Respondent, "扰乱秩序"));
        Assert.Equal("shared.not-found", await TestPage.RefusalAsync(() => SignalAsync(stage.Respondent, stage.Id, respondent, stage.Room.Mediator, mediator)));
        Assert.Equal("shared.not-found", await TestPage.RefusalAsync(() => JoinAsync(stage.Respondent, stage.Id, respondent)));
        Assert.Equal("rooms.not-in-call", await TestPage.RefusalAsync(() => SignalAsync(stage.Mediator, stage.Id, mediator, stage.Room.Respondent, respondent)));
        await UntilInCallAsync(stage.Applicant, stage.Id, stage.Room.Mediator, stage.Room.Applicant);
        await stage.Respondent.UntilAsync(p => p.Events<Guid>(nameof(IRoomClient.AccessRevoked)).Contains(stage.Id));
        Assert.Equal(told, stage.Respondent.Events<CallView>(nameof(IRoomClient.CallChanged)).Count());
    }

    [Fact]
    public async Task Ends_with_the_sitting()
    {
        await using var stage = await RoomStage.OpenAsync(cluster.Cluster);
        var (mediator, applicant, _) = await AllInAsync(stage);
        await stage.Mediator.ActAsync(nameof(IRoomHub.AdjournSession), new AdjournSessionRequest(stage.Id, null, null));
        await stage.Applicant.UntilAsync(p => Last(p, stage.Id) is { Open: false, Seats.Count: 0 });
        Assert.Equal("rooms.call-not-open", await TestPage.RefusalAsync(() => SignalAsync(stage.Applicant, stage.Id, applicant, stage.Room.Mediator, mediator)));
        await stage.Mediator.OpenSessionAsync(stage.Id);
        Assert.Equal("rooms.call-not-open", await TestPage.RefusalAsync(() => JoinAsync(stage.Applicant, stage.Id, applicant)));
    }

    [Fact]
    public async Task Moves_into_a_caucus_and_is_never_in_two_rooms_nor_seen_from_outside()
    {
        await using var stage = await RoomStage.OpenAsync(cluster.Cluster);
        var (_, applicant, respondent) = await AllInAsync(stage);
        var caucus = (await stage.CaucusAsync(stage.Room.ApplicantParty)).Id;
        await stage.Mediator.EnterAsync(caucus);
        await stage.Applicant.EnterAsync(caucus);
        await OpenAsync(stage, caucus);
        var (mediatorThere, applicantThere) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await JoinAsync(stage.Mediator, caucus, mediatorThere);
        // Without the mediator the parties in the joint room are connected with nobody.
        await stage.Respondent.UntilAsync(p => Last(p, stage.Id) is { Held: true, Seats.Count: 2 });
        Assert.Equal("rooms.not-in-call", await TestPage.RefusalAsync(() => SignalAsync(stage.Applicant, stage.Id, applicant, stage.Room.Respondent, respondent)));
        await JoinAsync(stage.Applicant, caucus, applicantThere);
        await UntilInCallAsync(stage.Respondent, stage.Id, stage.Room.Respondent);
        Assert.Equal("rooms.call-elsewhere", await TestPage.RefusalAsync(() => JoinAsync(stage.Applicant, stage.Id, applicant, back: true)));
        await UntilInCallAsync(stage.Mediator, caucus, stage.Room.Mediator, stage.Room.Applicant);
        await SignalAsync(stage.Mediator, caucus, mediatorThere, stage.Room.Applicant, applicantThere);
        await stage.Applicant.UntilAsync(p => Signals(p) == 1);
        Assert.Equal("shared.not-found", await TestPage.RefusalAsync(() => JoinAsync(stage.Respondent, caucus, Guid.CreateVersion7())));
        Assert.Equal("shared.not-found", await TestPage.RefusalAsync(() => SignalAsync(stage.Respondent, caucus, respondent, stage.Room.Mediator, mediatorThere)));
        await Task.Delay(1_200);
        Assert.DoesNotContain(stage.Respondent.Received, r => System.Text.Json.JsonSerializer.Serialize(r.Content, r.Content.GetType()).Contains(caucus.ToString(), StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Is_muted_by_the_mediator_and_unmuted_by_the_person_alone()
    {
        await using var stage = await RoomStage.OpenAsync(cluster.Cluster);
        var (_, applicant, _) = await AllInAsync(stage);
        Assert.Equal("shared.not-found", await TestPage.RefusalAsync(() => stage.Respondent.ActAsync(nameof(IRoomHub.MuteInCall), new MuteInCallRequest(stage.Id, stage.Room.Applicant))));
        await stage.Mediator.ActAsync(nameof(IRoomHub.MuteInCall), new MuteInCallRequest(stage.Id, stage.Room.Applicant));
        await stage.Applicant.UntilAsync(p => Last(p, stage.Id)!.Seats.Single(seat => seat.PersonId == stage.Room.Applicant) is { Audio: false, Muted: true });
        // Coming back to the seat after a lost line unmutes nobody.
        await JoinAsync(stage.Applicant, stage.Id, applicant);
        await stage.Respondent.UntilAsync(p => Last(p, stage.Id)!.Seats.Single(seat => seat.PersonId == stage.Room.Applicant) is { Audio: false, Muted: true });
        await stage.Applicant.ActAsync(nameof(IRoomHub.SetCallMedia), new SetCallMediaRequest(stage.Id, applicant, true, false));
        await stage.Respondent.UntilAsync(p => Last(p, stage.Id)!.Seats.Single(seat => seat.PersonId == stage.Room.Applicant) is { Audio: true, Video: false, Muted: false });
    }

    [Fact]
    public async Task Goes_on_by_another_line_and_stands_in_the_record_once()
    {
        await using var stage = await RoomStage.OpenAsync(cluster.Cluster);
        var (mediator, applicant, _) = await AllInAsync(stage);
        await stage.Applicant.BreakAsync();
        var again = await stage.PageAsync(stage.Room.Applicant, 0);
        await again.EnterAsync(stage.Id);
        var ticket = await JoinAsync(again, stage.Id, applicant, back: true);
        Assert.Equal(3, ticket.Call.Seats.Count);
        await SignalAsync(again, stage.Id, applicant, stage.Room.Mediator, mediator);
        await stage.Mediator.UntilAsync(p => Signals(p) == 1);
        await Task.Delay(4_000); // twice the life of a seat
        Assert.Equal(3, (await JoinAsync(again, stage.Id, applicant)).Call.Seats.Count);
        Assert.Equal(["call-opened", "call-joined", "call-joined", "call-joined"], Acts(stage.Mediator));
        await again.BreakAsync();
        await UntilInCallAsync(stage.Mediator, stage.Id, stage.Room.Mediator, stage.Room.Respondent);
        Assert.Equal("call-left", Acts(stage.Mediator)[^1]);
        Assert.Equal(5, Acts(stage.Mediator).Count);
    }

    [Fact]
    public async Task Is_taken_over_by_another_device_of_the_same_person()
    {
        await using var stage = await RoomStage.OpenAsync(cluster.Cluster);
        var (mediator, applicant, _) = await AllInAsync(stage);
        var phone = await stage.PageAsync(stage.Room.Applicant, 0);
        await phone.EnterAsync(stage.Id);
        var other = Guid.CreateVersion7();
        await JoinAsync(phone, stage.Id, other);
        await stage.Mediator.UntilAsync(p => Last(p, stage.Id)!.Seats.Any(seat => seat.Seat == other));
        Assert.Equal("rooms.not-in-call", await TestPage.RefusalAsync(() => SignalAsync(stage.Applicant, stage.Id, applicant, stage.Room.Mediator, mediator)));
        Assert.Equal("rooms.call-elsewhere", await TestPage.RefusalAsync(() => JoinAsync(stage.Applicant, stage.Id, applicant, back: true)));
        // The old device says good-bye to a seat that is no longer there: nobody leaves.
        await stage.Applicant.ActAsync(nameof(IRoomHub.LeaveCall), new LeaveCallRequest(stage.Id, applicant));
        await Task.Delay(2_500);
        await UntilInCallAsync(stage.Mediator, stage.Id, stage.Room.Mediator, stage.Room.Applicant, stage.Room.Respondent);
        Assert.Equal(4, Acts(stage.Mediator).Count);
    }

    [Fact]
    public async Task Refuses_what_is_no_signal_any_more()
    {
        await using var stage = await RoomStage.OpenAsync(cluster.Cluster);
        var (mediator, applicant, _) = await AllInAsync(stage);
        Assert.Equal("rooms.signal-too-large", await TestPage.RefusalAsync(() => SignalAsync(stage.Mediator, stage.Id, mediator, stage.Room.Applicant, applicant, new string('x', 20_001))));
        await SignalAsync(stage.Mediator, stage.Id, mediator, stage.Room.Applicant, applicant, new string('x', 20_000));
        await stage.Applicant.UntilAsync(p => Signals(p) == 1);
    }
}

public sealed class TalkingInACallOnOneNode(OneNode cluster) : TalkingInACall(cluster), IClassFixture<OneNode>;

public sealed class TalkingInACallOnTwoNodes(TwoNodes cluster) : TalkingInACall(cluster), IClassFixture<TwoNodes>;
