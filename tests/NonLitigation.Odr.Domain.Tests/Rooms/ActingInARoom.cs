using NonLitigation.Odr.Domain.Rooms;
using NonLitigation.Odr.Domain.Shared;

namespace NonLitigation.Odr.Domain.Tests.Rooms;

/// <summary>The whole table: who does what in which state of the sitting, and what comes of it.</summary>
public sealed class ActingInARoom
{
    private static readonly Guid Mediator = new("00000000-0000-7000-8000-000000000001"), Party = new("00000000-0000-7000-8000-000000000002"),
        Invited = new("00000000-0000-7000-8000-000000000003"), Waiting = new("00000000-0000-7000-8000-000000000004"),
        Observer = new("00000000-0000-7000-8000-000000000005"), Removed = new("00000000-0000-7000-8000-000000000006"),
        Stranger = new("00000000-0000-7000-8000-000000000007"), Butler = new("00000000-0000-7000-8000-000000000008");

    // One line for each act and actor; columns: Scheduled, Lobby, Open, Adjourned, Closed.
    // A word is the entry it makes, "-" means nothing to record, anything with a point is the refusal.
    private const string Table = """
        speak   mediator  text                text                text                text                rooms.closed
        speak   party     rooms.not-open      rooms.not-open      text                rooms.not-open      rooms.closed
        speak   alone     rooms.not-open      rooms.not-open      rooms.mediator-absent rooms.not-open    rooms.closed
        speak   observer  rooms.may-not-speak rooms.may-not-speak rooms.may-not-speak rooms.may-not-speak rooms.closed
        speak   invited   rooms.not-admitted  rooms.not-admitted  rooms.not-admitted  rooms.not-admitted  rooms.not-admitted
        speak   waiting   rooms.not-admitted  rooms.not-admitted  rooms.not-admitted  rooms.not-admitted  rooms.not-admitted
        speak   removed   shared.not-found    shared.not-found    shared.not-found    shared.not-found    shared.not-found
        speak   stranger  shared.not-found    shared.not-found    shared.not-found    shared.not-found    shared.not-found
        enter   party     joined              joined              joined              joined              -
        enter   mediator  -                   -                   -                   -                   -
        enter   invited   -                   -                   -                   -                   -
        enter   waiting   -                   -                   -                   -                   -
        enter   removed   shared.not-found    shared.not-found    shared.not-found    shared.not-found    shared.not-found
        enter   stranger  shared.not-found    shared.not-found    shared.not-found    shared.not-found    shared.not-found
        leave-mediator mediator left          left                left                left                left
        leave-mediator service  left          left                left                left                left
        leave-mediator party    shared.not-found shared.not-found shared.not-found    shared.not-found    shared.not-found
        leave-party    party    -             -                   -                   -                   -
        leave-waiting  waiting  -             -                   -                   -                   -
        leave-stranger stranger -             -                   -                   -                   -
        admit-waiting   mediator  admitted    admitted            admitted            admitted            rooms.closed
        admit-invited   mediator  rooms.not-waiting rooms.not-waiting rooms.not-waiting rooms.not-waiting rooms.closed
        admit-party     mediator  -           -                   -                   -                   rooms.closed
        admit-removed   mediator  rooms.no-such-member rooms.no-such-member rooms.no-such-member rooms.no-such-member rooms.closed
        admit-stranger  mediator  rooms.no-such-member rooms.no-such-member rooms.no-such-member rooms.no-such-member rooms.closed
        admit-waiting   party     shared.not-found shared.not-found shared.not-found  shared.not-found    shared.not-found
        admit-waiting   waiting   shared.not-found shared.not-found shared.not-found  shared.not-found    shared.not-found
        admit-waiting   stranger  shared.not-found shared.not-found shared.not-found  shared.not-found    shared.not-found
        remove-party    mediator  removed     removed             removed             removed             removed
        remove-party    service   removed     removed             removed             removed             removed
        remove-removed  mediator  -           -                   -                   -                   -
        remove-mediator mediator  rooms.not-oneself rooms.not-oneself rooms.not-oneself rooms.not-oneself rooms.not-oneself
        remove-stranger mediator  rooms.no-such-member rooms.no-such-member rooms.no-such-member rooms.no-such-member rooms.no-such-member
        remove-observer party     shared.not-found shared.not-found shared.not-found  shared.not-found    shared.not-found
        open    mediator  opened              opened              -                   opened              rooms.closed
        open    party     shared.not-found    shared.not-found    shared.not-found    shared.not-found    shared.not-found
        open    removed   shared.not-found    shared.not-found    shared.not-found    shared.not-found    shared.not-found
        open    service   shared.not-found    shared.not-found    shared.not-found    shared.not-found    shared.not-found
        adjourn mediator  rooms.not-open      rooms.not-open      adjourned           -                   rooms.closed
        adjourn party     shared.not-found    shared.not-found    shared.not-found    shared.not-found    shared.not-found
        close   mediator  closed              closed              closed              closed              -
        close   service   closed              closed              closed              closed              -
        close   observer  shared.not-found    shared.not-found    shared.not-found    shared.not-found    shared.not-found
        add     service   added               added               added               added               rooms.closed
        note    service   noted               noted               noted               noted               noted
        note    party     noted               noted               noted               noted               noted
        """;

