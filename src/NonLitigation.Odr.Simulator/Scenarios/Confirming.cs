using NonLitigation.Odr.Contracts.Settlements;
using NonLitigation.Odr.Simulator.People;
using NonLitigation.Odr.Simulator.Shared;

namespace NonLitigation.Odr.Simulator.Scenarios;

/// <summary>After sealing: the parties apply together for judicial confirmation, each for himself, and the simulated court rules.</summary>
internal sealed class Confirming(Journal journal, Guid caseId)
{
    private string Path => $"/api/cases/{caseId}";

    /// <param name="applicants">The first chooses the court.</param>
    public async Task Play(Mediation mediation, DemoPerson mediator, params (DemoPerson Person, string IdNumber, string Address)[] applicants)
    {
        var before = await Read(mediator);
        var route = before.Routes.Single(one => one.Kind == EnforcementRouteKind.JudicialConfirmation);
        journal.Require(route.IsOpen, $"judicial confirmation is open: {route.En}");
        journal.Require(before.CourtLink == CourtLink.Simulated, "the court is a simulated one, and the page says so 模拟法院（演示）");
        journal.Require(before.Packet.Any(item => !item.IsThere), $"{before.Packet.Count(item => !item.IsThere)} items of the packet are named as missing before anybody applies (民诉解释 353)");
        foreach (var (person, idNumber, address) in applicants) await Apply(person, new(idNumber, address));

        EnforcementView view = null!;
        await mediation.Until(async () => (view = await Read(applicants[^1].Person)).Confirmation?.State == ConfirmationState.Confirmed, "the simulated court rules the agreement valid", 120);
        var done = view.Confirmation!;
        foreach (var mark in done.Marks.Where(mark => mark.Step >= ConfirmationStep.Sent)) journal.Step(mark.Name ?? "service", $"{mark.Step} {mark.Note}");
        journal.Require(done.Seats.All(seat => seat.ConsentedAt is not null), "each party consented separately that the data go to the court (个人信息保护法 23)");
        journal.Require(done.Marks.Count(mark => mark.Step == ConfirmationStep.Received) == 1, $"one receipt of the court, {done.ReceiptNumber}, for the packet with SHA-256 {done.PacketSha256}");
    }

    private async Task Apply(DemoPerson person, ApplicantDetailsDraft details)
    {
        var view = await Read(person);
        if (view.Confirmation is { } begun)
        {
            await person.Http.Post($"{Path}/confirmation/join", new JoinConfirmationRequest(Guid.CreateVersion7(), details, begun.ConsentZh));
            journal.Step(person.Name, "joins in the application for judicial confirmation");
            return;
        }

        var court = view.Courts[0];
        await person.Http.Post($"{Path}/confirmation", new BeginConfirmationRequest(Guid.CreateVersion7(), court.Code, details, court.ConsentZh));
        journal.Step(person.Name, $"begins a joint application for judicial confirmation at {court.Name}");
    }

    private Task<EnforcementView> Read(DemoPerson person) => person.Http.Get<EnforcementView>($"{Path}/enforcement");
}
