using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Tests.Rooms;

public sealed class InvitingAGuest
{
    private static readonly DateTimeOffset Now = new(2026, 5, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly Guid A = Guid.CreateVersion7(), B = Guid.CreateVersion7(), Person = Guid.CreateVersion7(), Mediator = Guid.CreateVersion7(), Guest = Guid.CreateVersion7();
    private static readonly Guid[] Asked = [A, B];

    private static RoomGuest Propose(string? name = "林译员", string? contact = "13900000091", GuestCapacity capacity = GuestCapacity.Interpreter, string[]? languages = null, string? reason = "翻译") =>
        RoomGuest.Propose(Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Mediator, name, contact, capacity, languages ?? ["zh", "en"], reason, Now);

    private static RoomGuest Invited()
    {
        var guest = Propose();
        guest.Answer(A, A, true, Asked, false, Now);
        guest.Answer(B, B, true, Asked, false, Now);
        return guest;
    }

    private static string Refusal(Action act) => Assert.Throws<RefusalException>(act).Code;

    [Fact]
    public void Needs_a_name_a_contact_a_reason_and_an_interpreters_languages()
    {
        Assert.Equal("guests.name", Refusal(() => Propose(name: " ")));
        Assert.Equal("guests.name", Refusal(() => Propose(name: "a\u202Eb")));
        Assert.Equal("guests.contact", Refusal(() => Propose(contact: "12")));
        Assert.Equal("guests.capacity", Refusal(() => Propose(capacity: (GuestCapacity)9)));
        Assert.Equal("guests.reason", Refusal(() => Propose(reason: "")));
        Assert.Equal("guests.reason", Refusal(() => Propose(reason: new string('因', 501))));
        Assert.Equal("guests.languages", Refusal(() => Propose(languages: ["zh"])));
        Assert.Equal("guests.languages", Refusal(() => Propose(languages: ["zh", "zh"])));
        Assert.Equal("guests.languages", Refusal(() => Propose(languages: ["zh", "English"])));
        Assert.Empty(Propose(capacity: GuestCapacity.Expert).Languages);
    }

    [Fact]
    public void Takes_every_party_and_one_refusal_stops_it_until_he_has_come_in()
    {
        var guest = Propose();
        Assert.True(guest.Answer(A, Person, true, Asked, false, Now));
        Assert.False(guest.Answer(A, Person, true, Asked, false, Now));
        Assert.Equal(GuestProgress.Asking, guest.State);
        Assert.Equal("guests.party-answers", Refusal(() => guest.Answer(Guid.CreateVersion7(), Person, true, Asked, false, Now)));
        guest.Answer(B, Person, false, Asked, false, Now);
        Assert.Equal(GuestProgress.Refused, guest.State);
        guest.Answer(B, Person, true, Asked, false, Now);
        Assert.Equal(GuestProgress.Invited, guest.State);
        guest.Identified(Guest);
        guest.Answer(A, Person, false, Asked, false, Now);
        Assert.Equal((GuestProgress.Refused, null), (guest.State, guest.PersonId));
        Assert.Equal("guests.not-invited", Refusal(() => guest.Identified(Guest)));
        Assert.Equal("guests.came-in", Refusal(() => Invited().Answer(A, Person, false, Asked, true, Now)));
    }

    [Fact]
    public void Undertakes_the_words_he_was_shown_and_only_while_everybody_consents()
    {
        var guest = Invited();
        Assert.Equal("guests.not-invited", Refusal(() => guest.Undertake(GuestUndertaking.Sha256, Asked, Now)));
        guest.Identified(Guest);
        Assert.Equal("guests.other-words", Refusal(() => guest.Undertake("", Asked, Now)));
        // Somebody has joined since who was not asked yet.
        Assert.Equal("guests.not-invited", Refusal(() => guest.Undertake(GuestUndertaking.Sha256, [A, B, Guid.CreateVersion7()], Now)));
        Assert.True(guest.Undertake(GuestUndertaking.Sha256, Asked, Now));
        Assert.False(guest.Undertake(GuestUndertaking.Sha256, Asked, Now));
        Assert.Equal((GuestProgress.Ready, GuestUndertaking.Sha256), (guest.State, guest.WordsSha256));
        Assert.Equal("guests.remove-instead", Refusal(() => guest.Withdraw(true, Now)));
        Assert.True(guest.Withdraw(false, Now));
        Assert.False(guest.Withdraw(false, Now));
        Assert.Equal("guests.withdrawn", Refusal(() => guest.Answer(A, Person, true, Asked, false, Now)));
    }

    [Theory]
    [InlineData(GuestCapacity.Interpreter, RoomRole.Interpreter, null)]
    [InlineData(GuestCapacity.Expert, RoomRole.Expert, null)]
    [InlineData(GuestCapacity.Companion, RoomRole.Companion, null)]
    [InlineData(GuestCapacity.Observer, RoomRole.Observer, "rooms.may-not-speak")]
    public void Gives_a_role_that_speaks_or_listens_and_sees_from_admission_on(GuestCapacity capacity, RoomRole role, string? refusal)
    {
        Assert.Equal(role, Propose(capacity: capacity).Role);
        var room = new RoomState(Guid.CreateVersion7(), RoomKind.Joint, SessionState.Scheduled, false, 5, [new(Mediator, null, "王", RoomRole.Mediator, Standing.Admitted, 1, null, true)]);
        room.Apply(new AddMember(RoomMember.Invited(Guest, null, "客", role)), null);
        // Even before the first opening, when parties who are invited get what is written.
        Assert.DoesNotContain(Guest, room.Audience());
        room.Apply(new Enter(), Guest);
        room.Apply(new Note(TranscriptKind.System, new() { ["type"] = "x" }), null);
        room.Apply(new Admit(Guest), Mediator);
        Assert.Equal(8, room.Member(Guest)!.FromSequence);
        room.Apply(new Open(), Mediator);
        Assert.Equal(refusal, room.SpeakingRefusal(Guest)?.Code);
        var render = new Speak(TranscriptKind.Message, new() { ["type"] = "rendering", ["language"] = "en", ["text"] = "x" }, 8, Renders: true);
        if (role == RoomRole.Interpreter) Assert.Equal(8, room.Apply(render, Guest)!.ReplyTo);
        else Assert.Equal(refusal ?? "rooms.interpreter-renders", Refusal(() => room.Apply(render, Guest)));
        Assert.Equal("rooms.interpreter-renders", Refusal(() => room.Apply(render, Mediator)));
        if (refusal is null) Assert.Equal("rooms.reply-missing", Refusal(() => room.Apply(render with { ReplyTo = 7, Renders = false }, Guest)));
    }
}
