using NonLitigation.Odr.Contracts.Cases;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Simulator.People;
using NonLitigation.Odr.Simulator.Shared;

namespace NonLitigation.Odr.Simulator.Scenarios;

/// <summary>The stretch that every mediation has: invitation, lobby, opening; and the comparison of what each person has at the end.</summary>
internal sealed class Mediation(Journal journal, DemoPerson mediator, Guid caseId)
{
    public async Task<CaseView> Case(DemoPerson reader) => await reader.Http.Get<CaseView>($"/api/cases/{caseId}");

    public async Task Respond(DemoPerson respondent, Guid mediatorId)
    {
        var (token, _) = await respondent.ReadInvitation();
        await respondent.Enter(token);
        await respondent.Http.Post($"/api/cases/{caseId}/answer", new AnswerInvitationRequest(true, null));
        journal.Step(respondent.Name, "consents to online mediation");
        await respondent.Http.Post($"/api/cases/{caseId}/mediator", new ChooseMediatorRequest(mediatorId));
        journal.Step(respondent.Name, $"chooses {mediator.Name} as mediator");
    }

    public async Task Accept()
    {
        await mediator.Http.Post($"/api/cases/{caseId}/appointment", new AnswerAppointmentRequest(true, null, "与各方当事人无利害关系"));
        journal.Step(mediator.Name, "accepts the appointment");
    }

    public async Task<RoomView> JointRoom(DemoPerson reader)
    {
        var rooms = await reader.Http.Get<IReadOnlyList<RoomView>>("/api/rooms");
        return rooms.Single(room => room.CaseId == caseId && room.Kind == RoomKind.Joint);
    }

    /// <summary>Everybody comes; nothing reaches a party before the mediator admits; then the sitting is opened.</summary>
    public async Task<Guid> OpenJointRoom(params DemoPerson[] parties)
    {
        var room = (await JointRoom(mediator)).Id;
        await mediator.Rooms.Connect();
        await mediator.Rooms.Enter(room);
        foreach (var party in parties)
        {
            await party.Rooms.Connect();
            var waiting = await party.Rooms.Enter(room);
            journal.Require(waiting.Room.MyStanding == Standing.Waiting && waiting.Entries.Count == 0 && party.Rooms.Room(room).Received == 0,
                $"{party.Name} waits in the lobby and nothing of the room has reached him");
        }

        foreach (var party in parties)
        {
            await mediator.Rooms.Act(nameof(IRoomHub.Admit), new AdmitRequest(room, party.PersonId));
            await Until(() => Task.FromResult(party.Rooms.Room(room).Standing == Standing.Admitted), $"{party.Name} is admitted");
        }

        await mediator.Rooms.Act(nameof(IRoomHub.OpenSession), new OpenSessionRequest(room));
        journal.Step(mediator.Name, "opens the sitting");
        return room;
    }

    public async Task<MessageReceipt> Say(DemoPerson person, Guid room, string text)
    {
        var receipt = await person.Rooms.Say(room, text);
        journal.Step(person.Name, $"says (entry {receipt.Sequence}) {text}");
        return receipt;
    }

    /// <summary>What is said in a private talk stays there: neither the printed steps nor the report have it.</summary>
    public async Task Whisper(DemoPerson person, Guid caucus, string text)
    {
        var receipt = await person.Rooms.Say(caucus, text);
        journal.Step(person.Name, $"says something in private (entry {receipt.Sequence} of that room)");
    }

    public async Task<Guid> OpenCaucus(DemoPerson party, Guid partyId)
    {
        var caucus = await mediator.Rooms.Ask<RoomView>(nameof(IRoomHub.OpenCaucus), new OpenCaucusRequest(caseId, partyId));
        await mediator.Rooms.Enter(caucus.Id);
        await Until(async () => (await party.Http.Get<IReadOnlyList<RoomView>>("/api/rooms")).Any(room => room.Id == caucus.Id), $"{party.Name} finds the private talk among his rooms");
        await party.Rooms.Enter(caucus.Id);
        await mediator.Rooms.Act(nameof(IRoomHub.Admit), new AdmitRequest(caucus.Id, party.PersonId));
        await Until(() => Task.FromResult(party.Rooms.Room(caucus.Id).Standing == Standing.Admitted), $"{party.Name} is in the private talk");
        await mediator.Rooms.Act(nameof(IRoomHub.OpenSession), new OpenSessionRequest(caucus.Id));
        journal.Step(mediator.Name, $"opens a private talk with {party.Name}");
        return caucus.Id;
    }

    public async Task CaucusIsClosedTo(Guid caucus, DemoPerson insider, params DemoPerson[] others)
    {
        foreach (var other in others)
        {
            var seen = (await other.Http.Get<IReadOnlyList<RoomView>>("/api/rooms")).Any(room => room.Id == caucus);
            var status = await other.Http.StatusOf($"/api/rooms/{caucus}/entries?after=0");
            journal.Require(!seen && status == System.Net.HttpStatusCode.NotFound && other.Rooms.Room(caucus).Received == 0,
                $"the private talk with {insider.Name} does not exist for {other.Name}");
        }
    }

    /// <summary>Same entries, same hashes, no gap, at everybody: what each one's page shows, and the signed file that each one downloads.</summary>
    public async Task SameTranscript(Guid room, params DemoPerson[] people)
    {
        var head = (await people[0].Http.Get<RoomSnapshot>($"/api/rooms/{room}")).Head;
        foreach (var person in people)
        {
            await Until(() => Task.FromResult(person.Rooms.Room(room).Last >= head), $"{person.Name} has all {head} entries", 60);
        }

        var first = Shown(people[0]);
        journal.Require(first.Count == head && first[0].Sequence == 1 && first[^1].Sequence == head, $"the transcript has {head} entries without a gap");
        var file = await people[0].Http.Download($"/api/rooms/{room}/transcript");
        foreach (var person in people.Skip(1))
        {
            journal.Require(Shown(person).SequenceEqual(first), $"{person.Name}'s page shows the same entries with the same hashes as {people[0].Name}'s");
            var own = await person.Http.Download($"/api/rooms/{room}/transcript");
            journal.Require(own.AsSpan().SequenceEqual(file), $"{person.Name} downloads the same signed transcript, byte for byte");
        }

        List<(long Sequence, string EntryHash)> Shown(DemoPerson person) =>
            [.. person.Rooms.Room(room).Entries.Take((int)head).Select(entry => (entry.Sequence, entry.EntryHash))];
    }

    public async Task Until(Func<Task<bool>> holds, string what, int seconds = 30)
    {
        for (var until = DateTime.UtcNow.AddSeconds(seconds); DateTime.UtcNow < until; await Task.Delay(150))
        {
            if (await holds())
            {
                journal.Checked(what);
                return;
            }
        }

        throw new ScenarioFailedException($"not within {seconds} s: {what}");
    }
}
