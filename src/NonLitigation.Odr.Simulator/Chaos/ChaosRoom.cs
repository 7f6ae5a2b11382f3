using NonLitigation.Odr.Contracts.Cases;
using NonLitigation.Odr.Contracts.Network;
using NonLitigation.Odr.Contracts.Rooms;
using NonLitigation.Odr.Simulator.People;
using NonLitigation.Odr.Simulator.Scenarios;
using NonLitigation.Odr.Simulator.Shared;

namespace NonLitigation.Odr.Simulator.Chaos;

/// <summary>A case of its own with an applicant and two respondents, brought through the public wire to an open joint room and one caucus.</summary>
internal sealed class ChaosRoom(DemoOptions options, Journal journal, DemoPerson mediator, Guid mediatorId, Guid organisationId, int number)
{
    private readonly DemoPerson[] _parties =
    [
        .. new[] { "申请人", "被申请人甲", "被申请人乙" }.Select((name, at) =>
            new DemoPerson($"{name}{number}", $"137{options.Seed % 10_000:0000}{number * 3 + at:0000}", number * 3 + at, options, journal)),
    ];

    public IReadOnlyList<DemoPerson> Parties => _parties;
    public Guid Joint { get; private set; }
    /// <summary>Of the mediator and the first respondent.</summary>
    public Guid Caucus { get; private set; }

    public async Task OpenAsync()
    {
        var (applicant, first, second) = (_parties[0], _parties[1], _parties[2]);
        await applicant.Enter();
        var filed = await applicant.Http.Post<CaseFiledView>("/api/cases", new FileCaseRequest(
            Guid.CreateVersion7(), DisputeKind.LabourWages, $"拖欠工资（{number}）", "三月和四月的工资一直没有发，多次催要没有结果，现在申请调解。",
            Draft(applicant), [Draft(first), Draft(second)], [new ClaimDraft("支付工资", 200_000, [0, 1])], [], organisationId, mediatorId));
        var mediation = new Mediation(journal, mediator, filed.CaseId);
        await mediation.Respond(first, mediatorId);
        await mediation.Respond(second, mediatorId);
        await mediation.Accept();
        Joint = await mediation.OpenJointRoom([.. _parties]);
        Caucus = await mediation.OpenCaucus(first, (await mediation.Case(mediator)).Parties.Single(party => party.PersonId == first.PersonId).Id);
    }

    /// <returns>The last entry that the removed person may see.</returns>
    public async Task<long> RemoveAsync(DemoPerson person)
    {
        await mediator.Rooms.Act(nameof(IRoomHub.RemoveFromRoom), new RemoveFromRoomRequest(Joint, person.PersonId, "演练：请出调解室"));
        for (var until = DateTime.UtcNow.AddSeconds(60); DateTime.UtcNow < until; await Task.Delay(100))
        {
            if (mediator.Rooms.Room(Joint).Entries.FirstOrDefault(entry => entry.Kind == EntryKind.System && entry.Body.GetProperty("type").GetString() == "removed"
                && entry.Body.GetProperty("personId").GetGuid() == person.PersonId) is { } removal) return removal.Sequence - 1;
        }
        throw new ScenarioFailedException($"{person.Name} was put out of the room, but the mediator never saw the entry");
    }

    private static PartyDraft Draft(DemoPerson person) => new(person.Name, person.Contact, "连云港市", PartyNature.Natural, null, null);
}