    public static TheoryData<string, string, SessionState, string> Cells()
    {
        var cells = new TheoryData<string, string, SessionState, string>();
        foreach (var line in Table.Split('\n'))
        {
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            foreach (var state in Enum.GetValues<SessionState>()) cells.Add(words[0], words[1], state, words[2 + (int)state]);
        }
        return cells;
    }

    [Theory, MemberData(nameof(Cells))]
    public void Comes_to_what_the_table_says(string act, string actor, SessionState state, string expected)
    {
        var room = Room(RoomKind.Joint, state, mediatorIn: actor != "alone");
        var before = (room.Session, room.Head, string.Join(';', room.Members));
        string came;
        try
        {
            came = room.Apply(Of(act), Person(actor)) is { } plan ? plan.Body.Text("type")! : "-";
        }
        catch (RefusalException refusal)
        {
            came = refusal.Code;
            Assert.Equal(before, (room.Session, room.Head, string.Join(';', room.Members)));
        }
        Assert.Equal(expected, came);
        Assert.Equal(before.Head + (came == "-" || came.Contains('.', StringComparison.Ordinal) ? 0 : 1), room.Head);
    }

    [Fact]
    public void Shows_an_entry_to_the_whole_roster_until_the_first_opening_and_then_to_the_admitted_alone()
    {
        var room = Room(RoomKind.Joint, SessionState.Lobby, mediatorIn: true, everOpened: false);
        Assert.Equal([Mediator, Party, Invited, Waiting, Observer], room.Audience());
        room.Apply(new Open(), Mediator);
        Assert.Equal([Mediator, Party, Observer], room.Audience());
        Assert.Null(room.Member(Waiting)!.FromSequence);
        room.Apply(new Admit(Waiting), Mediator);
        Assert.Equal(room.Head, room.Member(Waiting)!.FromSequence);
        Assert.Contains(Waiting, room.Audience());
    }

    [Fact]
    public void Ends_a_removed_persons_range_before_the_entry_that_removes_him()
    {
        var room = Room(RoomKind.Joint, SessionState.Open, mediatorIn: true);
        var plan = room.Apply(new Remove(Party, "扰乱秩序"), Mediator)!;
        Assert.DoesNotContain(Party, plan.Audience);
        Assert.Equal(room.Head - 1, room.Member(Party)!.ToSequence);
        Assert.False(room.Member(Party)!.MayRead(room.Head - 1));
    }

