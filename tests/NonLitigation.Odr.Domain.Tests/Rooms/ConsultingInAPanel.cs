using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Tests.Rooms;

public sealed class ConsultingInAPanel
{
    private static readonly Guid Mediator = Guid.CreateVersion7(), Colleague = Guid.CreateVersion7(), Other = Guid.CreateVersion7();

    private static RoomState Room(RoomKind kind) => new(Guid.CreateVersion7(), kind, SessionState.Open, true, 10,
    [
        new(Mediator, null, "王调解员", RoomRole.Mediator, Standing.Admitted, 1, null, false),
        new(Colleague, null, "马调解员", RoomRole.CoMediator, Standing.Admitted, 1, null, false),
    ]);

    private static string Refusal(RoomState room, RoomAct act, Guid? actor) => Assert.Throws<RefusalException>(() => room.Apply(act, actor)).Code;

    [Fact]
    public void Lets_a_colleague_speak_and_preside_over_nothing()
    {
        var room = Room(RoomKind.Panel);
        Assert.Null(room.SpeakingRefusal(Colleague));
        Assert.False(room.Member(Colleague)!.Presides);
        foreach (RoomAct act in new RoomAct[] { new Remove(Mediator, "试"), new Close(null), new Adjourn(null, null), new Admit(Other) })
            Assert.Equal("shared.not-found", Refusal(room, act, Colleague));
        Assert.NotNull(room.Apply(new Remove(Colleague, "已经问清"), Mediator));
        Assert.Equal("shared.not-found", room.SpeakingRefusal(Colleague)?.Code);
    }

    [Theory]
    [InlineData(RoomRole.Applicant)]
    [InlineData(RoomRole.Respondent)]
    [InlineData(RoomRole.Observer)]
    [InlineData(RoomRole.Interpreter)]
    [InlineData(RoomRole.Enterprise)]
    public void Takes_in_nobody_but_colleagues_even_when_the_service_itself_asks(RoomRole role) =>
        Assert.Equal("rooms.panel-mediators-only", Refusal(Room(RoomKind.Panel), new AddMember(RoomMember.Admitted(Other, null, "别人", role)), null));

    [Theory]
    [InlineData(RoomKind.Joint)]
    [InlineData(RoomKind.Caucus)]
    [InlineData(RoomKind.Butler)]
    public void Gives_a_colleague_no_place_outside_it(RoomKind kind) =>
        Assert.Equal("rooms.panel-mediators-only", Refusal(Room(kind), new AddMember(RoomMember.Admitted(Other, null, "孙调解员", RoomRole.CoMediator)), null));
}
