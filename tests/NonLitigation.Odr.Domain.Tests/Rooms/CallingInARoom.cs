using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Tests.Rooms;

public sealed class CallingInARoom
{
    private static readonly Guid Mediator = Guid.CreateVersion7(), Party = Guid.CreateVersion7(), Waiting = Guid.CreateVersion7(), Observer = Guid.CreateVersion7();

    private static RoomState Room(RoomKind kind = RoomKind.Joint, SessionState session = SessionState.Open, bool mediatorIn = true, bool call = false) => new(Guid.CreateVersion7(), kind, session, true, 10,
    [
        new(Mediator, null, "王调解员", RoomRole.Mediator, Standing.Admitted, 1, null, mediatorIn),
        new(Party, Guid.CreateVersion7(), "李海生", RoomRole.Applicant, Standing.Admitted, 1, null, true),
        new(Waiting, Guid.CreateVersion7(), "周永顺", RoomRole.Respondent, Standing.Waiting, null, null, false),
        new(Observer, null, "网格员", RoomRole.Observer, Standing.Admitted, 1, null, true),
    ], call);

    private static string Refusal(RoomState room, RoomAct act, Guid actor) => Assert.Throws<RefusalException>(() => room.Apply(act, actor)).Code;

    [Fact]
    public void Is_opened_and_ended_by_the_mediator_alone_and_once()
    {
        var room = Room();
        Assert.Equal("shared.not-found", Refusal(room, new OpenCall(), Party));
        Assert.NotNull(room.Apply(new OpenCall(), Mediator));
        Assert.True(room.CallOpen);
        Assert.Null(room.Apply(new OpenCall(), Mediator));
        Assert.Equal("shared.not-found", Refusal(room, new EndCall(), Party));
        Assert.NotNull(room.Apply(new EndCall(), Mediator));
        Assert.Null(room.Apply(new EndCall(), Mediator));
        Assert.Equal(12, room.Head);
    }

    [Theory]
    [InlineData(RoomKind.Butler)]
    [InlineData(RoomKind.Panel)]
    [InlineData(RoomKind.Council)]
    [InlineData(RoomKind.Practice)]
    public void Is_for_joint_rooms_and_caucuses(RoomKind kind)
    {
        Assert.Equal("rooms.no-calls-here", Refusal(Room(kind), new OpenCall(), Mediator));
        Assert.NotNull(Room(RoomKind.Caucus).Apply(new OpenCall(), Mediator));
    }

    [Theory]
    [InlineData(SessionState.Scheduled, "rooms.not-open")]
    [InlineData(SessionState.Lobby, "rooms.not-open")]
    [InlineData(SessionState.Adjourned, "rooms.not-open")]
    [InlineData(SessionState.Closed, "rooms.closed")]
    public void Needs_an_open_sitting(SessionState session, string code) => Assert.Equal(code, Refusal(Room(session: session), new OpenCall(), Mediator));

    [Fact]
    public void Ends_with_the_sitting()
    {
        var (adjourned, closed) = (Room(call: true), Room(call: true));
        adjourned.Apply(new Adjourn(null, null), Mediator);
        closed.Apply(new Close(null), null);
        Assert.False(adjourned.CallOpen || closed.CallOpen);
    }

    [Fact]
    public void Is_joined_by_whoever_may_speak()
    {
        Assert.Equal("rooms.call-not-open", Refusal(Room(), new JoinCall(), Party));
        Assert.Equal("rooms.not-admitted", Refusal(Room(call: true), new JoinCall(), Waiting));
        Assert.Equal("rooms.may-not-speak", Refusal(Room(call: true), new JoinCall(), Observer));
        Assert.Equal("rooms.mediator-absent", Refusal(Room(mediatorIn: false, call: true), new JoinCall(), Party));
        Assert.Equal("shared.not-found", Refusal(Room(call: true), new JoinCall(), Guid.CreateVersion7()));
        var plan = Room(call: true).Apply(new JoinCall(), Party)!;
        Assert.Equal(("call-joined", "李海生"), (plan.Body.Text("type"), plan.AuthorName));
    }

    [Fact]
    public void Is_left_by_oneself_or_as_the_service_notices_and_not_after_its_end()
    {
        Assert.Equal(Party, Room(call: true).Apply(new QuitCall(Party), Party)!.AuthorId);
        Assert.Null(Room(call: true).Apply(new QuitCall(Party), null)!.AuthorId);
        Assert.Equal("shared.not-found", Refusal(Room(call: true), new QuitCall(Party), Mediator));
        Assert.Null(Room().Apply(new QuitCall(Party), Party));
    }
}