    [Fact]
    public void Needs_no_mediator_in_a_caucus_or_a_butler_room()
    {
        Assert.Null(Room(RoomKind.Caucus, SessionState.Open, mediatorIn: false).SpeakingRefusal(Party));
        var standing = new RoomState(Guid.CreateVersion7(), RoomKind.Butler, SessionState.Open, true, 1, [RoomMember.Admitted(Butler, null, "孙管家", RoomRole.Butler)]);
        Assert.Null(standing.SpeakingRefusal(Butler));
        Assert.Null(standing.Apply(new Enter(), Butler));
    }

    [Fact]
    public void Answers_only_what_lies_in_the_speakers_own_range()
    {
        var room = new RoomState(Guid.CreateVersion7(), RoomKind.Caucus, SessionState.Open, true, 9,
            [RoomMember.Admitted(Party, null, "李海生", RoomRole.Applicant) with { FromSequence = 5 }]);
        foreach (var missing in new long[] { -1, 0, 4, 10 })
            Assert.Equal("rooms.reply-missing", Assert.Throws<RefusalException>(() => room.Apply(new Speak(TranscriptKind.Message, Text(), missing), Party)).Code);
        Assert.NotNull(room.Apply(new Speak(TranscriptKind.Message, Text(), 5), Party));
    }

    [Fact]
    public void Turns_the_scheduled_sitting_into_a_lobby_when_the_mediator_comes()
    {
        var room = Room(RoomKind.Joint, SessionState.Scheduled, mediatorIn: false);
        room.Apply(new Enter(), Party);
        Assert.Equal(SessionState.Scheduled, room.Session);
        room.Apply(new Enter(), Mediator);
        Assert.Equal(SessionState.Lobby, room.Session);
    }

    [Fact]
    public void Mirrors_the_words_of_the_wire()
    {
        Assert.Equal(["Joint", "Caucus", "Panel", "Council", "Butler", "Practice"], Enum.GetNames<RoomKind>());
        Assert.Equal(["Scheduled", "Lobby", "Open", "Adjourned", "Closed"], Enum.GetNames<SessionState>());
    }

    private static RoomState Room(RoomKind kind, SessionState state, bool mediatorIn, bool everOpened = true) => new(Guid.CreateVersion7(), kind, state, everOpened, 10,
    [
        new(Mediator, null, "王调解员", RoomRole.Mediator, Standing.Admitted, 1, null, mediatorIn),
        new(Party, Guid.CreateVersion7(), "李海生", RoomRole.Applicant, Standing.Admitted, 1, null, false),
        new(Invited, Guid.CreateVersion7(), "周永顺", RoomRole.Respondent, Standing.Invited, everOpened ? null : 1, null, false),
        new(Waiting, Guid.CreateVersion7(), "吴建国", RoomRole.Respondent, Standing.Waiting, everOpened ? null : 1, null, false),
        new(Observer, null, "旁听", RoomRole.Observer, Standing.Admitted, 1, null, false),
        new(Removed, Guid.CreateVersion7(), "前代理人", RoomRole.Respondent, Standing.Removed, 1, 3, false),
    ]);

    private static RoomAct Of(string act) => act switch
    {
        "speak" => new Speak(TranscriptKind.Message, Text()),
        "note" => new Note(TranscriptKind.Agreement, new() { ["type"] = "noted" }),
        "enter" => new Enter(),
        "open" => new Open(),
        "adjourn" => new Adjourn(null, null),
        "close" => new Close(null),
        "add" => new AddMember(RoomMember.Invited(Stranger, null, "新来的", RoomRole.Respondent)),
        _ when act.StartsWith("leave-", StringComparison.Ordinal) => new Leave(Person(act[6..])!.Value),
        _ when act.StartsWith("admit-", StringComparison.Ordinal) => new Admit(Person(act[6..])!.Value),
        _ => new Remove(Person(act[7..])!.Value, ""),
    };

    private static Guid? Person(string who) => who switch
    {
        "mediator" => Mediator, "party" or "alone" => Party, "invited" => Invited, "waiting" => Waiting, "observer" => Observer, "removed" => Removed, "stranger" => Stranger, _ => null,
    };

    private static CanonicalObject Text() => RoomsRules.TextBody("一千六");
}
