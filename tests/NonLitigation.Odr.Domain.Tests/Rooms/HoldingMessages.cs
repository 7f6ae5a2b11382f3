using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Tests.Rooms;

/// <summary>docs/decisions/0019: what a party writes waits for the mediator while there is a hold.</summary>
public sealed class HoldingMessages
{
    private static readonly Guid Mediator = new("00000000-0000-0000-0000-000000000001"), Applicant = new("00000000-0000-0000-0000-00000000000a"), Interpreter = new("00000000-0000-0000-0000-00000000000c");
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8));

    private static RoomState Room(RoomKind kind = RoomKind.Joint, SessionState session = SessionState.Open, HoldState hold = HoldState.Never) => new(Guid.CreateVersion7(), kind, session, true, 9,
    [
        new(Mediator, null, "王", RoomRole.Mediator, Standing.Admitted, 1, null, true), new(Applicant, Guid.CreateVersion7(), "李", RoomRole.Applicant, Standing.Admitted, 1, null, true),
        new(Interpreter, null, "林", RoomRole.Interpreter, Standing.Admitted, 1, null, true),
    ], false, hold);

    private static Speak Words(bool lookedUp = false, TranscriptKind kind = TranscriptKind.Message) => new(kind, RoomsRules.TextBody("你骗人"), LookedUp: lookedUp);

    private static string Code(RoomState room, RoomAct act, Guid actor) => Assert.Throws<RefusalException>(() => room.Apply(act, actor)).Code;

    [Fact]
    public void Begins_and_ends_with_an_entry_for_all_by_the_mediator_in_an_open_joint_room_only()
    {
        var room = Room();
        var started = room.Apply(new StartHold("冷静一下"), Mediator)!;
        Assert.Equal(("hold-started", "冷静一下", 3), (started.Body.Text("type"), started.Body.Text("reason"), started.Audience.Count));
        Assert.Null(room.Apply(new StartHold(null), Mediator));
        Assert.Equal("hold-ended", room.Apply(new EndHold(), Mediator)!.Body.Text("type"));
        Assert.Equal(HoldState.Ended, room.Hold);
        Assert.Null(room.Apply(new EndHold(), Mediator));
        Assert.Equal("shared.not-found", Code(room, new StartHold(null), Applicant));
        Assert.Equal("rooms.hold-not-here", Code(Room(RoomKind.Caucus), new StartHold(null), Mediator));
        Assert.Equal("rooms.not-open", Code(Room(session: SessionState.Adjourned), new StartHold(null), Mediator));
    }

    [Fact]
    public void Keeps_back_what_parties_say_and_nothing_of_the_mediator_or_an_interpreter()
    {
        var room = Room(hold: HoldState.On);
        Assert.Equal("rooms.held-for-review", Code(room, Words(), Applicant));
        Assert.Equal("rooms.held-for-review", Code(room, Words(lookedUp: true), Applicant));
        Assert.Equal("rooms.held-words-only", Code(room, Words(kind: TranscriptKind.Exhibit), Applicant));
        Assert.NotNull(room.Apply(Words(), Mediator));
        Assert.NotNull(room.Apply(Words(), Interpreter));
    }

    [Fact]
    public void Takes_a_partys_words_after_a_hold_only_when_their_id_was_looked_up()
    {
        var room = Room(hold: HoldState.Ended);
        Assert.Equal("rooms.held-for-review", Code(room, Words(), Applicant));
        Assert.NotNull(room.Apply(Words(lookedUp: true), Applicant));
        Assert.NotNull(room.Apply(Words(kind: TranscriptKind.Exhibit), Applicant));
    }

    [Fact]
    public void Lets_a_message_through_in_its_authors_name_by_a_mediator_who_presides_while_the_author_is_there()
    {
        var room = Room(hold: HoldState.On);
        var plan = room.Apply(new ReleaseHeld(RoomsRules.TextBody("我要工资"), 3, Mediator), Applicant)!;
        Assert.Equal((TranscriptKind.Message, Applicant, 3L), (plan.Kind, plan.AuthorId!.Value, plan.ReplyTo!.Value));
        Assert.Equal("shared.not-found", Code(room, new ReleaseHeld(RoomsRules.TextBody("我要工资"), null, Applicant), Applicant));
        room.Apply(new Remove(Applicant, ""), Mediator);
        Assert.Equal("shared.not-found", Code(room, new ReleaseHeld(RoomsRules.TextBody("我要工资"), null, Mediator), Applicant));
        Assert.Equal("rooms.held-returned", Code(Room(hold: HoldState.Ended), new ReleaseHeld(RoomsRules.TextBody("我要工资"), null, Mediator), Applicant));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Ends_with_the_sitting(bool closes)
    {
        var room = Room(hold: HoldState.On);
        room.Apply(closes ? new Close(null) : new Adjourn(null, null), Mediator);
        Assert.Equal(HoldState.Ended, room.Hold);
    }

    [Fact]
    public void Never_changes_the_words_and_decides_once()
    {
        var held = HeldMessage.Write(Guid.CreateVersion7(), Applicant, Guid.CreateVersion7(), "我要工资 😀", null, Now);
        var (said, entry) = (CanonicalJson.Serialize(RoomsRules.TextBody("我要工资 😀")), CanonicalJson.Serialize(held.Body()));
        Assert.True(HeldMessage.IsReleaseOf(entry, said));
        Assert.False(HeldMessage.IsReleaseOf(said, said));
        Assert.False(HeldMessage.IsReleaseOf(entry, CanonicalJson.Serialize(RoomsRules.TextBody("我要工钱"))));
        held.Release(12, Mediator, Now);
        Assert.Equal("", held.Text);
        Assert.Equal("rooms.held-released", Assert.Throws<RefusalException>(() => held.Return(Mediator, "请文明", Now)).Code);
        var other = HeldMessage.Write(Guid.CreateVersion7(), Applicant, Guid.CreateVersion7(), "骗子", null, Now);
        Assert.Equal("rooms.held-reason", Assert.Throws<RefusalException>(() => other.Return(Mediator, " ", Now)).Code);
        Assert.True(other.Return(Mediator, "请文明", Now));
        Assert.False(other.Return(Mediator, "再次", Now));
        Assert.Equal(("骗子", "请文明"), (other.Text, other.Reason));
        Assert.Equal("rooms.held-returned", Assert.Throws<RefusalException>(() => other.Release(13, Mediator, Now)).Code);
    }
}
