using NonLitigation.Odr.Domain.Rooms;

namespace NonLitigation.Odr.Domain.Tests.Rooms;

/// <summary>A room whose case was handed over: docs/decisions/0023.</summary>
public sealed class PresidingAfterAnother
{
    private static readonly Guid Former = Guid.CreateVersion7(), Party = Guid.CreateVersion7(), Next = Guid.CreateVersion7();

    private static RoomState Room(RoomKind kind, SessionState session = SessionState.Open, RoomMember? known = null) => new(Guid.CreateVersion7(), kind, session, true, 10,
    [
        new(Former, null, "王调解员", RoomRole.Mediator, Standing.Admitted, 1, null, true),
        new(Party, Guid.CreateVersion7(), "李海生", RoomRole.Applicant, Standing.Admitted, 1, null, true),
        .. known is null ? Array.Empty<RoomMember>() : [known],
    ]);

    private static RoomMember After(RoomState room)
    {
        Assert.NotNull(room.Apply(new Succeed(RoomMember.Admitted(Next, null, "马调解员", RoomRole.Mediator)), null));
        Assert.Null(room.Apply(new Succeed(RoomMember.Admitted(Next, null, "马调解员", RoomRole.Mediator)), null)); // the same again
        Assert.NotNull(room.Apply(new Remove(Former, "案件已移交其他调解员"), null));
        return room.Member(Next)!;
    }

    [Theory]
    [InlineData(RoomKind.Joint, 1)]
    [InlineData(RoomKind.Caucus, 11)]
    [InlineData(RoomKind.Panel, 11)]
    public void Reads_the_joint_room_from_its_beginning_and_what_was_said_in_confidence_from_his_coming(RoomKind kind, long from)
    {
        var room = Room(kind);
        var next = After(room);
        Assert.Equal((true, from, null, false), (next.Presides, next.FromSequence, next.ToSequence, next.Joined));
        Assert.False(room.MediatorPresent);
        Assert.Equal(kind == RoomKind.Joint, room.SpeakingRefusal(Party)?.Code == "rooms.mediator-absent");
        Assert.NotNull(room.Apply(new Enter(), Next));
        Assert.Null(room.SpeakingRefusal(Party));
        Assert.NotNull(room.Apply(new Adjourn(null, null), Next));
    }

    [Fact]
    public void Keeps_what_a_colleague_of_the_panel_had_read_and_nothing_of_an_earlier_time_in_a_caucus()
    {
        Assert.Equal(4, After(Room(RoomKind.Panel, known: new(Next, null, "马调解员", RoomRole.CoMediator, Standing.Admitted, 4, null, true))).FromSequence);
        Assert.Equal(11, After(Room(RoomKind.Caucus, known: new(Next, null, "马调解员", RoomRole.Mediator, Standing.Removed, 1, 5, false))).FromSequence);
    }

    [Fact]
    public void Begins_nowhere_that_is_closed() =>
        Assert.Equal("rooms.closed", Assert.Throws<Domain.Shared.RefusalException>(() => Room(RoomKind.Joint, SessionState.Closed).Apply(new Succeed(RoomMember.Admitted(Next, null, "马调解员", RoomRole.Mediator)), null)).Code);
}
